"""What a reader of a release sees: the text that comes out of Markdown and of HTML."""

from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token


def shown_by_markdown(text: str) -> list[str]:
    """The blocks of a page of CommonMark, each as the text that it shows, lines ended by LF."""
    tokens = MarkdownIt("commonmark").parse(text)
    allowed = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "hr"}
    assert {token.type for token in tokens} <= allowed
    return [
        "".join(map(_shown, token.children or ())) for token in tokens if token.type == "inline"
    ]


def _shown(token: Token) -> str:
    assert token.type in {"text", "text_special", "hardbreak", "em_open", "em_close"}, token.type
    return "\n" if token.type == "hardbreak" else token.content.replace("\u00a0", " ")


class Page(HTMLParser):
    """A page of HTML taken apart: the text of each element that holds some, and all attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.attributes: set[tuple[str, str, str | None]] = set()
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {(tag, name, value) for name, value in attrs}
        if tag not in {"meta", "br"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in {*self.inside}:
            self.texts.setdefault(tag, []).append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def text_of(self, tag: str) -> str:
        """All text inside the elements with this tag."""
        return "".join(self.texts.get(tag, []))
