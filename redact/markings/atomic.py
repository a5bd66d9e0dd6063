"""The field `aea`: families of atomic energy marks and their SIGMA numbers (Reg H.6)."""

from collections.abc import Iterable

FAMILIES = ("RD", "FRD", "DCNI", "UCNI", "TFNI", "ATOMAL")


def aea_entries(words: Iterable[str], sigmas: dict[str, set[int]]) -> tuple[str, ...]:
    """The field from bare words (CNWDI implies RD) and SIGMA numbers by family."""
    present = set(words) | {family for family, numbers in sigmas.items() if numbers}
    if "CNWDI" in present:
        present.add("RD")
    entries: list[str] = []
    for family in FAMILIES:
        if family in present:
            entries += _family(family, sigmas.get(family, set()), has_cnwdi="CNWDI" in present)
    return tuple(entries)


def _family(family: str, numbers: set[int], *, has_cnwdi: bool) -> list[str]:
    entries = [family]
    if family == "RD" and has_cnwdi:
        entries.append("RD-CNWDI")
    if numbers:
        entries.append(f"{family}-SG {' '.join(str(number) for number in sorted(numbers))}")
    return entries


def words_of(entries: Iterable[str]) -> set[str]:
    """The bare words of a field, CNWDI among them, SIGMA numbers left out."""
    return {"CNWDI" if entry == "RD-CNWDI" else entry for entry in entries if "-SG " not in entry}


def sigmas_of(entries: Iterable[str]) -> dict[str, set[int]]:
    """The SIGMA numbers of a field, by family."""
    sigmas: dict[str, set[int]] = {}
    for entry in entries:
        family, found, numbers = entry.partition("-SG ")
        if found:
            sigmas[family] = {int(number) for number in numbers.split()}
    return sigmas
