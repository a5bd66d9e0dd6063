"""What a manifest of ours claims, held against the original, the release and the decisions."""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

from redact.cable.model import Cable
from redact.errors import PolicyError, ReleaseError
from redact.policy.decision import Account
from redact.policy.loading import load_policy, shipped_policies
from redact.policy.model import Policy
from redact.release.entries import portion_entries
from redact.release.outcome import outcome_of
from redact.verification.model import Problem
from redact.version import __version__


class Claim(NamedTuple):
    """What a manifest says: the day, and the rest as it stands in the document."""

    as_of: date
    document: dict[str, Any]


def read_claim(data: bytes) -> Claim:
    """The claim of a manifest. Raises ReleaseError where the bytes are no manifest of ours."""
    try:
        document = json.loads(data)
        if document["schema"] != "redact/manifest/1":
            raise ValueError
        _texts(document)
        return Claim(date.fromisoformat(document["as_of"]), document)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ReleaseError(
            "release/unreadable-manifest",
            "this is no manifest (redact/manifest/1)",
            remedy="give the file that `redact apply --manifest` wrote",
            place="the manifest",
        ) from None


def claimed_parameters(claim: Claim) -> dict[str, tuple[str, ...]]:
    """The values of the policy's parameters, by name, as a manifest states them."""
    stated = claim.document["policy"].get("parameters", {})
    return {name: tuple(words) for name, words in stated.items()}


def claimed_policy(claim: Claim, given: Policy | None) -> Policy:
    """The policy that a manifest names: the one given, or one that ships with the same digest.

    Raises ReleaseError where there is none.
    """
    if given is not None:
        return given
    named, digest = claim.document["policy"]["name"], claim.document["policy"]["sha256"]
    if named in shipped_policies():
        try:
            policy = load_policy(named, claimed_parameters(claim))
        except PolicyError:
            policy = None
        if policy is not None and policy.identity.sha256 == digest:
            return policy
    raise ReleaseError(
        "release/unknown-policy",
        "the policy that the manifest names is not at hand",
        remedy="give its file with --policy",
        place="the manifest",
    )


def against_claim(
    claim: Claim, release: bytes, cable: Cable, account: Account
) -> Iterator[Problem]:
    """Everything in which a manifest is not what original, release and decisions say."""
    document = claim.document
    policy = account.policy
    stated = document["policy"]
    if document["engine"] != f"redact {__version__}":
        yield _problem("engine", "another version of the engine made it; check it with that one")
    if (stated["name"], stated["version"], stated["sha256"]) != (
        policy.name,
        policy.version,
        policy.sha256,
    ):
        yield _problem("policy", "another policy decided, or another version of it")
    if document["source"]["sha256"] != cable.source.sha256:
        yield _problem("source", "the original is another one")
    if document["output"]["sha256"] != sha256(release).hexdigest():
        yield _problem("output", "the release is another one, or was changed")
    if document["outcome"] != outcome_of(account.decisions).value:
        yield _problem("outcome", "the decisions have another outcome")
    yield from _decisions(document["portions"], portion_entries(cable, account))


def _decisions(stated: list[Any], expected: list[dict[str, Any]]) -> Iterator[Problem]:
    if len(stated) != len(expected):
        yield _problem("portions", "the original has more portions, or fewer")
    for number, (one, other) in enumerate(zip(stated, expected, strict=False)):
        if one != json.loads(json.dumps(other)):
            yield _problem(f"portion {number}", "another decision, or for other reasons")


def _problem(place: str, message: str) -> Problem:
    return Problem("release/manifest-differs", message, f"manifest, {place}")


def _texts(document: dict[str, Any]) -> None:
    """Raise where the manifest lacks what every manifest has."""
    texts = [document["engine"], document["outcome"], document["source"]["sha256"]]
    texts += [document["output"]["sha256"]]
    texts += [document["policy"][name] for name in ("name", "version", "sha256")]
    for words in document["policy"].get("parameters", {}).values():
        texts += list(words)
    if not all(isinstance(text, str) for text in texts) or not isinstance(
        document["portions"], list
    ):
        raise TypeError
