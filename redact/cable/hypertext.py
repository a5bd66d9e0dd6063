"""The text that a page of hypertext shows, for mails that have no other."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

_SKIPPED = frozenset("head title script style template noscript object svg select iframe".split())
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr o:p".split()
)
_PARAGRAPHS = frozenset("p blockquote table ul ol pre h1 h2 h3 h4 h5 h6".split())
_LINES = frozenset("br div tr li hr dt dd section article header footer".split())
_CELLS = frozenset({"td", "th"})
_HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?:font-size|opacity|max-height|line-height)\s*:\s*0(?![.\d]*[1-9]))",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_GAPS = re.compile(r"\n{3,}")
_AROUND_ENDS = re.compile(r" *\n *")


class Shown(NamedTuple):
    """The text of a page as it is shown; `hides`: it also has text that nobody is shown."""

    text: str
    hides: bool


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hides = False
        self.skipped: str | None = None
        self.depth = 0
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped is not None:
            self.depth += tag == self.skipped
        elif tag not in _VOID and (tag in _SKIPPED or _is_hidden(attrs)):
            self.skipped, self.depth = tag, 1
        else:
            self.verbatim += tag == "pre"
            self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped is not None:
            self.depth -= tag == self.skipped
            self.skipped = self.skipped if self.depth else None
        else:
            self.verbatim = max(0, self.verbatim - (tag == "pre"))
            if tag in _PARAGRAPHS or tag == "div":
                self._part(tag)

    def handle_data(self, data: str) -> None:
        if self.skipped is None:
            self.pieces.append(data if self.verbatim else _BLANKS.sub(" ", data))
        elif self.skipped not in _SKIPPED and data.strip():
            self.hides = True

    def handle_comment(self, data: str) -> None:
        self.hides = self.hides or (bool(data.strip()) and not data.startswith("[if"))

    def _part(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.pieces.append("\n\n")
        elif tag in _LINES:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append("  ")


def _is_hidden(attributes: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and _HIDING.search(value or ""))
        for name, value in attributes
    )


def page_text(page: str) -> Shown:
    """The text of a page, a line for each line that it breaks; total."""
    reader = _Page()
    reader.feed(page)
    reader.close()
    text = _AROUND_ENDS.sub("\n", "".join(reader.pieces))
    return Shown(_GAPS.sub("\n\n", text).strip("\n") + "\n", reader.hides)
