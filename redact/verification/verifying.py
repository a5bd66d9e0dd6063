"""Verification: whether a release is what it should be, whoever made it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from redact.cable.model import Cable, Portion
from redact.errors import ReleaseError
from redact.policy import Policy, assess, decide
from redact.policy.decision import Account, Effect
from redact.verification.expected import against, is_ours
from redact.verification.forms import extract
from redact.verification.model import Passage, Problem, Verification, shown
from redact.verification.proof import Claim, against_claim, claimed_policy, read_claim
from redact.verification.searching import Hit, hits_in
from redact.verification.withheld import held


def verify(
    release: bytes,
    cable: Cable,
    *,
    policy: Policy | None = None,
    as_of: date | None = None,
    manifest: bytes | None = None,
    names: Iterable[str] = (),
) -> Verification:
    """Whether nothing withheld of `cable` stands in `release`, and nothing was altered in it.

    With a manifest of ours the release must be exactly what its decisions yield. With a policy and
    a date every passage of the original is said to be released or withheld, and a release that
    bears our stamp must hold nothing but what is expected. With neither, nothing is known to be
    released: every passage is a problem. `names` may not stand in it at all.

    Raises ReleaseError where the release, its manifest or the policy that it names cannot be read.
    """
    found = extract(release)
    claim = read_claim(manifest) if manifest is not None else None
    account = _account(cable, claim, policy, as_of)
    sought = held(cable, account, names)
    problems: list[Problem] = []
    if claim is not None and account is not None:
        problems += against_claim(claim, release, cable, account)
        if as_of not in (None, claim.as_of):
            message = "it was made as of another day"
            problems.append(Problem("release/manifest-differs", message, "manifest, as_of"))
    channels = found.channels
    if account is not None and (claim is not None or is_ours(found)):
        differences = against(release, found, cable, account)
        problems += differences
        if not differences:
            channels = tuple(channel for channel in channels if not channel.rearranged)
    else:
        problems += found.problems
    hits = hits_in(channels, sought.withheld, spared=sought.spared)
    effect = Effect.WITHHOLD if account is not None else None
    passages = [_passage(cable, hit, effect) for hit in hits if hit.portion >= 0]
    released = hits_in(found.channels[:1], sought.released, decoded=False)
    passages += [_passage(cable, hit, Effect.RELEASE) for hit in released]
    problems = [*(_leak(cable, hit, account) for hit in hits), *problems]
    if account is not None and not (problems or passages or is_ours(found)):
        message = "nothing of the original stands in it, so nothing is proved"
        problems.append(Problem("release/text-missing", message, "the file"))
    return Verification(tuple(problems), tuple(passages))


def _account(
    cable: Cable, claim: Claim | None, policy: Policy | None, as_of: date | None
) -> Account | None:
    if claim is not None:
        account = decide(assess(cable, claim.as_of), claimed_policy(claim, policy))
        return replace(account, repaired=claim.document.get("repaired") is True)
    if policy is None:
        return None
    if as_of is None:
        raise ReleaseError(
            "release/no-as-of-date", "a policy decides for a day", remedy="give the as-of date"
        )
    return decide(assess(cable, as_of), policy)


def _leak(cable: Cable, hit: Hit, account: Account | None) -> Problem:
    if hit.portion < 0:
        message = "a name of the list"
        return Problem("release/withheld-name", message, hit.place, hit.text)
    whose = _called(cable.portions[hit.portion])
    words = "1 word" if hit.words == 1 else f"{hit.words} words in a row"
    if account is None:
        message = f"{words} of {whose}; no policy was given to say whether they may stand here"
        return Problem("release/undecided-text", message, hit.place, hit.text)
    if hit.named:
        message = f"a name or number taken out of {whose}"
        return Problem("release/withheld-name", message, hit.place, hit.text)
    message = f"{words} of {whose}, which is withheld"
    return Problem("release/withheld-text", message, hit.place, hit.text)


def _called(portion: Portion) -> str:
    number = shown(portion.number)
    kind = portion.kind.value.replace("-", " ")
    return f"portion {portion.index} ({' '.join(filter(None, (kind, number)))})"


def _passage(cable: Cable, hit: Hit, effect: Effect | None) -> Passage:
    portion = cable.portions[hit.portion]
    return Passage(portion.index, portion.kind, portion.number, hit.words, effect, hit.place)
