"""The form as PDF: tagged, with title, language and bookmarks, the same bytes on every run.

The file holds what is listed here and nothing else: no dates, no name of a program, no attachment,
no script, no earlier revision.
"""

from collections.abc import Sequence
from itertools import chain

from redact.cable.model import Cable, Kind, Portion
from redact.policy.decision import Account, Decision, Effect
from redact.release.lead import shown_number
from redact.release.model import Outcome
from redact.release.pdf.characters import Characters, characters_of, unicode_map
from redact.release.pdf.content import HEIGHT, LEFT, WIDTH, Stroke, content_of, top_of
from redact.release.pdf.layout import Run, set_pages
from redact.release.pdf.objects import Objects, reference, references, text_string
from redact.release.pdf.structure import add_structure, sequences
from redact.release.pdf.typeface import ADVANCE, NAME, Typeface, font_of, typeface
from redact.release.pieces import pieces_of
from redact.release.stamp import OUTCOME_WORDS, Line, stamp_lines

_TITLE = "Sanitised cable, {}"
_METADATA = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
Page = Sequence[Sequence[Run]]


def pdf_form(cable: Cable, account: Account, outcome: Outcome, style: str) -> bytes:
    """The release as a PDF file.

    Raises ReleaseError for a character that the pages cannot show.
    """
    lines = stamp_lines(cable, account, outcome)
    stamp = [(f"[{line}]\n",) for line in lines]
    portions = pieces_of(cable, account, style)
    blocks = [*stamp[:-1], (f"{stamp[-1][0]}\n",), *portions]
    tags = ["H1", *["P"] * (len(blocks) - 1)]
    pages = set_pages(blocks)
    feet = [
        (OUTCOME_WORDS[outcome], f"page {number} of {len(pages)}")
        for number in range(1, len(pages) + 1)
    ]
    face = typeface()
    shown = chain((run.text for page in pages for line in page for run in line), *feet)
    codes = characters_of("".join(shown), face)

    objects = Objects()
    tree, font = objects.reserve(), _font(objects, face, codes)
    numbers = [objects.reserve() for _ in pages]
    listed = [sequences(page) for page in pages]
    for place, (number, one, foot) in enumerate(zip(numbers, listed, feet, strict=True)):
        strokes = [] if place else _strokes(lines)
        content = objects.stream(content_of(one, tags, foot, codes, strokes))
        objects.put(number, _page(tree, font, content, place))
    objects.put(tree, f"<< /Type /Pages /Count {len(pages)} /Kids {references(numbers)} >>")
    structure = add_structure(objects, tags, list(zip(numbers, listed, strict=True)))
    outline = _outline(objects, _bookmarks(cable, account, len(stamp), pages, numbers))
    return objects.file(_catalog(objects, tree, structure, outline, outcome))


def _catalog(objects: Objects, tree: int, structure: int, outline: str, outcome: Outcome) -> int:
    title = _TITLE.format(outcome.value.replace("_", " "))
    metadata = objects.stream(_METADATA.format(title).encode(), " /Type /Metadata /Subtype /XML")
    return objects.add(
        f"<< /Type /Catalog /Pages {reference(tree)} /Lang (en-US) /MarkInfo << /Marked true >>"
        f" /StructTreeRoot {reference(structure)} /Metadata {reference(metadata)}{outline}"
        " /ViewerPreferences << /DisplayDocTitle true >> >>"
    )


def _strokes(lines: Sequence[Line]) -> list[Stroke]:
    """A line through each overall marking that no longer holds (32 CFR 2001.25)."""
    return [
        Stroke(place, len(f"[{line.words}"), len(line.cancelled))
        for place, line in enumerate(lines)
        if line.cancelled
    ]


def _page(tree: int, font: int, content: int, place: int) -> str:
    return (
        f"<< /Type /Page /Parent {reference(tree)} /MediaBox [0 0 {WIDTH} {HEIGHT}]"
        f" /Resources << /Font << /F {reference(font)} >> >> /Contents {reference(content)}"
        f" /StructParents {place} /Tabs /S >>"
    )


def _font(objects: Objects, face: Typeface, codes: Characters) -> int:
    data = font_of(face, codes.glyphs)
    name = f"/BaseFont /AAAAAA+{NAME}"
    file = objects.stream(data, f" /Length1 {len(data)}")
    descriptor = objects.add(
        f"<< /Type /FontDescriptor /FontName /AAAAAA+{NAME} /Flags 5 /FontBBox [-559 -375 718 1029]"
        f" /ItalicAngle 0 /Ascent 928 /Descent -236 /CapHeight 729 /StemV 80"
        f" /FontFile2 {reference(file)} >>"
    )
    glyphs = objects.add(
        f"<< /Type /Font /Subtype /CIDFontType2 {name} /CIDToGIDMap /Identity"
        f" /DW {ADVANCE} /W [0 {len(codes.glyphs)} {ADVANCE}]"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {reference(descriptor)} >>"
    )
    back = objects.stream(unicode_map(codes))
    return objects.add(
        f"<< /Type /Font /Subtype /Type0 {name} /Encoding /Identity-H"
        f" /DescendantFonts [{reference(glyphs)}] /ToUnicode {reference(back)} >>"
    )


def _bookmarks(
    cable: Cable, account: Account, before: int, pages: Sequence[Page], numbers: Sequence[int]
) -> list[tuple[str, str]]:
    """Title and place of each released paragraph that has a number; `before`: blocks in front."""
    places: dict[int, str] = {}
    for page, number in zip(pages, numbers, strict=True):
        for line, runs in enumerate(page):
            for run in runs:
                place = f"[{reference(number)} /XYZ {LEFT} {top_of(line)} null]"
                places.setdefault(run.block - before, place)
    return [
        (f"Paragraph {shown_number(portion.number)}", places[portion.index])
        for portion, decision in zip(cable.portions, account.decisions, strict=True)
        if _has_bookmark(portion, decision) and portion.index in places
    ]


def _has_bookmark(portion: Portion, decision: Decision) -> bool:
    return (
        decision.effect is Effect.RELEASE
        and portion.kind is Kind.PARAGRAPH
        and shown_number(portion.number) is not None
    )


def _outline(objects: Objects, bookmarks: Sequence[tuple[str, str]]) -> str:
    """The entry of the catalog, empty where there are no bookmarks."""
    if not bookmarks:
        return ""
    root = objects.reserve()
    numbers = [objects.reserve() for _ in bookmarks]
    for place, (title, target) in enumerate(bookmarks):
        before = f" /Prev {reference(numbers[place - 1])}" if place else ""
        after = f" /Next {reference(numbers[place + 1])}" if place + 1 < len(numbers) else ""
        objects.put(
            numbers[place],
            f"<< /Title {text_string(title)} /Parent {reference(root)}{before}{after}"
            f" /Dest {target} >>",
        )
    objects.put(
        root,
        f"<< /Type /Outlines /First {reference(numbers[0])} /Last {reference(numbers[-1])}"
        f" /Count {len(numbers)} >>",
    )
    return f" /Outlines {reference(root)}"
