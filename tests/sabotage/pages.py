"""Where withheld words can hide in a page: each function makes one of an honest page."""

from collections.abc import Callable

from tests.sabotage.honest import LEAK, their_html
from tests.sabotage.texts import SPELLINGS


def _body(more: str) -> str:
    return their_html().replace("</body>", f"{more}</body>")


def _head(more: str) -> str:
    return their_html().replace("</head>", f"{more}</head>")


_HALVES = LEAK[:12], LEAK[12:]

PAGES: dict[str, Callable[[], str]] = {
    "text": lambda: _body(f"<p>{LEAK}</p>"),
    "across-elements": lambda: _body("".join(f"<p>{word}</p>" for word in LEAK.split())),
    "across-letters": lambda: _body("".join(f"<b>{letter}</b>" for letter in LEAK)),
    "across-hidden-letters": lambda: _body(
        "".join(f"{letter}<i style='display:none'>qz</i>" for letter in LEAK)
    ),
    "across-classed-letters": lambda: _head("<style>.n{display:none}</style>").replace(
        "</body>", "".join(f"{letter}<i class=n>qz</i>" for letter in LEAK) + "</body>"
    ),
    "column-of-a-table": lambda: _body(
        "<table>"
        + "".join(f"<tr><td>{word}</td><td>some</td></tr>" for word in LEAK.split())
        + "</table>"
    ),
    "last-column-of-a-table": lambda: _body(
        "<table>"
        + "".join(f"<tr>\n<th>7</th>\n<td>x<td>{word}</tr>" for word in LEAK.split())
        + "</table>"
    ),
    "elements-between": lambda: _body(
        "".join(f"<i class=a>{word}</i> <i class=b>some</i> " for word in LEAK.split())
    ),
    "numbered-lines": lambda: _body(
        "<pre>" + "\n".join(f"{n}. {word}" for n, word in enumerate(LEAK.split())) + "</pre>"
    ),
    "comment": lambda: _body(f"<!-- {LEAK} -->"),
    "comment-split": lambda: _body(f"<!-- {_HALVES[0]} -->x<!-- {_HALVES[1]} -->"),
    "comment-open": lambda: their_html() + f"<!-- {LEAK}",
    "comment-before": lambda: f"<!-- {LEAK} -->" + their_html(),
    "conditional-comment": lambda: _body(f"<![if IE]>{LEAK}<![endif]>"),
    "title-attribute": lambda: _body(f'<p title="{LEAK}">x</p>'),
    "alternative-text": lambda: _body(f'<p><span role="img" aria-label="{LEAK}">x</span></p>'),
    "data-attribute": lambda: _body(f'<p data-original="{LEAK}">x</p>'),
    "data-attribute-names": lambda: _body(f"<p data-{LEAK.replace(' ', '-')}>x</p>"),
    "attributes-split": lambda: _body(f'<p title="{_HALVES[0]}" lang="{_HALVES[1]}">x</p>'),
    "attribute-entities": lambda: _body(f'<p title="{SPELLINGS["entities"](LEAK)}">x</p>'),
    "attribute-base64": lambda: _body(f'<p data-k="{SPELLINGS["base64"](LEAK)}">x</p>'),
    "link-target": lambda: _body(f'<a href="/x?q={SPELLINGS["percent-blanks"](LEAK)}">x</a>'),
    "fragment-name": lambda: _body(f'<a id="{LEAK.replace(" ", "_")}">x</a>'),
    "class-name": lambda: _body(f'<a class="{LEAK}">x</a>'),
    "tag-name": lambda: _body(f"<{LEAK.replace(' ', '-')}></{LEAK.replace(' ', '-')}>"),
    "hidden": lambda: _body(f"<p hidden>{LEAK}</p>"),
    "display-none": lambda: _body(f'<p style="display:none">{LEAK}</p>'),
    "white-on-white": lambda: _body(f'<p style="color:#fff">{LEAK}</p>'),
    "black-on-black": lambda: _body(f'<p style="background:#000">{LEAK}</p>'),
    "off-screen": lambda: _body(f'<p style="position:absolute;left:-9999px">{LEAK}</p>'),
    "template": lambda: _body(f"<template><p>{LEAK}</p></template>"),
    "no-script": lambda: _body(f"<noscript>{LEAK}</noscript>"),
    "text-area": lambda: _body(f"<textarea>{LEAK}</textarea>"),
    "input-value": lambda: _body(f'<input type="hidden" value="{LEAK}">'),
    "option": lambda: _body(f"<select><option>{LEAK}</option></select>"),
    "details": lambda: _body(f"<details><summary>x</summary>{LEAK}</details>"),
    "meta": lambda: _head(f'<meta name="description" content="{LEAK}">'),
    "title": lambda: their_html().replace("<title>", f"<title>{LEAK} "),
    "style-content": lambda: _head(f'<style>p::after{{content:"{LEAK}"}}</style>'),
    "style-escapes": lambda: _head(
        "<style>p::after{content:'" + "".join(f"\\{ord(c):06x}" for c in LEAK) + "'}</style>"
    ),
    "style-comment": lambda: _head(f"<style>/* {LEAK} */</style>"),
    "script": lambda: _body(f"<script>var x = '{LEAK}'</script>"),
    "script-joined": lambda: _body(f"<script>x = '{_HALVES[0]}' + '{_HALVES[1]}'</script>"),
    "script-codes": lambda: _body(f"<script>x = [{SPELLINGS['character-codes'](LEAK)}]</script>"),
    "script-document": lambda: _body(
        f'<script type="application/json">{{"x": "{SPELLINGS["backslash-u"](LEAK)}"}}</script>'
    ),
    "drawn-text": lambda: _body(f"<svg><text>{LEAK}</text></svg>"),
    "drawing-title": lambda: _body(f"<svg><title>{LEAK}</title></svg>"),
    "inner-page": lambda: _body(f'<iframe srcdoc="&lt;p&gt;{LEAK}"></iframe>'),
    "data-address": lambda: _body(
        f'<a href="data:text/plain;base64,{SPELLINGS["base64"](LEAK)}">x</a>'
    ),
    "bidirectional": lambda: _body(f"<bdo dir=rtl>{LEAK[::-1]}</bdo>"),
    "declaration": lambda: their_html().replace("<!DOCTYPE html>", f"<!DOCTYPE html>\n<!{LEAK}>"),
    "processing-instruction": lambda: _body(f"<?note {LEAK}?>"),
    "behind-the-end": lambda: their_html() + LEAK,
}

UNJUDGED: dict[str, str] = {
    "image": '<img src="page.png" alt="">',
    "inline-image": '<img src="data:image/png;base64,iVBORw0KGgo=" alt="">',
    "outside-frame": '<iframe src="https://example.org/"></iframe>',
    "outside-style": '<link rel="stylesheet" href="x.css">',
    "canvas": "<canvas></canvas>",
    "object": '<object data="x.pdf"></object>',
    "script": "<script>1</script>",
    "handler": '<p onclick="x()">x</p>',
}
