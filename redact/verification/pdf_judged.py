"""What a PDF must not have to be a release, whatever it says; what may show text unread."""

from collections.abc import Iterator
from typing import Any

from redact.verification.pdf_fonts import unmapped

_HIDDEN_TYPES = {
    "/OCG": "a layer, which a reader can show or hide",
    "/Filespec": "an attached file",
    "/EmbeddedFile": "an attached file",
}
_ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition"})
_IMAGE_FILTERS = frozenset(
    {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/DCT", "/CCF"}
)
_QUIET = frozenset({"/Link", "/Popup"})


def judged(dictionary: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Code and message of each problem with a dictionary of the file. Total."""
    kind, subkind = named(dictionary, "/Type"), named(dictionary, "/Subtype")
    if kind in _HIDDEN_TYPES or "/EF" in dictionary:
        yield "hidden-content", _HIDDEN_TYPES.get(kind, _HIDDEN_TYPES["/Filespec"])
    if _is_annotation(dictionary, kind, subkind):
        word = "a redaction that was never applied" if subkind == "/Redact" else "an annotation"
        yield "hidden-content", word
    if "/JS" in dictionary or named(dictionary, "/S") in _ACTIONS:
        yield "hidden-content", "a script or an action"
    if "/FT" in dictionary:
        yield "hidden-content", "a field of a form"
    if is_image(dictionary):
        yield "cannot-be-judged", "an image, which may show text"
    if subkind == "/Type3":
        yield "cannot-be-judged", "a font whose letters are drawings, which may show any text"
    elif kind == "/Font" and unmapped(dictionary):
        yield "cannot-be-judged", "a font that does not say which letters it shows"


def is_image(dictionary: dict[str, Any]) -> bool:
    """Whether a dictionary is that of an image, also where it does not say so."""
    filters = dict.get(dictionary, "/Filter")
    listed = filters if isinstance(filters, list) else [filters]
    return (
        named(dictionary, "/Subtype") == "/Image"
        or ("/Width" in dictionary and "/Height" in dictionary)
        or not _IMAGE_FILTERS.isdisjoint(map(str, listed))
    )


def named(dictionary: dict[str, Any], key: str) -> str:
    """The name or string under a key, empty where there is none."""
    value = dict.get(dictionary, key)
    return str(value) if isinstance(value, str) else ""


def _is_annotation(dictionary: dict[str, Any], kind: str, subkind: str) -> bool:
    if subkind in _QUIET:
        return "/Contents" in dictionary
    return kind == "/Annot" or ("/Rect" in dictionary and "/Subtype" in dictionary)
