"""What every page of HTML has: one file, no script, nothing from outside, a strict policy."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from html import escape

STYLE = """
:root { color-scheme: light dark; --paper: #fdfdfb; --ink: #1b1b1b; --quiet: #505050;
  --hole: #e9e9e4; --edge: #6b6b66; --bar: #000; }
@media (prefers-color-scheme: dark) { :root { --paper: #161616; --ink: #e8e8e4; --quiet: #b5b5b0;
  --hole: #2c2c2a; --edge: #9a9a94; --bar: #000; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 50rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.45 "Courier New", "Liberation Mono", "DejaVu Sans Mono",
  ui-monospace, monospace; overflow-wrap: anywhere; }
header { border: .15rem solid var(--ink); padding: .6rem .9rem; margin-bottom: 1.5rem; }
h1 { font-size: 1.2rem; margin: 0 0 .3rem; letter-spacing: .05em; }
header p, footer p { margin: 0; }
main p { margin: 0; white-space: pre-wrap; }
.excision { background: var(--hole); outline: .06rem solid var(--edge); padding: 0 .2em;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.bar { display: inline-block; height: 0; border: .45em solid var(--bar); outline: .06rem solid
  var(--edge); vertical-align: -.15em; }
.portion.bar { width: 12em; } .span.bar { width: 4em; }
footer { margin-top: 1.5rem; border-top: .06rem solid var(--edge); padding-top: .6rem;
  color: var(--quiet); font-size: .85rem; }
footer h2 { font-size: 1em; margin: 0 0 .3rem; }
dl { display: grid; grid-template-columns: minmax(6ch, max-content) 1fr; gap: .15rem 1.5ch;
  margin: 0; }
dd { margin: 0; }
@media (max-width: 40rem) { body { padding: .6rem; font-size: .82rem; } }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #333; --hole: #fff; --edge: #444; --bar: #000; }
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  header, .excision { break-inside: avoid; } h1, h2 { break-after: avoid; }
  @page { margin: 18mm 18mm 20mm;
    @bottom-left { content: "STAMP"; font: 8pt monospace; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt monospace; } }
}
"""
"""`STAMP` is what stands at the foot of every printed page."""


def page(title: str, style: str, body: str) -> str:
    """A whole page; `title` and `body` are HTML, `style` is a sheet."""
    return f"{_head(style)}<title>{title}</title>\n</head>\n<body>\n{body}</body>\n</html>\n"


@lru_cache(maxsize=16)
def sheet(stamp: str, more: str = "") -> str:
    """The style sheet whose printed pages bear `stamp`, with what one kind of page adds to it."""
    return (STYLE + more).replace('"STAMP"', f'"{stamp}"')


def text_in_html(text: str) -> str:
    """A text that comes out of a browser letter for letter, CR too; NUL has no place in HTML."""
    shown = escape(text, quote=False)
    return shown.replace("\r", "&#13;").replace("\0", "\ufffd") if _rare(shown) else shown


def _rare(text: str) -> bool:
    return "\r" in text or "\0" in text


@lru_cache(maxsize=16)
def _head(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<style>{style}</style>\n"
    )
