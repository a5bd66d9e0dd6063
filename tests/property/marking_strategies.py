"""Markings, their texts, and damaged texts, drawn from the registers.

Fields are drawn in their order, so nothing here needs the product's sorting. Left out: names of
compartments and programs beyond a small pool, and commas where the code of Andorra needs them.
"""

from functools import cache

from hypothesis import strategies as st

from redact.markings.automaton import Tables, read_tables
from redact.markings.model import Cui, Level, Marking, NonUS
from redact.markings.registers import register

_CONTROLS = register("controls")
_ORGANISATIONS = register("organisations")
_SCI = register("sci")

COUNTRIES = tuple(
    sorted(["AFG", "AUS", "CAN", "DEU", "FIN", "FRA", "GBR", "IRQ", "JPN", "NZL", "XKS"])
)
GROUPS = tuple(sorted(["ACGU", "EU", "FVEY", "ISAF", "NATO", "NSG", "TEYE", "AUSTRALIA_GROUP"]))
PROGRAMS = ("12", "BP", "BP-123", "BUTTER POPCORN", "CA-XYZ YYY", "CD-A B")
SUBS = ("12", "ABCD", "EFGH")
CATEGORIES = tuple(sorted(["CTI", "GEO", "PRVCY", "PROPIN", "LEI"]))
LIMITS = ("AC", "AWP", "DL ONLY", "FED ONLY", "FEDCON", "NOCON")
AEA = ("RD", "FRD", "DCNI", "UCNI", "TFNI", "ATOMAL")


def _codes(block: str) -> tuple[str, ...]:
    return tuple(row["code"] for row in _CONTROLS if row["block"] == block)


_DISSEM, _NON_IC = _codes("dissem"), _codes("non_ic")
_SYSTEMS = tuple(sorted([system["code"] for system in _SCI["systems"]] + _SCI["codewords"]))


@cache
def some(items: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of `items`, each once, in their order."""
    chosen = st.lists(st.sampled_from(range(len(items))), max_size=most, unique=True)
    return chosen.map(lambda places: tuple(items[place] for place in sorted(places)))


CODES = (*COUNTRIES, *GROUPS)
FOREIGN = some(CODES, 4)
RELEASES = st.one_of(
    st.just(()), FOREIGN.filter(bool).map(lambda codes: ("USA", *codes)), st.just(("USA",))
)


@st.composite
def sci_fields(draw: st.DrawFn) -> tuple[str, ...]:
    """Systems with a few compartments and sub-compartments, and code words."""
    entries: list[str] = []
    for name in draw(some(_SYSTEMS, 2)):
        entries.append(name)
        if name not in _SCI["codewords"]:
            for compartment in draw(some(("123", "G", "XYZ"), 2)):
                entries.append(" ".join((f"{name}-{compartment}", *draw(some(SUBS, 2)))))
    return tuple(entries)


@st.composite
def aea_fields(draw: st.DrawFn) -> tuple[str, ...]:
    """Families of atomic energy marks with CNWDI and SIGMA numbers."""
    entries: list[str] = []
    for family in draw(some(AEA, 2)):
        entries.append(family)
        if family == "RD" and draw(st.booleans()):
            entries.append("RD-CNWDI")
        numbers = draw(some(("1", "14", "18", "20"), 2)) if family in ("RD", "FRD") else ()
        if numbers:
            entries.append(f"{family}-SG {' '.join(numbers)}")
    return tuple(entries)


@st.composite
def markings(draw: st.DrawFn) -> Marking:
    """Any marking the registers allow, forbidden combinations among them."""
    level = draw(st.sampled_from(list(Level)))
    owner = draw(st.sampled_from(["", "", "", "GBR", "CAN DEU", "EU", "NATO", "FGI"]))
    is_joint = not owner and draw(st.integers(0, 9)) == 0
    concealed = owner == "FGI"
    return Marking(
        level=level,
        non_us=NonUS(owner, level) if owner else None,
        joint=draw(st.sampled_from([(), ("GBR", "USA"), ("CAN", "USA", "EU")]))
        if is_joint
        else None,
        sci=draw(sci_fields()),
        sap=(
            *draw(st.sampled_from([(), ("BP",), ("12", "BP-123"), tuple(PROGRAMS[3:])])),
            *draw(some(("BALK", "BOHEMIA"), 1)),
        ),
        aea=draw(aea_fields()),
        fgi=() if concealed else draw(st.one_of(st.none(), FOREIGN)),
        dissem=draw(some(_DISSEM, 3)),
        rel_to=draw(RELEASES),
        display_only=draw(FOREIGN),
        non_ic=draw(some(_NON_IC, 2)),
        cui=draw(st.one_of(st.none(), st.none(), cui_fields())),
    )


def cui_fields() -> st.SearchStrategy[Cui]:
    """CUI with a few categories and controls of its own."""
    categories = some(CATEGORIES, 2)
    return st.builds(Cui, categories, categories, some(LIMITS, 2))


@st.composite
def plain_markings(draw: st.DrawFn) -> Marking:
    """Markings as telegrams have them: a level, two or three controls, a list."""
    return Marking(
        level=draw(st.sampled_from(list(Level))),
        dissem=draw(some(_DISSEM, 2)),
        rel_to=draw(RELEASES),
        non_ic=draw(some(_NON_IC, 1)),
    )


LOOK_ALIKES = {
    "A": "АΑ", "B": "ВΒ", "C": "СϹ", "E": "ЕΕ", "H": "НΗ", "I": "ІΙl|", "K": "КΚ", "M": "МΜ",
    "N": "Ν", "O": "ОΟ", "P": "РΡ", "R": "Ʀ", "S": "Ѕ$", "T": "ТΤ", "U": "Ս", "X": "ХΧ",
    "/": "⁄∕／", "-": "–—‑", " ": "\u00a0\u2009\u3000", ",": "，‚",
}  # fmt: skip
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u202e\u0000\u000b"


@st.composite
def disguised(draw: st.DrawFn, text: str) -> str:
    """`text` with one letter replaced by one that looks like it, or an invisible one put in."""
    at = draw(st.integers(0, len(text) - 1))
    alike = LOOK_ALIKES.get(text[at])
    if alike and draw(st.booleans()):
        return text[:at] + draw(st.sampled_from(alike)) + text[at + 1 :]
    return text[:at] + draw(st.sampled_from(INVISIBLE)) + text[at:]


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """`text` with one character dropped, put in, replaced or doubled, or two exchanged."""
    at = draw(st.integers(0, len(text) - 1))
    other = draw(st.sampled_from("ABCDEFGILMNORSTUVX0158/-, .()[]{}"))
    kind = draw(st.sampled_from(["drop", "put in", "replace", "double", "exchange"]))
    match kind:
        case "drop":
            return text[:at] + text[at + 1 :]
        case "put in":
            return text[:at] + other + text[at:]
        case "replace":
            return text[:at] + other + text[at + 1 :]
        case "double":
            return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]


@cache
def _tables() -> Tables:
    return read_tables()


@st.composite
def sentences(draw: st.DrawFn, most: int = 14) -> tuple[str, ...]:
    """Terminals that the grammar takes in this order: a walk through its tables.

    Cut off behind `most` of them, so a few are only the beginning of a sentence.
    """
    states: list[int] = [_tables().start]
    sentence: list[str] = []
    while len(sentence) < most:
        behind = {name: _behind(states, name) for name in sorted(_tables().states[states[-1]])}
        terminal = draw(st.sampled_from([name for name, after in behind.items() if after]))
        if terminal == "$END":
            break
        states = behind[terminal]
        sentence.append(terminal)
    return tuple(sentence)


def _behind(states: list[int], terminal: str) -> list[int]:
    """The states behind a terminal; empty where it cannot stand here, or is the name of a rule."""
    tables, behind = _tables(), list(states)
    while (action := tables.states[behind[-1]].get(terminal)) is not None and action < 0:
        rule = tables.rules[~action]
        del behind[-rule.size :]
        behind.append(tables.states[behind[-1]][rule.origin])
        if behind[-1] == tables.accepting:
            return behind
    return [] if action is None or not terminal.isupper() else [*behind, action]
