"""The manifest, `redact/manifest/1`: the internal account of one release, kept apart from it."""

from hashlib import sha256
from typing import Any

from redact.cable.model import Cable
from redact.policy.decision import Account
from redact.release.entries import account_entry, portion_entries
from redact.release.model import Release


def manifest_document(cable: Cable, account: Account, release: Release) -> dict[str, Any]:
    """Every decision with its reasons, and the digests of what came in and what goes out.

    The parameters of the policy are named with their values, lists of names to protect too.

    Raises ReleaseError as `Release.encode` does.
    """
    head = account_entry(account, release.outcome)
    if account.policy.parameters:
        parameters = {name: list(words) for name, words in account.policy.parameters}
        head["policy"] = {**head["policy"], "parameters": parameters}
    return {
        "schema": "redact/manifest/1",
        **head,
        "source": {"sha256": cable.source.sha256},
        "output": {"sha256": sha256(release.encode()).hexdigest()},
        "portions": portion_entries(cable, account),
    }
