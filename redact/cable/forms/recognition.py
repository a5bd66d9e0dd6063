"""Which form of telegram a text is, by its own evidence."""

import re

from redact.cable.drafts import Scan
from redact.cable.forms import layouts
from redact.cable.forms.layout import TELEGRAM, Layout

CABLE = "C03"
"""The form of about 1980 to 2010: envelope, banner, E.O. line, TAGS, subject, numbered text."""

PLAIN = "plain"
FOREIGN_FORM = "unknown"
"""A form with a header of its own that is not read yet: its captions and controls may be missed."""

_TRANSMITTED = re.compile(
    r"\s*(?:V?ZCZC|[ZOPRY]{2} R[A-Z]{3}"
    r"|[ZOPRY] (?:[ZOPRY] )?\d{6}Z [A-Z]{3} (?:19)?(?!6[6-9]|7\d)\d\d\b)"
)
_BANNER = re.compile(
    r"\n *(?:(?:[A-Z] ){5,}[A-Z]\b|UNCLAS|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)"
    r"[A-Z /]* \d{3,6}\b"
)
_COPIED = re.compile(
    r"\n[ \t]*(?:PAGE 0?1\b|(?:ACTION|ORIGIN) +[A-Z/]{1,6}[ -]\d\d|-{6,} *[0-9A-F]{6}\b"
    r"|[ZOPRY] (?:[ZOPRY] )?\d{6}Z [A-Z]{3} (?:19)?(?:6[6-9]|7\d)\b|E\. ?O\. ?(?:11652|12065)\b"
    r"|(?:UNCLASSIFIED +)?U\.S\. Department of State +Case No|RELEASED? IN (?:PART|FULL)\b)"
)
_FORMS = (
    (re.compile(r"\n[ \t]*(?:INCOMING|OUTGOING) TELEGRAM\b"), layouts.TYPED),
    (re.compile(r"\n(?:[^\n]* )?AIRGRAM(?: {2,}[^\n]*)?\n"), layouts.AIRGRAM),
    (re.compile(r"\n(?:MRN|Date/DTG) *:"), layouts.SMART),
    (
        re.compile(r"\nFrom *:.*\n+(?:(?:To|Cc|Bcc) *:.*\n(?:[ \t]+.*\n)*)*(?:Sent|Date) *:"),
        layouts.EMAIL,
    ),
    (
        re.compile(
            r"\n\d{1,4}\. (?:Telegram|Airgram|Backchannel Message|Circular Telegram)\b.* From "
        ),
        layouts.PRINTED,
    ),
    (
        re.compile(r"\n[ \t]*(?:[A-Z]+ )?MEMORANDUM(?: (?:FOR|OF)\b|[ \t]*\n)|\nPARTICIPANTS *:"),
        layouts.MEMORANDUM,
    ),
)
"""What stands on top of a form, over any banner line of a telegram."""

_PAPERS = (
    *((layout.name, sign) for sign, layout in _FORMS),
    ("telegram", re.compile(r"\n *FM [A-Z]{4,}|\nVZCZC|\n *PAGE 0?1 {2,}[A-Z]")),
    ("telegram", _BANNER),
    ("FRS", re.compile(r"\n *(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[?\d{1,2}\]?) ?Source: ")),
    ("REC", re.compile(r"\n *From *:.*\n+ *(?:Sent|Date) *:")),
)
_WORDS_OF = {
    "T50": ("ING TELEGRAM",),
    "AIR": ("AIRGRAM",),
    "SMT": ("MRN", "Date/DTG"),
    "REC": ("From",),
    "FRS": (" From ", "Source: "),
    "MEM": ("MEMORANDUM", "PARTICIPANTS"),
    "telegram": ("",),
}
"""What the signs of a form hold: without it they are not looked for."""

_HEADED = frozenset({"T50", "AIR", "SMT", "FRS"})
"""The forms whose header nobody quotes in a telegram."""

_HEADED_PAPERS = tuple(paper for paper in _PAPERS if paper[0] in _HEADED)
_WORDS_OF_HEADED = tuple(word for name in sorted(_HEADED) for word in _WORDS_OF[name])

_TELEGRAM_FORM = re.compile(
    r"(?i:department of state) +TELEGRAM|TELEGRAM +(?i:department of state)"
)
_REVIEWED = re.compile(r"Case No|RELEASED? IN|DENIED IN|INFO +LOG-\d\d")
_HEAD = 3000

_OTHER = re.compile(
    r"^[ \t]*(?:MRN:|Date/DTG:|AIRGRAM\b|INCOMING TELEGRAM|MEMORANDUM (?:FOR|OF)\b|PARTICIPANTS:|"
    r"From:.*\nSent:|Sensitivity:|Captions:|\d{1,4}\. (?:Tele|Air)gram From\b)",
    re.MULTILINE,
)


def is_transmitted(text: str) -> bool:
    """Whether the lines of a transmission stand on top, of a year that has no other form."""
    return _TRANSMITTED.match(text) is not None


def layout_of(text: str) -> Layout:
    """The layout of a text, by what stands on top of it; that of a telegram in doubt."""
    if is_transmitted(text):
        return TELEGRAM
    head = "\n" + text[:_HEAD].replace("\r", "\n")
    if _COPIED.search(head):
        return _copy(head)
    banner = _BANNER.search(head)
    top = head[: banner.start()] if banner else head
    return next((layout for sign, layout in _FORMS if sign.search(top)), TELEGRAM)


def _copy(head: str) -> Layout:
    if _REVIEWED.search(head):
        return layouts.COPY._replace(name="F80")
    if _TELEGRAM_FORM.search(head):
        return layouts.COPY._replace(name="T66")
    return layouts.COPY


def mixes_forms(scan: Scan) -> bool:
    """Whether signs of another form stand in a text: two papers, of which one rule cannot do both.

    In a telegram a mail or memorandum may be quoted; the header of another telegram is another.
    """
    if scan.layout.plain:
        return any(map(scan.text.__contains__, _WORDS_OF_HEADED)) and bool(
            _papers_in(scan.text, _HEADED_PAPERS)
        )
    own = "telegram" if scan.layout.copied else scan.layout.name
    return bool(_papers_in(scan.text, _PAPERS) - {own})


def _papers_in(text: str, papers: tuple[tuple[str, re.Pattern[str]], ...]) -> set[str]:
    """The names of the papers whose signs stand in a text."""
    lines = "\n" + text.replace("\r", "\n")
    return {
        name
        for name, sign in papers
        if any(map(lines.__contains__, _WORDS_OF[name])) and sign.search(lines)
    }


def form_of(scan: Scan) -> str:
    """The form that was read; else `C03` with two pieces of its evidence, `unknown` with those of
    a form that is not read, else `plain`."""
    if not scan.layout.plain:
        return scan.layout.name
    evidence = (
        bool(scan.banners and scan.banners[0].mrn),
        bool(scan.moments),
        bool(scan.orders),
        scan.tags is not None,
        scan.subject is not None,
        bool(scan.to or scan.info),
    )
    strong = sum(evidence)
    if strong >= 3 or (strong == 2 and not _OTHER.search(scan.text)):
        return CABLE
    return FOREIGN_FORM if _OTHER.search(scan.text) else (CABLE if any(evidence) else PLAIN)
