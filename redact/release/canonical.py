"""Canonical JSON: sorted keys, UTF-8, no blanks, one line; the same value, the same bytes."""


def canonical_json(value: object) -> str:
    """One line of JSON, ended by LF."""
    import json  # a release as text needs none

    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
