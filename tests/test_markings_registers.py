"""Every entry of the registers is read, in each of its spellings, and written back (B, D)."""

from typing import Any

import pytest

from redact.markings import banner, is_register_word, parse_marking, read_marking
from redact.markings.model import Level
from redact.markings.registers import register

LEVELS = register("levels")
CONTROLS = register("controls")
SCI = register("sci")
COUNTRIES = register("countries")
ORGANISATIONS = register("organisations")
CUI = register("cui")

SPELLINGS = [
    (row["block"], row["code"], spelling)
    for row in CONTROLS
    for spelling in dict.fromkeys((row["code"], row["banner"], *row["titles"]))
]
FOREIGN = " ".join((COUNTRIES["iso"], COUNTRIES["genc"], COUNTRIES["withdrawn"])).split()
FOREIGN.remove("USA")
GROUPS = [
    *ORGANISATIONS["members"],
    *ORGANISATIONS["atoms"].split(),
    *ORGANISATIONS["retired"].split(),
]
SYSTEMS = [
    (system["code"], spelling)
    for system in SCI["systems"]
    for spelling in (system["code"], *system["titles"])
]
COMPARTMENTS = [
    (system["code"], code, spelling)
    for system in SCI["systems"]
    for code, titles in system["compartments"].items()
    for spelling in (code, *titles)
]


@pytest.mark.parametrize("row", LEVELS["levels"], ids=lambda row: str(row["code"]))
def test_a_level_is_read_in_every_spelling(row: dict[str, str]) -> None:
    for spelling in (row["code"], row["banner"], row["banner"].title(), *row["titles"]):
        marking = parse_marking(f"({spelling})")
        assert (marking.level, str(marking), banner(marking)) == (
            Level(row["code"]),
            row["code"],
            row["banner"],
        )


@pytest.mark.parametrize("row", LEVELS["nato"], ids=lambda row: str(row["code"]))
def test_a_nato_level_is_read_with_and_without_slashes(row: dict[str, str]) -> None:
    for spelling in (row["code"], row["banner"], f"NATO {row['level']}", *row["titles"]):
        for text in (spelling, f"//{spelling}"):
            marking = parse_marking(text)
            assert marking.non_us is not None
            assert (marking.non_us.owner, marking.non_us.level) == ("NATO", Level(row["level"]))
            assert (str(marking), banner(marking)) == (f"//{row['code']}", f"//{row['banner']}")


@pytest.mark.parametrize("row", LEVELS["joined"], ids=lambda row: str(row["control"]))
def test_a_joined_nato_word_brings_its_control(row: dict[str, list[str]]) -> None:
    for spelling in row["spellings"]:
        assert str(parse_marking(spelling)) == f"//{row['nato']}//{row['control']}"


@pytest.mark.parametrize("row", LEVELS["energy"], ids=lambda row: str(row["spelling"]))
def test_an_energy_word_is_level_and_control(row: dict[str, str]) -> None:
    assert str(parse_marking(row["spelling"])) == f"{row['level']}//{row['control']}"
    assert read_marking(f"S//{row['spelling']}").marking is None


@pytest.mark.parametrize(("block", "code", "spelling"), SPELLINGS)
def test_a_control_is_read_in_every_spelling(block: str, code: str, spelling: str) -> None:
    marking = parse_marking(f"S//{spelling}")
    assert code.replace("CNWDI", "RD-CNWDI") in getattr(marking, block)
    assert parse_marking(str(marking)) == marking
    assert parse_marking(banner(marking)) == marking


@pytest.mark.parametrize(("block", "code", "spelling"), SPELLINGS)
def test_a_title_is_read_in_any_case_and_a_code_only_in_capitals(
    block: str, code: str, spelling: str
) -> None:
    lower = read_marking(f"S//{spelling.lower()}").marking
    is_title = " " in spelling and code not in ("SBU-NF", "LES-NF")
    if is_title or (spelling.isalpha() and len(spelling) >= 5):
        assert lower == parse_marking(f"S//{spelling}")
    elif "-" not in spelling:
        assert lower is None


@pytest.mark.parametrize("code", FOREIGN)
def test_a_country_stands_in_every_list(code: str) -> None:
    assert parse_marking(f"S//REL TO USA, {code}").rel_to == ("USA", code)
    assert parse_marking(f"S//DISPLAY ONLY {code}").display_only == (code,)
    assert parse_marking(f"S//FGI {code}").fgi == (code,)
    assert str(parse_marking(f"//{code} S")) == f"//{code} S"
    assert set(parse_marking(f"//JOINT S {code} USA").joint or ()) == {code, "USA"}


@pytest.mark.parametrize("code", GROUPS)
def test_an_organisation_stands_behind_the_countries(code: str) -> None:
    assert parse_marking(f"S//REL TO {code}, ZWE, USA").rel_to == ("USA", "ZWE", code)
    assert parse_marking(f"S//FGI {code} ZWE").fgi == ("ZWE", code)
    assert str(parse_marking(f"S//DISPLAY ONLY {code}")) == f"S//DISPLAY ONLY {code}"


@pytest.mark.parametrize(("alias", "code"), COUNTRIES["aliases"].items())
def test_an_alias_is_rewritten(alias: str, code: str) -> None:
    assert code in parse_marking(f"S//REL TO {alias}, FRA").rel_to


def test_members_of_organisations_are_countries_and_their_number_is_right() -> None:
    sizes = {
        "GMIF": 33,
        "AUSTRALIA_GROUP": 40,
        "BWCS": 182,
        "CMFC": 34,
        "CMFP": 22,
        "CWCS": 192,
        "NSG": 45,
        "OSTY": 34,
        "NATO": 30,
    }
    for code, listed in ORGANISATIONS["members"].items():
        assert set(listed.split()) <= {*FOREIGN, "USA"}
        assert len(set(listed.split())) == sizes.get(code, len(listed.split()))


@pytest.mark.parametrize(("code", "spelling"), SYSTEMS)
def test_a_system_is_read_in_every_spelling(code: str, spelling: str) -> None:
    assert parse_marking(f"TS//{spelling}").sci == (code,)
    assert parse_marking(f"TS//{spelling}-AB 12//NF").sci == (code, f"{code}-AB 12")


@pytest.mark.parametrize(("system", "code", "spelling"), COMPARTMENTS)
def test_a_compartment_is_read_in_every_spelling(system: str, code: str, spelling: str) -> None:
    assert parse_marking(f"TS//{system}-{spelling}").sci == (system, f"{system}-{code}")


@pytest.mark.parametrize("word", SCI["codewords"])
def test_a_code_word_stands_alone(word: str) -> None:
    assert parse_marking(f"TOP SECRET {word}").sci == (word,)
    assert read_marking(f"TS//{word}-AB").marking is None


@pytest.mark.parametrize("code", CUI["categories"].split())
def test_a_category_is_basic_or_specified(code: str) -> None:
    basic, specified = parse_marking(f"CUI//{code}"), parse_marking(f"CUI//SP-{code}")
    assert basic.cui is not None
    assert specified.cui is not None
    assert (basic.cui.categories, specified.cui.specified) == ((code,), (code,))
    assert (str(basic), str(specified)) == (f"CUI//{code}", f"CUI//SP-{code}")


@pytest.mark.parametrize("row", CUI["limits"], ids=lambda row: str(row["code"]))
def test_a_limit_exists_for_cui_alone(row: dict[str, Any]) -> None:
    for spelling in (row["code"], row["banner"], *row["titles"]):
        marking = parse_marking(f"CUI//{spelling}")
        assert marking.cui is not None
        assert marking.cui.dissem == (row["code"],)
        assert read_marking(f"S//{spelling}").marking is None


@pytest.mark.parametrize("number", range(1, 21))
def test_a_sigma_number_is_read(number: int) -> None:
    assert parse_marking(f"S//RD-SG {number}").aea == ("RD", f"RD-SG {number}")


@pytest.mark.parametrize(
    "word", ["U", "TS", "SECRET", "Secret", "noforn", "NF", "EXDIS", "SI", "UMBRA", "DISSEM", "REL"]
)
def test_words_of_marks_are_register_words(word: str) -> None:
    assert is_register_word(word)


@pytest.mark.parametrize(
    "word", ["GBR", "NATO", "Paris", "c", "nf", "14", "PRVCY", "joint", "spoke", "the", "", "X"]
)
def test_other_words_are_none(word: str) -> None:
    assert not is_register_word(word)


def both_forms(text: str) -> tuple[str, str, str]:
    """Level, portion and banner form of a text; both forms read back to the same marking."""
    marking = parse_marking(text)
    assert parse_marking(str(marking)) == parse_marking(banner(marking)) == marking
    return str(marking.level), str(marking), banner(marking)


@pytest.mark.parametrize("row", CONTROLS, ids=lambda row: str(row["code"]))
def test_a_control_has_its_portion_and_its_banner_form(row: dict[str, Any]) -> None:
    code = row["code"].replace("CNWDI", "RD-CNWDI")
    word = row["banner"].replace("CNWDI", "RD-CNWDI")
    for spelling in (row["code"], row["banner"], *row["titles"]):
        assert both_forms(f"S//{spelling}") == ("S", f"S//{code}", f"SECRET//{word}")


@pytest.mark.parametrize(("code", "spelling"), SYSTEMS)
def test_a_system_has_its_forms(code: str, spelling: str) -> None:
    assert both_forms(f"TS//{spelling}") == ("TS", f"TS//{code}", f"TOP SECRET//{code}")


@pytest.mark.parametrize(("system", "code", "spelling"), COMPARTMENTS)
def test_a_compartment_has_its_forms(system: str, code: str, spelling: str) -> None:
    shown = f"{system}-{code}"
    assert both_forms(f"TS//{system}-{spelling}") == ("TS", f"TS//{shown}", f"TOP SECRET//{shown}")


@pytest.mark.parametrize("word", SCI["codewords"])
def test_a_code_word_has_its_forms(word: str) -> None:
    assert both_forms(f"TOP SECRET {word}") == ("TS", f"TS//{word}", f"TOP SECRET//{word}")


@pytest.mark.parametrize("code", [*FOREIGN, *GROUPS])
def test_a_code_has_the_same_form_in_portion_and_banner(code: str) -> None:
    for portion, whole in (("S", "SECRET"), ("C", "CONFIDENTIAL")):
        for tail in (f"//REL TO USA, {code}", f"//DISPLAY ONLY {code}", f"//FGI {code}"):
            assert both_forms(f"{portion}{tail}") == (portion, f"{portion}{tail}", f"{whole}{tail}")
    if code != "NATO":
        assert both_forms(f"{code} S") == ("S", f"//{code} S", f"//{code} SECRET")


@pytest.mark.parametrize(("alias", "code"), COUNTRIES["aliases"].items())
def test_an_alias_is_written_as_its_code(alias: str, code: str) -> None:
    assert both_forms(f"S//REL TO {alias}, FRA") == both_forms(f"S//REL TO {code}, FRA")


@pytest.mark.parametrize("code", CUI["categories"].split())
def test_a_category_has_its_forms_on_classified_text_too(code: str) -> None:
    for shown in (code, f"SP-{code}"):
        assert both_forms(f"CUI//{shown}") == ("U", f"CUI//{shown}", f"CUI//{shown}")
        classified = f"S//CUI//{shown}"
        assert both_forms(classified) == ("S", classified, f"SECRET//CUI//{shown}")


@pytest.mark.parametrize("row", CUI["limits"], ids=lambda row: str(row["code"]))
def test_a_limit_has_its_forms(row: dict[str, Any]) -> None:
    for spelling in (row["code"], row["banner"], *row["titles"]):
        level, portion, _ = both_forms(f"CUI//{spelling}")
        assert (level, portion) == ("U", f"CUI//{row['code']}")


@pytest.mark.parametrize("row", LEVELS["joined"], ids=lambda row: str(row["control"]))
def test_a_joined_nato_word_has_the_level_of_its_word(row: dict[str, Any]) -> None:
    levels = {level["code"]: level for level in LEVELS["nato"]}
    nato = levels[row["nato"]]
    for spelling in row["spellings"]:
        portion, whole = f"//{row['nato']}//{row['control']}", f"//{nato['banner']}"
        expected = (nato["level"], portion, f"{whole}//{row['control']}")
        assert both_forms(spelling) == expected


@pytest.mark.parametrize("row", LEVELS["energy"], ids=lambda row: str(row["spelling"]))
def test_an_energy_word_has_its_level(row: dict[str, str]) -> None:
    level, portion, _ = both_forms(row["spelling"])
    assert (level, portion) == (row["level"], f"{row['level']}//{row['control']}")


@pytest.mark.parametrize(("spelt", "words"), LEVELS["spaced"].items())
def test_a_word_may_be_letter_spaced(spelt: str, words: list[str]) -> None:
    spaced, plain = " ".join(spelt), " ".join(words)
    if read_marking(plain).marking is None:  # a control needs its level
        spaced, plain = f"SECRET {spaced}", f"SECRET {plain}"
    assert parse_marking(spaced) == parse_marking(plain)


@pytest.mark.parametrize("number", range(1, 21))
def test_a_sigma_number_has_its_forms(number: int) -> None:
    for family in ("RD", "FRD"):
        assert both_forms(f"S//{family} SIGMA {number}") == (
            "S",
            f"S//{family}-SG {number}",
            f"SECRET//{family}-SIGMA {number}",
        )
