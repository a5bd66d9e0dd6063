"""HTML taken apart: text, text that is shown, attributes, comments, scripts and styles."""

import re
from collections.abc import Hashable
from html.parser import HTMLParser
from typing import NamedTuple

from redact.verification.arranged import arranged, by_key
from redact.verification.extract import Channel, Extract, Piece, lines_as_pieces, rearranged
from redact.verification.model import Problem

_RAW = frozenset({"script", "style"})
_UNSHOWN = frozenset({"head", "template", "noscript", "datalist", "object", "iframe", *_RAW})
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?![.\d])"
    r"|font-size\s*:\s*0(?![.\d])|(?:max-)?(?:width|height)\s*:\s*0(?![.\d])"
)
_CELLS = frozenset({"td", "th"})
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"([.#])([\w-]+)\s*(?=,|$)")
_LOADED = {
    "img": ("src", "srcset"),
    "image": ("href", "xlink:href"),
    "iframe": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "source": ("src", "srcset"),
    "script": ("src",),
    "link": ("href",),
    "canvas": (),
}


def extract_html(text: str) -> Extract:
    """Everything that a reader, a screen reader or a tool gets from a page. Total."""
    parser = _Parser(_hiding_names(text))
    parser.feed(text)
    parser.close()
    channels = (
        Channel("text", tuple(parser.text)),
        Channel("text that is shown", tuple(parser.shown), again=True, compared=False),
        rearranged("text by elements", by_key(parser.alike)),
        *arranged("text", tuple(parser.text)),
        Channel("attributes", tuple(parser.attributes)),
        Channel("comments", tuple(parser.comments)),
        Channel("scripts and styles", tuple(parser.raw)),
        Channel("source", lines_as_pieces(text), again=True, compared=False),
    )
    return Extract("html", channels, tuple(parser.problems))


def _hiding_names(text: str) -> frozenset[str]:
    """The classes (`.x`) and ids (`#x`) that a style sheet in the page hides."""
    return frozenset(
        "".join(name)
        for selectors, style in _RULE.findall(text)
        if _HIDING.search(style)
        for name in _CLASS.findall(selectors.strip())
    )


class _Open(NamedTuple):
    tag: str
    styled: str | None
    unseen: bool


class _Parser(HTMLParser):
    """Collects; a class because the parser of the standard library calls methods."""

    def __init__(self, hiding: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.hiding = hiding
        self.open: list[_Open] = []
        self.cell = 0
        self.alike: list[tuple[Piece, Hashable]] = []
        self.text: list[Piece] = []
        self.shown: list[Piece] = []
        self.attributes: list[Piece] = []
        self.comments: list[Piece] = []
        self.raw: list[Piece] = []
        self.problems: list[Problem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            piece = f"{name} {value or ''}" if name.startswith("data-") else value or ""
            self.attributes.append(self._piece(piece, f"attribute of <{_named(tag)}>"))
        if any(name.startswith("on") for name, _ in attrs) or tag == "script":
            self._problem("release/hidden-content", "a script, which a release must not have", tag)
        self._loads(tag, dict(attrs))
        self.cell = 0 if tag == "tr" else self.cell + (tag in _CELLS)
        if tag not in _EMPTY:
            unseen = tag in _UNSHOWN or self._hides(dict(attrs))
            self.open.append(_Open(tag, dict(attrs).get("class"), unseen))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        inmost = self.open[-1] if self.open else None
        if inmost and inmost.tag in _RAW:
            self.raw.append(self._piece(data, f"<{inmost.tag}>"))
            return
        pieces = self._lines(data)
        self.text.extend(pieces)
        if data.strip():
            self.alike.extend((piece, (inmost, self.cell)) for piece in pieces)
        if not any(one.unseen for one in self.open):
            self.shown.extend(pieces)

    def handle_comment(self, data: str) -> None:
        self.comments.append(self._piece(data, "comment"))

    def handle_decl(self, decl: str) -> None:
        self.comments.append(self._piece(decl, "declaration"))

    def unknown_decl(self, data: str) -> None:
        self.comments.append(self._piece(data, "declaration"))

    def handle_pi(self, data: str) -> None:
        self.comments.append(self._piece(data, "processing instruction"))

    def _hides(self, attributes: dict[str, str | None]) -> bool:
        names = {f".{name}" for name in (attributes.get("class") or "").split()}
        names.add(f"#{attributes.get('id') or ''}")
        return (
            "hidden" in attributes
            or _HIDING.search((attributes.get("style") or "").lower()) is not None
            or not self.hiding.isdisjoint(names)
        )

    def _loads(self, tag: str, attributes: dict[str, str | None]) -> None:
        named = _LOADED.get(tag)
        if named is None:
            return
        values = [attributes.get(name) or "" for name in named]
        if tag == "canvas" or any(value and not value.startswith("#") for value in values):
            message = "an image or another file is shown here, which cannot be judged"
            self._problem("release/cannot-be-judged", message, tag)

    def _problem(self, code: str, message: str, tag: str) -> None:
        line, column = self.getpos()
        place = f"line {line}, column {column + 1}, <{_named(tag)}>"
        self.problems.append(Problem(code, message, place))

    def _piece(self, text: str, element: str) -> Piece:
        line, column = self.getpos()
        return Piece(text, f"line {line}, column {column + 1}, {element}")

    def _lines(self, data: str) -> list[Piece]:
        first, column = self.getpos()
        return [
            Piece(line, f"line {first + number}", 1 if number else column + 1)
            for number, line in enumerate(data.split("\n"))
        ]


def _named(tag: str) -> str:
    """A tag as it may be shown: letters of an element's name, no more."""
    return tag if len(tag) <= 12 and tag.isascii() and tag.isalnum() else "…"
