"""The fields of a mail as lines (RFC 5322, RFC 2047), and bytes of a mail as text."""

import re
from email.header import decode_header
from email.message import Message

from redact.cable.decoding import text_of

RANKS = {"from": 0, "sent": 1, "date": 1, "to": 2, "cc": 2, "bcc": 2, "subject": 3}
LAST = 4
CARRYING = re.compile(
    r"received|return-path|message-id|mime-version|content-[a-z-]+|dkim-[a-z-]+|arc-[a-z-]+"
    r"|authentication-[a-z-]+|received-[a-z-]+|in-reply-to|references|delivered-to|reply-to"
    r"|thread-index|user-agent|accept-language|list-[a-z-]+|x-[a-z0-9-]+|require-recipient-[a-z-]+"
)
"""The fields that bring a mail and are no part of what it says."""

_FOLD = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")
MARKS = re.compile(
    r"\b(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|UNCLAS|SBU|NOFORN|NODIS|EXDIS)\b"
    r"|\([A-Z][A-Z/, -]{0,40}\)",
    re.IGNORECASE,
)
_CHARSETS = re.compile(
    r"us-ascii|ascii|utf-?(?:7|8|16(?:le|be)?|32)|iso-8859-\d{1,2}|latin-?\d|windows-\d{3,4}|cp\d{3,4}"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|iso-2022-(?:jp|kr)"
)


def decoded(data: bytes, charset: str) -> tuple[str | None, str]:
    """Bytes by the charset they state, else as any text; with its name. None: they are no text."""
    if _CHARSETS.fullmatch(charset) and not charset.startswith(("utf-16", "utf16", "utf-32")):
        try:
            return data.decode(charset), charset
        except (UnicodeError, LookupError):
            pass
    return text_of(data)


def fields_of(message: Message) -> str:
    """The fields as lines, whom it is from first: unfolded, their encoded words decoded.

    What only brings a mail is taken off with its encoding, unless it bears a mark.
    """
    fields = sorted(message.raw_items(), key=lambda item: RANKS.get(item[0].lower(), LAST))
    said = [(name, _value(str(value))) for name, value in fields]
    return "".join(
        f"{name}: {value}\n"
        for name, value in said
        if not CARRYING.fullmatch(name.lower()) or MARKS.search(value)
    )


def _value(raw: str) -> str:
    """The value of a field on one line."""
    data = raw.encode("ascii", "surrogateescape") if raw.isascii() or _escaped(raw) else None
    plain = (text_of(data)[0] if data else raw) or ""
    if "=?" not in plain:
        return _FOLD.sub(" ", plain).strip()
    return one_line("".join(_chunk(*chunk) for chunk in _chunks(plain)))


def _escaped(raw: str) -> bool:
    return all(letter < "\x80" or "\udc80" <= letter <= "\udcff" for letter in raw)


def _chunks(plain: str) -> list[tuple[bytes | str, str | None]]:
    try:
        return decode_header(plain)
    except ValueError:
        return [(plain, None)]


def _chunk(value: bytes | str, charset: str | None) -> str:
    if isinstance(value, str):
        return value
    return decoded(value, (charset or "").lower())[0] or ""


def one_line(value: str) -> str:
    """A value on one line."""
    return " ".join(value.split())
