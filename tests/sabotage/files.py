"""Where withheld words can hide in a PDF: each function makes one of an honest file.

The kinds of failure that a public detector of bad redactions (x-ray) collects samples of are all
here: boxes and bars over live text in any colour, white rectangles, cross-hatching, highlights and
rectangles as annotations, white text on white, text behind an image, bookmarks.
"""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from reportlab.pdfgen.canvas import Canvas

from tests.sabotage.honest import LEAK, their_pdf

_AT = 40, 30


def _say(canvas: Canvas, text: str = LEAK) -> None:
    canvas.setFont("Courier", 9)
    canvas.drawString(*_AT, text)


def box(red: float, green: float, blue: float) -> Callable[[Canvas], None]:
    """Words, and a filled box drawn over them."""

    def draw(canvas: Canvas) -> None:
        _say(canvas)
        canvas.setFillColorRGB(red, green, blue)
        canvas.rect(30, 20, 300, 30, stroke=0, fill=1)

    return draw


def _white(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    _say(canvas)


def _on_box(canvas: Canvas) -> None:
    canvas.rect(30, 20, 300, 30, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    _say(canvas)


def _hatched(canvas: Canvas) -> None:
    _say(canvas)
    for step in range(60):
        canvas.line(30 + 5 * step, 20, 35 + 5 * step, 50)


def _invisible(canvas: Canvas) -> None:
    words = canvas.beginText(*_AT)
    words.setTextRenderMode(3)
    words.textOut(LEAK)
    canvas.drawText(words)


def _tiny(canvas: Canvas) -> None:
    canvas.setFont("Courier", 0.1)
    canvas.drawString(*_AT, LEAK)


def _outside(canvas: Canvas) -> None:
    canvas.drawString(-900, -900, LEAK)


def _kerned(canvas: Canvas) -> None:
    for number, letter in enumerate(LEAK):
        canvas.drawString(_AT[0] + 6.1 * number, _AT[1], letter)


def _shuffled(canvas: Canvas) -> None:
    for number in sorted(range(len(LEAK)), key=lambda place: (place * 7) % len(LEAK)):
        canvas.drawString(_AT[0] + 6 * number, _AT[1], LEAK[number])


def _rows(canvas: Canvas, words: list[str], *, before: str = "", behind: str = "") -> None:
    """A row a string, each with something before and behind it, drawn row by row."""
    for number, word in enumerate(words):
        up = 100 - 11 * number
        canvas.drawString(40, up, before.format(number))
        canvas.drawString(60, up, word)
        canvas.drawString(140, up, behind)


def _shuffled_rows(canvas: Canvas) -> None:
    for number in (3, 0, 4, 2, 1):
        canvas.drawString(60, 100 - 11 * number, LEAK.split()[number])
        canvas.drawString(120, 100 - 11 * number, "else")


def _turned(canvas: Canvas) -> None:
    canvas.rotate(45)
    canvas.drawString(200, 20, LEAK)


def _clipped(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.rect(0, 0, 1, 1)
    canvas.clipPath(path, stroke=0)
    _say(canvas)


def _form(canvas: Canvas) -> None:
    canvas.beginForm("unused")
    _say(canvas)
    canvas.endForm()


def _used_form(canvas: Canvas) -> None:
    _form(canvas)
    canvas.doForm("unused")


def _bookmark(canvas: Canvas) -> None:
    canvas.bookmarkPage("key")
    canvas.addOutlineEntry(LEAK, "key")


def _link(canvas: Canvas) -> None:
    canvas.linkURL(f"https://example.org/?q={LEAK.replace(' ', '%20')}", (0, 0, 9, 9))


DRAWN: dict[str, Callable[[Canvas], None]] = {
    "plain": _say,
    "black-box": box(0, 0, 0),
    "near-black-box": box(0.1, 0.1, 0.1),
    "red-box": box(1, 0, 0),
    "white-box": box(1, 1, 1),
    "cross-hatched": _hatched,
    "white-on-white": _white,
    "black-on-black": _on_box,
    "invisible": _invisible,
    "tiny": _tiny,
    "outside-the-page": _outside,
    "clipped-away": _clipped,
    "letter-by-letter": _kerned,
    "letters-out-of-order": _shuffled,
    "turned": _turned,
    "left-column": lambda canvas: _rows(canvas, LEAK.split(), behind="some other words"),
    "left-column-of-four-words": lambda canvas: _rows(
        canvas, ["showed us the second", "ledger"], behind="else"
    ),
    "middle-column": lambda canvas: _rows(canvas, LEAK.split(), before="ab", behind="cd"),
    "numbered-rows": lambda canvas: _rows(canvas, LEAK.split(), before="{}"),
    "rows-out-of-order": _shuffled_rows,
    "form-not-used": _form,
    "form-used": _used_form,
    "bookmark": _bookmark,
    "link-target": _link,
    "title": lambda canvas: canvas.setTitle(LEAK),
    "author": lambda canvas: canvas.setAuthor(LEAK),
    "keywords": lambda canvas: canvas.setKeywords(LEAK),
}


def _annotation(pdf: Pdf, **keys: Any) -> None:
    whole = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 300, 50]), **keys)
    pdf.pages[0].Annots = Array([pdf.make_indirect(whole)])


def _appearance(pdf: Pdf) -> None:
    font = Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
    stream = Stream(pdf, f"BT /F 9 Tf ({LEAK}) Tj ET".encode())
    stream.Type, stream.Subtype = Name.XObject, Name.Form
    stream.BBox, stream.Resources = Array([0, 0, 9, 9]), Dictionary(Font=font)
    _annotation(pdf, Subtype=Name.Stamp, AP=Dictionary(N=pdf.make_indirect(stream)))


def _field(pdf: Pdf) -> None:
    field = Dictionary(FT=Name.Tx, T=String("x"), V=String(LEAK))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def _layer(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    off = Dictionary(OFF=Array([group]))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=off)
    page = pdf.pages[0]
    page.Resources.Properties = Dictionary(L=group)
    page.contents_add(f"/OC /L BDC BT /F1 9 Tf 40 30 Td ({LEAK}) Tj ET EMC".encode())


def _tagged(**properties: Any) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot = Dictionary(
            Type=Name.StructTreeRoot,
            K=pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, **properties)),
        )

    return change


def _in_content(text: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(text.encode())

    return change


_BETWEEN = "BT /F1 9 Tf ( ) Tj ET"


def _spoken(key: str) -> Callable[[Pdf], None]:
    """A word an element of the content: what a screen reader says, and what is copied."""
    words = (f"/Span <</{key} ({word})>> BDC {_BETWEEN} EMC" for word in LEAK.split())
    return _in_content("\n".join(words))


def _half_spoken(pdf: Pdf) -> None:
    """Every second word stands for a blank that is shown; the others are shown."""
    spoken = [
        f"/Span <</ActualText ({word})>> BDC BT (qz) Tj ET EMC"
        if number % 2
        else f"BT /F1 9 Tf ({word} ) Tj ET"
        for number, word in enumerate(LEAK.split())
    ]
    _in_content("\n".join(spoken))(pdf)


def _word_an_element(key: str) -> Callable[[Pdf], None]:
    """A word an element of the structure, the elements in another order in the file."""

    def change(pdf: Pdf) -> None:
        words = LEAK.split()
        elements = {
            number: pdf.make_indirect(
                Dictionary({"/Type": Name.StructElem, "/S": Name.Span, key: String(words[number])})
            )
            for number in (3, 1, 4, 0, 2)
        }
        parent = Dictionary(Type=Name.StructElem, S=Name.P)
        parent.K = Array([elements[number] for number in range(5)])
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(parent))

    return change


def _word_an_object(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        made = [Dictionary({"/S": Name.Span, key: String(word)}) for word in LEAK.split()]
        _in_root(pdf, Array([pdf.make_indirect(one) for one in made]))

    return change


def _circle_of_elements(pdf: Pdf) -> None:
    """Elements of a structure, and lists of them, that lead back to themselves."""
    _word_an_element("/Alt")(pdf)
    parent = pdf.Root.StructTreeRoot.K
    children = pdf.make_indirect(parent.K)
    children.append(children)
    children.append(parent)
    parent.K = children


def _metadata(pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = LEAK


def _in_root(pdf: Pdf, value: object) -> None:
    pdf.Root.Extra = pdf.make_indirect(Dictionary(Value=value))


def _attached(pdf: Pdf, data: bytes) -> None:
    pdf.attachments["note.bin"] = data


CHANGED: dict[str, Callable[[Pdf], None]] = {
    "note": lambda pdf: _annotation(pdf, Subtype=Name.Text, Contents=String(LEAK)),
    "highlight": lambda pdf: _annotation(pdf, Subtype=Name.Highlight, Contents=String(LEAK)),
    "overlay-text": lambda pdf: _annotation(pdf, Subtype=Name.Redact, OverlayText=String(LEAK)),
    "appearance": _appearance,
    "field": _field,
    "layer": _layer,
    "alternative-text": _tagged(Alt=String(LEAK)),
    "actual-text": _tagged(ActualText=String(LEAK)),
    "expansion": _tagged(E=String(LEAK)),
    "actual-text-in-content": _in_content(f"/Span <</ActualText ({LEAK})>> BDC EMC"),
    "spoken-word-by-word": _spoken("ActualText"),
    "alternatives-word-by-word": _spoken("Alt"),
    "spoken-by-halves": _half_spoken,
    "actual-texts-in-the-structure": _word_an_element("/ActualText"),
    "alternatives-in-the-structure": _word_an_element("/Alt"),
    "structure-in-a-circle": _circle_of_elements,
    "text-out-of-reach": _in_content(f"BT 1e308 0 0 1e308 1e308 1e308 Tm 9 9 Td ({LEAK}) Tj ET"),
    "operators-without-operands": _in_content(f"Q EMC Tm cm re l /x BDC Td BT ({LEAK}) Tj ET"),
    "alternatives-in-objects": _word_an_object("/Alt"),
    "titles-in-objects": _word_an_object("/Title"),
    "content-comment": _in_content(f"% {LEAK}\n"),
    "content-hexadecimal": _in_content(f"BT /F1 9 Tf <{LEAK.encode().hex()}> Tj ET"),
    "content-kerned": _in_content(f"BT /F1 9 Tf [({LEAK[:9]}) -80 ({LEAK[9:]})] TJ ET"),
    "xmp": _metadata,
    "piece-info": lambda pdf: _in_root(pdf, String(LEAK)),
    "utf-16-string": lambda pdf: _in_root(pdf, String(f"Ж {LEAK}")),
    "destination": lambda pdf: _in_root(pdf, Dictionary({"/" + LEAK.replace(" ", "_"): 1})),
    "name": lambda pdf: _in_root(pdf, Name("/" + LEAK)),
    "stream-left-over": lambda pdf: _in_root(pdf, pdf.make_stream(LEAK.encode())),
    "page-label": lambda pdf: _in_root(pdf, Dictionary(P=String(LEAK))),
    "attachment": lambda pdf: _attached(pdf, LEAK.encode()),
    "attached-pdf": lambda pdf: _attached(pdf, their_pdf(_say)),
    "attached-page": lambda pdf: _attached(pdf, f"<html><!-- {LEAK} --></html>".encode()),
    "script": lambda pdf: _in_root(pdf, Dictionary(S=Name.JavaScript, JS=String(f"x('{LEAK}')"))),
}


def changed(change: Callable[[Pdf], None], *, packed: bool = False) -> bytes:
    """An honest file with one change, its objects packed into streams or not."""
    mode = pikepdf.ObjectStreamMode
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(their_pdf())) as pdf:
        change(pdf)
        pdf.save(buffer, object_stream_mode=mode.generate if packed else mode.disable)
    return buffer.getvalue()


def earlier_revision() -> bytes:
    """A file in which words were replaced by saving only what changed."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    writer = PdfWriter(io.BytesIO(their_pdf(_say)), incremental=True)
    clean = DecodedStreamObject()
    contents = PdfReader(io.BytesIO(their_pdf())).pages[0].get_contents()
    clean.set_data(contents.get_data() if contents is not None else b"")
    writer.pages[0][NameObject("/Contents")] = writer._add_object(clean)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def left_over() -> bytes:
    """A file with an object that nothing refers to, and no table knows."""
    data = their_pdf()
    at = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    return data[:at] + f"99 0 obj\n({LEAK})\nendobj\n".encode() + data[at:]


RAW: dict[str, Callable[[], bytes]] = {
    "comment-at-the-end": lambda: their_pdf() + f"\n% {LEAK}\n".encode(),
    "comment-at-the-top": lambda: f"% {LEAK}\n".encode() + their_pdf(),
    "comment-between": lambda: their_pdf().replace(b"endobj\n", f"endobj\n% {LEAK}\n".encode(), 1),
    "comment-in-an-object": lambda: their_pdf().replace(
        b"/Type /Catalog", f"% {LEAK}\n/Type /Catalog".encode()
    ),
    "base64-behind-the-end": lambda: their_pdf() + b"c2hvd2VkIHVzIHRoZSBzZWNvbmQgbGVkZ2Vy",
    "earlier-revision": earlier_revision,
    "left-over-object": left_over,
}


def _image(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("RGB", (9, 9))), 1, 1)


def _outlines(canvas: Canvas) -> None:
    path = canvas.beginPath()
    path.moveTo(0, 0)
    for step in range(99):
        path.curveTo(step, 1, step, 2, step, 3)
    canvas.drawPath(path)


def _segments(canvas: Canvas) -> None:
    """Letters as strokes of a pen."""
    for number in range(15):
        left = 40 + 8 * number
        canvas.line(left, 30, left + 3, 38)
        canvas.line(left + 3, 38, left + 6, 30)
        canvas.line(left + 1, 33, left + 5, 33)


def _dots(canvas: Canvas) -> None:
    """Letters as dots of a grid."""
    for across in range(60):
        for up in range(7):
            canvas.rect(40 + across, 30 + up, 1, 1, stroke=0, fill=(across * up) % 2)


def _dots_turned(canvas: Canvas) -> None:
    canvas.rotate(90)
    canvas.translate(0, -400)
    for letter in range(25):
        for up in range(7):
            canvas.rect(40 + 8 * letter + up, 30 + up, 1, 1, stroke=0, fill=1)


def _outlines_by_forms(canvas: Canvas) -> None:
    """Each letter a form of a few curves, drawn where it is needed."""
    canvas.beginForm("a")
    path = canvas.beginPath()
    path.moveTo(0, 0)
    path.curveTo(1, 1, 2, 2, 3, 3)
    canvas.drawPath(path)
    canvas.endForm()
    for number in range(40):
        canvas.saveState()
        canvas.translate(40 + 6 * number, 30)
        canvas.doForm("a")
        canvas.restoreState()


def _thumbnail(pdf: Pdf) -> None:
    picture = Stream(pdf, bytes(300), Width=10, Height=10, BitsPerComponent=8)
    pdf.pages[0].Thumb = pdf.make_indirect(picture)


def _glyph_font(pdf: Pdf) -> None:
    """A font that says `/A` and draws what it likes."""
    glyph = pdf.make_stream(b"500 0 0 0 500 500 d1 0 0 m 1 1 2 2 3 3 c f")
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(A=glyph))
    font.Encoding = Dictionary(Differences=Array([65, Name.A]))
    _in_root(pdf, font)


def _font(**keys: Any) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        _in_root(pdf, Dictionary(Type=Name.Font, **keys))

    return change


def _glyphs(*names: str) -> Dictionary:
    return Dictionary(Differences=Array([65, *map(Name, names)]))


UNJUDGED: dict[str, Callable[[], bytes]] = {
    "image": lambda: their_pdf(_image),
    "letters-as-curves": lambda: their_pdf(_outlines),
    "letters-as-lines": lambda: their_pdf(_segments),
    "letters-as-dots": lambda: their_pdf(_dots),
    "letters-as-dots-turned": lambda: their_pdf(_dots_turned),
    "letters-as-forms": lambda: their_pdf(_outlines_by_forms),
    "thumbnail": lambda: changed(_thumbnail),
    "photograph-without-a-type": lambda: changed(
        lambda pdf: _in_root(pdf, pdf.make_stream(b"\xff\xd8\xff\xe0" + bytes(50)))
    ),
    "photograph-by-its-filter": lambda: changed(
        lambda pdf: _in_root(pdf, Stream(pdf, b"x", Filter=Name.DCTDecode))
    ),
    "archive-in-a-stream": lambda: changed(
        lambda pdf: _in_root(pdf, pdf.make_stream(b"PK\x03\x04" + bytes(50)))
    ),
    "font-of-drawings": lambda: changed(_glyph_font),
    "redaction-not-applied": lambda: changed(lambda pdf: _annotation(pdf, Subtype=Name.Redact)),
    "red-rectangle": lambda: changed(lambda pdf: _annotation(pdf, Subtype=Name.Square)),
    "empty-attachment": lambda: changed(lambda pdf: _attached(pdf, b"x")),
    "attached-archive": lambda: changed(lambda pdf: _attached(pdf, b"PK\x03\x04")),
    "composite-font-without-map": lambda: changed(
        _font(Subtype=Name.Type0, Encoding=Name("/Identity-H"))
    ),
    "drawn-font-without-map": lambda: changed(
        _font(Subtype=Name.Type3, Encoding=_glyphs("/g1", "/g2"))
    ),
    "font-of-coded-glyphs": lambda: changed(
        _font(Subtype=Name.TrueType, Encoding=_glyphs("/G01", "/cid2"))
    ),
    "unknown-filter": lambda: changed(
        lambda pdf: _in_root(pdf, Stream(pdf, b"x", Filter=Name("/Other")))
    ),
    "cut-short": lambda: their_pdf()[:-200],
    "encrypted": lambda: _encrypted(),
    "no-objects": lambda: b"%PDF-1.7\nhello",
}


def _encrypted() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(their_pdf())) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="x", user="y"))
    return buffer.getvalue()
