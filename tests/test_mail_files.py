"""Record e-mail as it is kept: MIME parts, encodings, pages, attachments, mails in mails."""

from datetime import date
from email.message import EmailMessage
from email.mime.base import MIMEBase

import pytest

import redact
from redact.cable.model import STRUCTURAL, Kind
from redact.errors import ReadError

PUBLIC = redact.load_policy("public")
BODY = (
    "UNCLASSIFIED\nSBU\nTAGS: AMGT, LG\nE.O.: 13526: N/A\n\n"
    "(SBU) The landlord asks Quispe who pays at the café.\n\n(U) The lease is shared.\n"
)
PAGE = (
    "<html><head><title>Zorblax</title><style>p {color: red}</style></head><body>"
    + "".join(f"<p class=MsoNormal style='margin:0'>{line}</p>" for line in BODY.split("\n"))
    + "<div style='display:none'>Zorblax resigns</div><script>zorblax()</script></body></html>"
)


def mail(subject: str = "Generator contract") -> EmailMessage:
    made = EmailMessage()
    made["Received"] = "from zorblax.example.gov by b.example.gov; Wed, 2 Oct 2013 09:41:12 +0000"
    made["Date"] = "Wed, 2 Oct 2013 09:41:12 -0400"
    made["Subject"] = subject
    made["From"] = '"Okafor, Miriam T" <okaformt@example.gov>'
    made["To"] = '"Lindqvist, Jon A" <lindqvistja@example.gov>, "Roe, Jane" <roe@example.gov>'
    return made


def plain(transfer: str, charset: str = "utf-8") -> bytes:
    made = mail()
    made.set_content(BODY, cte=transfer, charset=charset)
    return made.as_bytes()


def hypertext() -> bytes:
    made = mail()
    made.set_content(PAGE, subtype="html", cte="base64")
    return made.as_bytes()


def several() -> bytes:
    made = mail()
    made.set_content(BODY, cte="quoted-printable")
    made.add_alternative(PAGE, subtype="html")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Zorblax.pdf")
    return made.as_bytes()


FILES = {
    "quoted-printable": plain("quoted-printable"),
    "base64": plain("base64"),
    "eight-bits": plain("8bit"),
    "latin-1": plain("quoted-printable", "iso-8859-1"),
    "windows": plain("base64", "windows-1252"),
    "utf-16": plain("base64", "utf-16"),
    "page": hypertext(),
    "several": several(),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_mail_is_read_however_it_is_encoded(data: bytes) -> None:
    cable = redact.read(data)
    assert cable.form == "REC"
    assert cable.source.encoding.startswith("message/rfc822+")
    assert cable.header.subject == "Generator contract"
    assert cable.header.tags == ("AMGT", "LG")
    assert cable.header.date == date(2013, 10, 2)
    assert [p.kind for p in cable.portions[:3]] == ["envelope", "subject", "header"]
    marks = [str(p.mark.marking) for p in cable.portions if p.mark]
    assert marks == ["U//SBU", "U"]
    assert "".join(map(cable.text_of, cable.portions)) == cable.source.text
    assert "the café" in cable.source.text


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_nothing_that_carries_or_hides_in_a_mail_goes_out(data: bytes) -> None:
    release = redact.apply(data, PUBLIC, date(2014, 1, 1)).text
    assert "zorblax" not in release.lower()
    assert "Quispe" not in release
    assert "(U) The lease is shared." in release


def test_attachment_is_named_in_a_withheld_line_and_not_in_the_finding() -> None:
    cable = redact.read(FILES["several"])
    last = cable.portions[-1]
    assert cable.text_of(last) == "Attachment: Zorblax.pdf (application/pdf)\n"
    assert last.doubts == ("cable/attachment",)
    assert "orblax" not in " ".join(found.message for found in cable.findings)


def test_encoded_subject_is_read_with_its_mark() -> None:
    made = mail("(SBU) Générateur à Quispe")
    made.set_content(BODY)
    cable = redact.read(made.as_bytes())
    assert cable.header.subject == "Générateur à Quispe"
    assert str(cable.header.subject_marking) == "U//SBU"
    assert "Quispe" not in redact.apply(made.as_bytes(), PUBLIC, date(2014, 1, 1)).text


def test_mail_inside_a_mail_is_quoted_and_raises() -> None:
    inner = mail("Zorblax")
    inner.set_content("Classification: SECRET\n\n(U) Zorblax resigns.\n")
    made = mail()
    made.set_content("Classification: UNCLASSIFIED\n\n(U) See below.\n\nZorblax knows.\n")
    made.add_attachment(inner)
    cable = redact.read(made.as_bytes())
    assert [p.kind for p in cable.portions].count(Kind.QUOTATION) == 1
    assert cable.in_doubt
    assert "Zorblax" not in redact.apply(made.as_bytes(), PUBLIC, date(2014, 1, 1)).text


def test_error_alternatives_that_bear_other_marks_are_withheld() -> None:
    made = mail()
    made.set_content("UNCLASSIFIED\n\n(U) Quispe pays.\n")
    made.add_alternative("<p>UNCLASSIFIED</p><p>(SBU) Quispe pays.</p>", subtype="html")
    cable = redact.read(made.as_bytes())
    texts = [p for p in cable.portions if p.kind not in STRUCTURAL]
    assert all("cable/mail-alternatives" in portion.doubts for portion in texts)
    assert "Quispe" not in redact.apply(made.as_bytes(), PUBLIC, date(2014, 1, 1)).text


def test_mail_whose_letters_stand_plainly_keeps_its_offsets() -> None:
    text = (
        "From: Okafor, Miriam T\nDate: Wed, 2 Oct 2013 09:41:12 +0000\nSubject: Lease\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{BODY}"
    )
    source = redact.read(text.encode()).source
    assert (source.text, source.encoding) == (text, "utf-8")


@pytest.mark.parametrize("charset", ["rot13", "idna", "x-unknown", "unicode_escape", "utf-8; x=1"])
def test_unknown_charset_is_read_as_bytes_of_text(charset: str) -> None:
    data = plain("base64").replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
    assert "the café" in redact.read(data).source.text


HOSTILE = {
    "no-boundary": ("multipart/mixed", "(S) Quispe pays.\n"),
    "fragment": ("message/partial; id=x; number=1", "(U) Quispe pays.\n"),
    "before-the-parts": (
        'multipart/mixed; boundary="x"',
        "(U) Quispe pays.\n--x\n\n(U) Text.\n--x--\n(U) Quispe.\n",
    ),
    "split-mark": ("text/html", "<p>(<b>S</b>) Quispe pays.</p>"),
    "mark-as-entities": ("text/html", "<p>&#40;S&#41; Quispe pays.</p>"),
    "comment": ("text/html", "<p>(U) Text.<!-- Quispe --></p>"),
    "letters-without-size": ("text/html", "<p>(U) Text.<i style='font-size:0px'>Quispe</i></p>"),
}


@pytest.mark.parametrize(("kind", "body"), HOSTILE.values(), ids=HOSTILE)
def test_mail_made_to_mislead_gives_nothing_out(kind: str, body: str) -> None:
    head = "From: A <a@example.gov>\nDate: Wed, 2 Oct 2013 09:41:12 +0000\nSubject: (U) X\n"
    data = f"{head}MIME-Version: 1.0\nContent-Type: {kind}\n\n{body}".encode()
    assert "Quispe" not in redact.apply(data, PUBLIC, date(2014, 1, 1)).text


def test_any_cut_of_a_mail_is_read_or_refused() -> None:
    data = several()
    for cut in range(1, len(data), 37):
        for part in filter(bytes.strip, (data[:cut], data[cut:])):
            cable = redact.read(part)
            assert "".join(map(cable.text_of, cable.portions)) == cable.source.text


def test_mails_too_deep_in_one_another_are_not_read() -> None:
    made: MIMEBase | EmailMessage = mail()
    made.set_content("(U) Innermost.\n") if isinstance(made, EmailMessage) else None
    for _ in range(30):
        around = mail()
        around.set_content("Classification: UNCLASSIFIED\n")
        around.add_attachment(made)
        made = around
    cable = redact.read(made.as_bytes())
    assert "Innermost" not in cable.source.text
    assert cable.portions[-1].doubts == ("cable/attachment",)


def test_parts_nested_thousands_deep_are_refused() -> None:
    fields = "From: a@b.c\nSubject: x\nMIME-Version: 1.0\n"
    kind = "Content-Type: multipart/mixed; boundary=b"
    parts = "".join(f"--b{number}\n{kind}{number + 1}\n\n" for number in range(3000))
    with pytest.raises(ReadError):
        redact.read(f"{fields}{kind}0\n\n{parts}".encode())


TELEGRAM = (
    "VZCZCXYZ0000\nRR RUEHC\nDE RUEHPE #0412 0402241\nZNY CCCCC ZZH\nR 092241Z FEB 07\n"
    "FM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC 3908\nBT\nC O N F I D E N T I A L LIMA 000412\n\n"
    "E.O. 12958: DECL: 02/08/2017\nTAGS: PREL, PE\nSUBJECT: (U) PATROLS\n\n"
    "1. (U) The lease is shared.\n\n2. (C) Quispe resigns.\nIVES\nBT\n#0412\nNNNN\n"
)


def carrying(text: str, transfer: str = "7bit", *, label: str = "", more: str = "") -> bytes:
    made = mail("Zorblax")
    if label:
        made["X-Classification"] = label
    made.set_content(text, cte=transfer)
    if more:
        made.add_attachment(more)
    return made.as_bytes()


@pytest.mark.parametrize("transfer", ["7bit", "quoted-printable", "base64"])
def test_a_telegram_that_a_mail_brings_whole_is_read_as_the_telegram(transfer: str) -> None:
    cable = redact.read(carrying(TELEGRAM, transfer))
    assert cable.form == "C03"
    assert cable.header.id == "07LIMA412"
    assert not cable.in_doubt
    assert "".join(map(cable.text_of, cable.portions)) == cable.source.text
    before, behind = (
        redact.apply(carrying(TELEGRAM, transfer), PUBLIC, date(year, 3, 1)).text
        for year in (2016, 2018)
    )
    assert "(U) The lease is shared." in before
    assert "Quispe" not in before
    assert "Quispe" in behind
    assert "Zorblax" not in behind
    assert "example.gov" not in behind


def test_the_head_of_a_mail_may_raise_the_telegram_it_brings() -> None:
    assert redact.read(carrying(TELEGRAM, label="SECRET")).in_doubt


@pytest.mark.parametrize(
    "data",
    [carrying(f"Please look.\n\n{TELEGRAM}"), carrying(TELEGRAM, more="Another text.\n")],
    ids=["text-before-it", "text-behind-it"],
)
def test_a_telegram_beside_other_text_in_a_mail_is_withheld(data: bytes) -> None:
    assert "lease" not in redact.apply(data, PUBLIC, date(2018, 3, 1)).text


@pytest.mark.parametrize("label", ["X-Classification", "X-Security-Label", "X-Foo"])
def test_a_level_in_any_field_of_a_mail_puts_it_in_doubt(label: str) -> None:
    made = mail()
    made[label] = "SECRET"
    made.set_content("UNCLASSIFIED\n\nQuispe resigns.\n")
    assert "Quispe" not in redact.apply(made.as_bytes(), PUBLIC, date(2014, 1, 1)).text
