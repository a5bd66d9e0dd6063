"""Ways to spell withheld words so that a search does not see them, and to alter a release."""

import base64
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
    "rot13": lambda words: codecs.encode(words, "rot13"),
    "in-reverse": lambda words: words[::-1],
    "tags-between": lambda words: "<i></i>".join(words),
    "markdown-emphasis": lambda words: "**".join(words),
}

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
