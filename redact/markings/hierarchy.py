"""Trees of control systems and of special access programs, as the fields `sci` and `sap` hold them.

A tree is `{system: {compartment: {sub-compartments}}}`; entries are what the fields list, blocks
what a mark shows. Authority: Reg A.6, H.4, H.5.
"""

from collections.abc import Iterable

NATO_WORDS = ("BALK", "BOHEMIA")
"""NATO's special access words: no programs, so they stand behind them."""

Tree = dict[str, dict[str, set[str]]]


def tree_of(entries: Iterable[str]) -> Tree:
    """The tree that entries describe; compartments of one system unite."""
    tree: Tree = {}
    for entry in entries:
        system, *compartments = entry.split("-")
        below = tree.setdefault(system, {})
        for compartment in compartments:
            name, *subs = compartment.split(" ")
            below.setdefault(name, set()).update(subs)
    return tree


def sci_entries(tree: Tree) -> tuple[str, ...]:
    """Every system bare, followed by an entry for each compartment with its sub-compartments."""
    entries: list[str] = []
    for system in sorted(tree):
        entries.append(system)
        if tree[system]:
            entries += [f"{system}-{shown}" for shown in _compartments(tree[system])]
    return tuple(entries)


def sap_entries(entries: Iterable[str]) -> tuple[str, ...]:
    """The field `sap`: programs sorted, then NATO's special access words."""
    listed = list(entries)
    programs = blocks(tree_of(entry for entry in listed if entry not in NATO_WORDS))
    return (*programs, *(word for word in NATO_WORDS if word in listed))


def blocks(tree: Tree) -> tuple[str, ...]:
    """Each system or program once, its compartments behind it: `SI-G ABCD-XYZ`."""
    return tuple("-".join((system, *_compartments(tree[system]))) for system in sorted(tree))


def atoms(tree: Tree) -> frozenset[tuple[str, ...]]:
    """Every system, compartment and sub-compartment, each with what it stands under."""
    found: set[tuple[str, ...]] = set()
    for system, compartments in tree.items():
        found.add((system,))
        for name, subs in compartments.items():
            found.add((system, name))
            found.update((system, name, sub) for sub in subs)
    return frozenset(found)


def _compartments(compartments: dict[str, set[str]]) -> list[str]:
    return [" ".join((name, *sorted(compartments[name]))) for name in sorted(compartments)]
