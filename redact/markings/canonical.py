"""The canonical forms of a marking: as a portion mark and in banner words (A4).

The order of blocks and of the controls in them is that of the registers.
"""

from collections.abc import Iterable
from functools import cache

from redact.markings.atomic import sigmas_of, words_of
from redact.markings.codes import is_country
from redact.markings.hierarchy import blocks, tree_of
from redact.markings.model import Cui, Level, Marking
from redact.markings.registers import register


@cache
def _controls(block: str) -> dict[str, str]:
    """The controls of a block in their order, each with its banner word."""
    return {row["code"]: row["banner"] for row in register("controls") if row["block"] == block}


def dissem_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Dissemination controls, each once, in the order of the register."""
    return _in_register_order(codes, "dissem")


def non_ic_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Non-IC controls, each once, in the order of the register."""
    return _in_register_order(codes, "non_ic")


def _in_register_order(codes: Iterable[str], block: str) -> tuple[str, ...]:
    present = set(codes)
    if len(present) < 2:
        return tuple(present)
    return tuple(sorted(present, key=_places(block).__getitem__))


@cache
def _places(block: str) -> dict[str, int]:
    """The place of each control in its block."""
    return {code: place for place, code in enumerate(_controls(block))}


def is_cui_alone(marking: Marking) -> bool:
    """Whether a marking is CUI with nothing beside it but release marks (A4.1, A4.2)."""
    return (
        marking.cui is not None
        and marking.level is Level.U
        and marking.non_us is None
        and marking.joint is None
        and marking.fgi is None
        and not (marking.sci or marking.sap or marking.aea or marking.non_ic)
        and set(marking.dissem) <= {"NF", "RELIDO"}
    )


def portion(marking: Marking) -> str:
    """The canonical portion form, without parentheses."""
    return _written(marking, in_banner=False)


def banner(marking: Marking) -> str:
    """The same content in banner words; nothing is added or dropped."""
    return _written(marking, in_banner=True)


def _written(marking: Marking, *, in_banner: bool) -> str:
    if is_cui_alone(marking):
        return "//".join(_cui_alone(marking, in_banner=in_banner))
    return "//".join(
        (
            _head(marking, in_banner=in_banner),
            *_joined("/", blocks(tree_of(marking.sci))),
            *_programs(marking),
            *_joined("/", _atomic(marking, in_banner=in_banner)),
            *_sources(marking),
            *_joined("/", _dissem(marking, in_banner=in_banner)),
            *_joined("/", _words(marking.non_ic, "non_ic", in_banner=in_banner)),
            *_cui(marking.cui),
        )
    )


def _joined(separator: str, items: Iterable[str]) -> list[str]:
    text = separator.join(items)
    return [text] if text else []


def _head(marking: Marking, *, in_banner: bool) -> str:
    level = _level(marking.level, in_banner=in_banner)
    if marking.joint is not None:
        return "//" + " ".join(("JOINT", level, spaced(marking.joint))).rstrip()
    if marking.non_us is None:
        return level
    if marking.non_us.owner == "NATO":
        return "//" + _nato(marking.level, in_banner=in_banner)
    return f"//{marking.non_us.owner} {level}"


def _level(level: Level, *, in_banner: bool) -> str:
    rows = register("levels")["levels"]
    return next(row["banner"] for row in rows if row["code"] == level) if in_banner else str(level)


def _nato(level: Level, *, in_banner: bool) -> str:
    row = next(row for row in register("levels")["nato"] if row["level"] == level)
    return str(row["banner" if in_banner else "code"])


def spaced(codes: tuple[str, ...]) -> str:
    """Codes by spaces; the code of Andorra by commas, where `AND` would be read as a word."""
    text = " ".join(codes)
    return text.replace(" AND ", ", AND, ") if " AND " in text else text


def _programs(marking: Marking) -> list[str]:
    words = [word for word in marking.sap if word in ("BALK", "BOHEMIA")]
    programs = "/".join(entry for entry in marking.sap if entry not in words)
    return _joined("/", [*([f"SAR-{programs}"] if programs else []), *words])


def _atomic(marking: Marking, *, in_banner: bool) -> list[str]:
    words, sigmas = words_of(marking.aea), sigmas_of(marking.aea)
    shown: list[str] = []
    for code, title in _controls("aea").items():
        if code not in words or code == "CNWDI":
            continue
        text = title if in_banner else code
        if code == "RD" and "CNWDI" in words:
            text += "-CNWDI"
        if code in sigmas:
            numbers = " ".join(str(number) for number in sorted(sigmas[code]))
            text += f"-{'SIGMA' if in_banner else 'SG'} {numbers}"
        shown.append(text)
    return shown


def _sources(marking: Marking) -> list[str]:
    """FGI; where the owner is concealed the head says it already."""
    if marking.fgi is None or (marking.non_us and marking.non_us.owner == "FGI"):
        return []
    return [f"FGI {spaced(marking.fgi)}".rstrip()]


def _dissem(marking: Marking, *, in_banner: bool) -> list[str]:
    as_eyes = _is_eyes_list(marking)
    shown: list[str] = []
    for code in _controls("dissem"):
        if code == "REL" and marking.rel_to and not as_eyes:
            shown.append("REL TO " + ", ".join(marking.rel_to))
        if code == "EYES" and as_eyes:
            shown.append("/".join(marking.rel_to) + " EYES ONLY")
        elif code in marking.dissem:
            shown += _words((code,), "dissem", in_banner=in_banner)
        if code == "FISA" and marking.display_only:
            shown.append("DISPLAY ONLY " + ", ".join(marking.display_only))
    return shown


def _is_eyes_list(marking: Marking) -> bool:
    """Whether the release list can stand before EYES ONLY: countries only, USA and others."""
    return (
        "EYES" in marking.dissem
        and "REL" not in marking.dissem
        and len(marking.rel_to) > 1
        and all(map(is_country, marking.rel_to))
    )


def _words(codes: Iterable[str], block: str, *, in_banner: bool) -> list[str]:
    return [_controls(block)[code] if in_banner else code for code in codes]


def _categories(cui: Cui) -> list[str]:
    return _joined("/", [*(f"SP-{code}" for code in cui.specified), *cui.categories])


def _cui(cui: Cui | None) -> list[str]:
    return ["CUI", *_categories(cui), *_joined("/", cui.dissem)] if cui else []


def _cui_alone(marking: Marking, *, in_banner: bool) -> list[str]:
    """All dissemination controls in one block, sorted by their portion spelling (A4.2)."""
    assert marking.cui is not None
    controls = {code: code for code in marking.cui.dissem}
    controls |= {code: _controls("dissem")[code] for code in marking.dissem}
    for title, codes in (("REL TO", marking.rel_to), ("DISPLAY ONLY", marking.display_only)):
        if codes:
            listed = f"{title} {', '.join(codes)}"
            controls[listed] = listed
    shown = [controls[code] if in_banner else code for code in sorted(controls)]
    return ["CUI", *_categories(marking.cui), *_joined("/", shown)]
