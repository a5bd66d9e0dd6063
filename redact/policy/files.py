"""Where policies lie: those that ship, by their names, and files."""

from pathlib import Path
from typing import NamedTuple

from redact.errors import PolicyError
from redact.resources import shipped
from redact.text import lines_of

MAX_BYTES = 1_000_000
SUFFIX = ".yaml"


class PolicyFile(NamedTuple):
    """The bytes of a policy, what errors call it, and the folder beside it (None: it ships)."""

    data: bytes
    name: str
    folder: Path | None

    def text(self) -> str:
        """The text of the file. Raises PolicyError where it is not UTF-8."""
        return decoded(self.data, self.name)


def shipped_policies() -> tuple[str, ...]:
    """The names of the policies that ship, sorted."""
    names = (entry.name for entry in shipped("policies").iterdir() if entry.is_file())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)))


def shipped_file(name: str) -> PolicyFile:
    """The policy that ships under this name."""
    data = (shipped("policies") / (name + SUFFIX)).read_bytes()
    return PolicyFile(data, name + SUFFIX, None)


def policy_file(reference: str) -> PolicyFile:
    """The policy at a path; a bare shipped name means the one that ships. Raises PolicyError."""
    name = reference.removesuffix(SUFFIX)
    if name not in shipped_policies():
        return PolicyFile(read_file(reference), reference, _folder(reference))
    found = shipped_file(name)
    if reference != name and Path(reference).is_file() and read_file(reference) != found.data:
        remedy = f'write "./{reference}" for the file, "{name}" for the policy that ships'
        message = f"{reference} is a file here and another policy that ships"
        raise PolicyError("policy/two-policies", message, remedy=remedy)
    return found


def policy_files(reference: str) -> list[str]:
    """The files of which a policy may be made: the one named, and those beside it. Total."""
    try:
        beside = _folder(reference).glob(f"*{SUFFIX}") if Path(reference).is_file() else ()
        return [reference, *map(str, beside)]
    except (OSError, RuntimeError, ValueError):
        return [reference]


def read_file(path: str) -> bytes:
    """The bytes of a file. Raises PolicyError where there are none or too many."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        from redact.policy.problems import did_you_mean

        remedy = did_you_mean(path, shipped_policies())
        raise _error("not-found", path, "there is no such policy", remedy) from None
    except IsADirectoryError:
        raise _error("directory", path, "a folder is no policy", "name a file in it") from None
    except (OSError, ValueError):
        raise _error("unreadable", path, "the file cannot be read", "check its path") from None
    if len(data) > MAX_BYTES:
        raise _error("too-long", path, f"longer than {MAX_BYTES} bytes", "split the policy")
    return data


def decoded(data: bytes, name: str) -> str:
    """The text of a file called `name`. Raises PolicyError where it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        at = lines_of(before).position(len(before))
        place = f"{name}:{at.line}:{at.column}"
        raise _error("not-utf-8", place, "not UTF-8 from here on", "save it as UTF-8") from None


def _folder(path: str) -> Path:
    """The folder in which a file lies, whatever link led to it."""
    return Path(path).resolve().parent


def _error(code: str, place: str, message: str, remedy: str) -> PolicyError:
    return PolicyError(f"policy/{code}", message, remedy=remedy, place=place)


def tests_of(reference: str, given: str | None) -> tuple[str, str]:
    """The text of the tests of a policy and what errors call it.

    `given` is their file; without it they lie in `tests/`, beside the policy, under its name.
    Raises PolicyError.
    """
    name = reference.removesuffix(SUFFIX)
    if given is None and name in shipped_policies():
        place = shipped("policies") / "tests" / (name + SUFFIX)
        called = f"tests/{name}{SUFFIX}"
        data = place.read_bytes() if place.is_file() else None
    else:
        called = given or str(Path(reference).parent / "tests" / Path(reference).name)
        data = read_file(called) if given is not None or Path(called).is_file() else None
    if data is None:
        remedy = "write them there, or name their file with --tests"
        raise _error("no-tests", called, "the policy has no tests there", remedy)
    return decoded(data, called), called
