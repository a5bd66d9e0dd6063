"""What is sought, met in the channels of a release: one hit a passage, however long."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import NamedTuple

from redact.verification.extract import Channel, Piece
from redact.verification.letters import letters_of
from redact.verification.readings import Reading, readings_of
from redact.verification.sought import Index, Met, Sought, index_of, may_meet, met_in

_ENDS = re.compile(r"[\W_]+$")


class Hit(NamedTuple):
    """A passage met: `words` in a row of one portion, where, and the text that stands there."""

    portion: int
    words: int
    named: bool
    place: str
    text: str


def hits_in(
    channels: Iterable[Channel],
    sought: Iterable[Sought],
    *,
    decoded: bool = True,
    spared: frozenset[str] = frozenset(),
) -> tuple[Hit, ...]:
    """Every passage met in the channels, in their order, at each place where it can be read.

    What was met before is not named again where it is only read in another way. `decoded`: look
    for it in what is hidden by some way of coding, too. `spared` are the letters of what means
    nothing where the pieces of a channel are rearranged.
    """
    listed = list(sought)
    index = index_of(listed)
    fewer = index_of(item for item in listed if item.letters not in spared)
    met: set[str] = set()
    found: list[Hit] = []
    for channel in channels:
        of_channel: set[str] = set()
        before = frozenset(met) if channel.again else frozenset()
        meant = fewer if channel.rearranged else index
        for hit in _hits(channel, meant, before, of_channel, decoded=decoded):
            if hit not in found:
                found.append(hit)
        met |= of_channel
    return tuple(found)


def _hits(
    channel: Channel, index: Index, before: frozenset[str], met: set[str], *, decoded: bool
) -> Iterator[Hit]:
    """The hits in a channel that have nothing of `before` and say more than `met`.

    They are added to `met`.
    """
    text = "\n".join(piece.text for piece in channel.pieces)
    starts = [0, *accumulate(len(piece.text) + 1 for piece in channel.pieces)]
    readings = readings_of(text, noisy=channel.noisy)
    for reading in readings if decoded and not channel.rearranged else islice(readings, 1):
        if not may_meet(reading.text, index):
            continue
        letters = letters_of(reading.text)
        groups = list(_grouped(met_in(letters, index, noisy=reading.noisy)))
        for group in groups:
            letters_met = {one.sought.letters for one in group}
            if letters_met <= met or letters_met & before:
                continue
            first = letters.origin(group[0].start)
            stop = letters.next_origin(group[-1].end - 1)
            yield Hit(
                portion=group[0].sought.portion,
                words=_words(group),
                named=group[0].sought.named,
                place=_place(channel.pieces, starts, reading, first),
                text=_ENDS.sub("", reading.text[first:stop]),
            )
        met.update(one.sought.letters for group in groups for one in group)


def _grouped(met: Sequence[Met]) -> Iterator[list[Met]]:
    """Passages of one portion that overlap are one; a name stands for itself."""
    group: list[Met] = []
    for one in met:
        if group and not _goes_on(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _goes_on(before: Met, one: Met) -> bool:
    same = (before.sought.portion, before.sought.named) == (one.sought.portion, one.sought.named)
    return same and one.start < before.end and not one.sought.named


def _words(group: Sequence[Met]) -> int:
    """Each further passage of a group begins a word later."""
    return len({met.start for met in group}) - 1 + group[-1].sought.words


def _place(pieces: Sequence[Piece], starts: Sequence[int], reading: Reading, at: int) -> str:
    origin = reading.origin(at)
    number = min(bisect_right(starts, origin) - 1, len(pieces) - 1)
    place = pieces[number].place_of(max(0, origin - starts[number]))
    return f"{place}, {reading.how}" if reading.how else place
