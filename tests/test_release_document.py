"""The public document and the internal manifest: what each holds, and what it must not hold."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from redact.cable.model import Kind
from redact.detectors.model import Thing
from redact.release.canonical import canonical_json
from redact.release.manifest import manifest_document
from redact.release.rendering import render
from tests.release_builder import Piece, account_of, cable_of

PIECES = (
    Piece("C O N F I D E N T I A L PARIS 001292\n\n", Kind.HEADER, withheld=False),
    Piece("1. (C) Open.\n\n", number="1", mark="(C)", withheld=False),
    Piece("2. (C) Florent\nAydalot.\n", number="2", mark="(C)"),
    Piece("9 Aydalot. Odd.\n", number="9 Aydalot"),
)
CABLE = cable_of(PIECES)
ACCOUNT = account_of(PIECES)
SHARED = {"engine", "policy", "as_of", "outcome", "portions", "schema"}
ENTRY = {
    *("index", "kind", "number", "decision", "rules", "exemptions"),
    *("reason", "effective", "declassifies", "excised"),
}


def public() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(CABLE, ACCOUNT, format="json").text)
    return document


def test_public_document_has_what_the_contract_names() -> None:
    document = public()
    assert document["schema"] == "redact/release/1"
    assert set(document) == SHARED
    assert all(set(entry) == ENTRY | {"text"} for entry in document["portions"])


def test_texts_of_the_public_document_are_the_text_form() -> None:
    texts = "".join(entry["text"] for entry in public()["portions"])
    assert render(CABLE, ACCOUNT).text.endswith("]\n\n" + texts)


def test_public_document_holds_no_digest_of_the_source_and_no_withheld_word() -> None:
    text = render(CABLE, ACCOUNT, format="json").text
    assert CABLE.source.sha256 not in text
    assert "Aydalot" not in text
    assert public()["portions"][3]["number"] is None


def test_an_excision_is_public_without_its_place() -> None:
    piece = Piece(
        "3. (U) Aydalot.\n", number="3", withheld=False, excised=(("Aydalot", Thing.NAME),)
    )
    told = {"thing": "name", "exemptions": ["(b)(6)"], "rules": ["private"]}
    for extent, thing in ((True, "name"), (False, "text")):
        pieces = (PIECES[0], replace(piece, extent=extent))
        document = json.loads(render(cable_of(pieces), account_of(pieces), format="json").text)
        assert document["portions"][1]["excised"] == [told | {"thing": thing}]
    cable, account = cable_of(pieces), account_of(pieces)
    manifest = manifest_document(cable, account, render(cable, account))
    (entry,) = manifest["portions"][1]["excised"]
    assert cable.source.text[entry["start"] : entry["end"]] == "Aydalot"


def test_an_end_that_only_withheld_text_states_is_not_public() -> None:
    pieces = (PIECES[0], Piece("2. (C) DECL: 09/22/2019.\n", number="2", states_end=True))
    document = json.loads(render(cable_of(pieces), account_of(pieces), format="json").text)
    entry = document["portions"][1]
    assert (entry["declassifies"], entry["reason"]) == (None, "withheld by classified")


def test_json_is_canonical() -> None:
    text = render(CABLE, ACCOUNT, format="json").text
    assert text == canonical_json(json.loads(text))
    assert text.count("\n") == 1


def test_manifest_has_what_the_contract_names() -> None:
    release = render(CABLE, ACCOUNT)
    document = manifest_document(CABLE, ACCOUNT, release)
    assert set(document) == SHARED | {"source", "output"}
    assert document["schema"] == "redact/manifest/1"
    assert document["source"] == {"sha256": CABLE.source.sha256}
    assert document["output"] == {"sha256": sha256(release.encode()).hexdigest()}
    assert [entry["decision"] for entry in document["portions"]] == [
        *("release", "release"),
        *("withhold", "withhold"),
    ]
    assert document["portions"][2]["exemptions"] == ["1.4(b)", "1.4(d)", "(b)(1)"]
    assert document["portions"][2]["declassifies"] == "2019-09-22"
    assert all(set(entry) == ENTRY for entry in document["portions"])
