"""Ways to spell withheld words so that a search does not see them, and to alter a release."""

import base64
import binascii
import codecs
import gzip
import quopri
from collections.abc import Callable
from urllib.parse import quote

from tests.sabotage.honest import LEAK, MORE, text

SPELLINGS: dict[str, Callable[[str], str]] = {
    "as-it-stands": str,
    "upper-case": str.upper,
    "swapped-case": str.swapcase,
    "double-blanks": lambda words: words.replace(" ", "   "),
    "no-blanks": lambda words: words.replace(" ", ""),
    "letter-spaced": " ".join,
    "hyphenated": "-".join,
    "dots-between": ".".join,
    "one-word-a-line": lambda words: words.replace(" ", "\n"),
    "broken-words": lambda words: words.replace("ledger", "led-\nger").replace("sec", "sec-\n"),
    "soft-hyphens": "\xad".join,
    "zero-width": "\u200b".join,
    "no-break-blanks": lambda words: words.replace(" ", "\xa0"),
    "look-alikes": lambda words: words.translate(str.maketrans("eoacs", "еоасѕ")),
    "full-width": lambda words: "".join(chr(ord(c) + 0xFEE0) if c > " " else c for c in words),
    "accents": lambda words: words.replace("e", "é").replace("o", "ö"),
    "zero-for-o": lambda words: words.replace("o", "0"),
    "invisible-letters": lambda words: "".join(chr(0xE0000 + ord(c)) for c in words),
    "entities": lambda words: "".join(f"&#{ord(c)};" for c in words),
    "hexadecimal-entities": lambda words: "".join(f"&#x{ord(c):x};" for c in words),
    "entities-twice": lambda words: "".join(f"&amp;#{ord(c)};" for c in words),
    "percent": lambda words: "".join(f"%{ord(c):02X}" for c in words),
    "percent-blanks": quote,
    "quoted-printable": lambda words: quopri.encodestring(words.encode(), quotetabs=True).decode(),
    "every-letter-quoted": lambda words: "".join(f"={ord(c):02X}" for c in words),
    "backslash-u": lambda words: "".join(f"\\u{ord(c):04x}" for c in words),
    "backslash-x": lambda words: "".join(f"\\x{ord(c):02x}" for c in words),
    "octal": lambda words: "".join(f"\\{ord(c):03o}" for c in words),
    "base64": lambda words: base64.b64encode(words.encode()).decode(),
    "base64-in-lines": lambda words: base64.encodebytes((MORE + words).encode()).decode(),
    "base64-of-utf-16": lambda words: base64.b64encode(words.encode("utf-16")).decode(),
    "base64-of-gzip": lambda words: base64.b64encode(gzip.compress(words.encode())).decode(),
    "base64-twice": lambda words: base64.b64encode(base64.b64encode(words.encode())).decode(),
    "base64-url": lambda words: base64.urlsafe_b64encode(words.encode()).decode().rstrip("="),
    "base32": lambda words: base64.b32encode(words.encode()).decode(),
    "hexadecimal": lambda words: words.encode().hex(),
    "hexadecimal-spaced": lambda words: words.encode().hex(" "),
    "binary": lambda words: " ".join(f"{ord(c):08b}" for c in words),
    "character-codes": lambda words: ", ".join(str(ord(c)) for c in words),
    "octal-codes": lambda words: " ".join(f"{ord(c):o}" for c in words),
    "octal-codes-of-three": lambda words: ",".join(f"{ord(c):03o}" for c in words),
    "code-points": lambda words: " ".join(f"U+{ord(c):04X}" for c in words),
    "code-points-glued": lambda words: "".join(f"u+{ord(c):05x}" for c in words),
    "utf-7": lambda words: " ".join(map(_seven, words.split())),
    "base85": lambda words: base64.b85encode(words.encode()).decode(),
    "ascii85": lambda words: base64.a85encode(words.encode(), adobe=True).decode(),
    "uuencode": lambda words: _uuencoded(MORE + words),
    "small-capitals": lambda words: words.translate(
        str.maketrans("abcdeghklmnortuw", "ᴀʙᴄᴅᴇɢʜᴋʟᴍɴᴏʀᴛᴜᴡ")
    ),
    "upside-down": lambda words: words.translate(str.maketrans("aehmrtvwy", "ɐǝɥɯɹʇʌʍʎ")),
    "letters-of-flags": lambda words: words.translate(
        {ord("a") + place: 0x1F1E6 + place for place in range(26)}
    ),
    "negative-squares": lambda words: words.translate(
        {ord("a") + place: 0x1F170 + place for place in range(26)}
    ),
    "one-word-a-numbered-line": lambda words: _labelled(words, "{} "),
    "one-word-behind-a-number-and-stop": lambda words: _labelled(words, "{}."),
    "one-word-behind-a-lettered-line": lambda words: _labelled(words, "({letter}) "),
    "one-word-behind-a-label": lambda words: _labelled(words, "Row-{}: "),
    "one-word-before-a-number": lambda words: _labelled(words, "", " {}"),
    "in-a-column": lambda words: _labelled(words, "", "      something else"),
    "in-a-right-column": lambda words: _labelled(words, "something else   "),
    "in-a-table-of-bars": lambda words: _labelled(words, "| {} | ", " | else |"),
    "in-a-table-of-commas": lambda words: _labelled(words, "no,", ",else"),
    "rot13": lambda words: codecs.encode(words, "rot13"),
    "in-reverse": lambda words: words[::-1],
    "tags-between": lambda words: "<i></i>".join(words),
    "markdown-emphasis": lambda words: "**".join(words),
}

DOCUMENTS: dict[str, Callable[[list[str]], object]] = {
    "value": " ".join,
    "key": lambda words: {" ".join(words): 1},
    "list": list,
    "word-a-key": lambda words: dict(zip(words, range(9), strict=False)),
    "word-a-key-deep-down": lambda words: [{word: {"x": "y"}} for word in words],
    "rows": lambda words: [[word, "else"] for word in words],
    "columns": lambda words: [["some", word, "else"] for word in words],
    "records": lambda words: [{"number": 7, "word": word} for word in words],
    "nested-records": lambda words: [{"a": {"word": word, "more": "else"}} for word in words],
}
"""Places in a JSON document for words."""


def _seven(word: str) -> str:
    return f"+{base64.b64encode(word.encode('utf-16-be')).decode().rstrip('=')}-"


def _uuencoded(words: str) -> str:
    data = words.encode()
    lines = (binascii.b2a_uu(data[at : at + 45]).decode() for at in range(0, len(data), 45))
    return f"begin 644 x\n{''.join(lines)}`\nend"


def _labelled(words: str, before: str, behind: str = "") -> str:
    """One word a line, each with something before and behind it."""
    lines = (
        f"{before}{word}{behind}".format(number, letter="abcdefgh"[number])
        for number, word in enumerate(words.split())
    )
    return "\n".join(lines)


ALTERATIONS: dict[str, Callable[[str], str]] = {
    "appended-line": lambda release: release + "The press was told.\n",
    "appended-mark": lambda release: release + "(U)\n",
    "one-word-changed": lambda release: release.replace("notice board", "message board"),
    "one-word-more": lambda release: release.replace("Anybody may", "Anybody else may"),
    "one-word-less": lambda release: release.replace("is on the notice", "is on notice"),
    "figure-changed": lambda release: release.replace("  432  ", "  423  "),
    "case-changed": lambda release: release.replace("Garden", "garden"),
    "stop-changed": lambda release: release.replace("may copy it.", "may copy it?"),
    "blanks-changed": lambda release: release.replace("Upper       410", "Upper   410"),
    "invisible-letter": lambda release: release.replace("Anybody", "Any\u200bbody"),
    "stamp-date": lambda release: release.replace("as of 2019-03-10", "as of 2019-03-09"),
    "stamp-policy": lambda release: release.replace("Policy: public", "Policy: historian"),
    "stamp-version": lambda release: release.replace("public 1.0.0", "public 1.0.1"),
    "stamp-outcome": lambda release: release.replace("RELEASED IN PART", "RELEASED IN FULL"),
    "stamp-line-gone": lambda release: release.replace("[RELEASED IN PART]\n", ""),
    "stamp-level": lambda release: release.replace("ion: SECRET", "ion: CONFIDENTIAL"),
    "mark-lowered": lambda release: release.replace("3. (C)", "3. (U)"),
    "mark-raised": lambda release: release.replace("2. (U)", "2. (C)"),
    "notice-gone": lambda release: release.replace("4. (S) [2 lines", "4. (S) [1 line"),
    "exemption-changed": lambda release: release.replace("(b)(1)", "(b)(3)"),
    "paragraphs-swapped": lambda release: release.replace("3. (C)", "4. (C)"),
    "banner-changed": lambda release: release.replace("S E C R E T", "U N C L A S"),
    "portion-cut": lambda release: release.replace("-- Anybody may copy it.", ""),
    "header-line-more": lambda release: release.replace("TAGS:", "TAGS: PREL,"),
    "cut-short": lambda release: release[: len(release) // 2],
}


def spelled(name: str) -> bytes:
    """Our release with withheld words in one of the spellings behind it."""
    return (text() + "\n" + SPELLINGS[name](LEAK) + "\n").encode()
