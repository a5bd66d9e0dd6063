"""The registers that ship beside the grammars: vocabulary as data, read once, when first needed."""

import json
from functools import cache
from typing import Any

from redact.resources import shipped


@cache
def register(name: str) -> Any:
    """The register `name`: `levels`, `controls`, `sci`, `countries`, `cui`, `eras` and others."""
    return json.loads((shipped("grammars") / "registers" / f"{name}.json").read_text("utf-8"))
