"""The policy that another extends: one that ships, or a file beside it; nothing else is opened."""

import re
from pathlib import Path

from redact.errors import PolicyError
from redact.policy.files import SUFFIX, PolicyFile, read_file, shipped_file, shipped_policies
from redact.policy.problems import Problems, did_you_mean
from redact.policy.scalars import text_of
from redact.policy.yaml_nodes import Node

MAX_CHAIN = 8
"""How many policies may extend each other."""

_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,99}\.yaml")


def extended_file(
    node: Node, folder: Path | None, chain: tuple[str, ...], problems: Problems
) -> PolicyFile | None:
    """The policy that `node` names; `chain` holds what led to it. None with a problem."""
    reference = text_of(node, "extends", problems)
    if reference is None:
        return None
    if len(chain) >= MAX_CHAIN:
        message = f"more than {MAX_CHAIN} policies extend each other"
        problems.add("chain-too-long", node.at, message, "put some of them together")
        return None
    found = _found(reference, node, folder, problems)
    if found is not None and key_of(found) in chain:
        message = "the policy extends itself, by way of others or at once"
        problems.add("cycle", node.at, message, "delete one of the lines that say so")
        return None
    return found


def key_of(file: PolicyFile) -> str:
    """By what a policy is known again, whatever name led to it."""
    return file.name if file.folder is None else str(file.folder / Path(file.name).name)


def _found(
    reference: str, node: Node, folder: Path | None, problems: Problems
) -> PolicyFile | None:
    if reference in shipped_policies():
        return shipped_file(reference)
    if not reference.endswith(SUFFIX) and not _has_way(reference):
        message = f'no policy "{reference[:40]}" ships'
        remedy = f'{did_you_mean(reference, shipped_policies())} or name a file, "NAME{SUFFIX}"'
        problems.add("not-found", node.at, message, remedy)
        return None
    if folder is None or not _FILE.fullmatch(reference) or not _lies_in(folder, reference):
        message = "extends may name a policy that ships, or a file in the same folder"
        problems.add("outside", node.at, message, "put the file beside this one")
        return None
    try:
        data = read_file(str(folder / reference))
    except PolicyError as error:
        problems.add(error.code.removeprefix("policy/"), node.at, error.message, error.remedy)
        return None
    return PolicyFile(data, str(folder / reference), folder)


def _has_way(reference: str) -> bool:
    return any(sign in reference for sign in "/\\~:")


def _lies_in(folder: Path, name: str) -> bool:
    """Whether the file itself, not only a link to it, lies in the folder; no pipe, no device."""
    try:
        place = (folder / name).resolve()
        return place.parent == folder and (place.is_file() or place.is_dir() or not place.exists())
    except (OSError, RuntimeError):
        return False
