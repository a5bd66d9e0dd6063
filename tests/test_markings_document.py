"""The JSON object of a marking (`redact/marking/1`), and the public face of the package."""

import pytest

import redact.markings
from redact.markings import marking_document, read_marking, roll_up_document

FIELDS = (
    "schema text valid portion banner level non_us joint sci sap aea fgi dissem rel_to "
    "display_only non_ic cui findings"
).split()


def test_a_document_has_every_field_of_the_contract() -> None:
    for text in ("S//NF", "CUI//SP-CTI", "//JOINT S GBR USA", "no mark"):
        assert list(marking_document(read_marking(text))) == FIELDS


def test_where_there_is_no_marking_fields_are_null_and_lists_empty() -> None:
    document = marking_document(read_marking("(5//NF)"))
    assert (document["valid"], document["text"]) == (False, "(5//NF)")
    lists = {"sci", "sap", "aea", "dissem", "rel_to", "display_only", "non_ic"}
    assert all(document[name] == [] for name in lists)
    others = {"portion", "banner", "level", "non_us", "joint", "fgi", "cui"}
    assert all(document[name] is None for name in others)
    (finding,) = document["findings"]
    assert finding["level"] == "error"


def test_a_finding_has_its_place_and_what_to_do() -> None:
    (finding,) = marking_document(read_marking("C-NF"))["findings"]
    assert finding == {
        "code": "marking/separator",
        "level": "warning",
        "message": "another separator than the rule",
        "start": 2,
        "end": 4,
        "authority": None,
        "remedy": "put right meanwhile",
    }


def test_findings_stand_in_the_order_of_the_text() -> None:
    findings = read_marking("SECRET NOFORN WNINTEL,ORCON").findings
    assert [finding.span for finding in findings] == sorted(finding.span for finding in findings)


def test_several_texts_have_a_roll_up() -> None:
    document = roll_up_document([read_marking("(S//NF)"), read_marking("(C//REL TO USA, GBR)")])
    assert (document["roll_up"], document["text"], document["valid"]) == (True, None, True)
    assert document["banner"] == "SECRET//NOFORN"


@pytest.mark.parametrize("texts", [["S", "(5)"], ["", "U"], []])
def test_one_text_that_is_no_marking_spoils_the_roll_up(texts: list[str]) -> None:
    document = roll_up_document([read_marking(text) for text in texts])
    assert (document["valid"], document["level"], document["roll_up"]) == (False, None, True)


def test_every_name_of_the_package_is_there() -> None:
    for name in redact.markings.__all__:
        assert callable(getattr(redact.markings, name))
    with pytest.raises(AttributeError, match="no attribute"):
        redact.markings.no_such_name  # noqa: B018
