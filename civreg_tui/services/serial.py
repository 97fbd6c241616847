"""Values as text, for the store and for the trail."""

from __future__ import annotations

from typing import Any

import msgspec


def dump(value: Any) -> str:
    """A value's JSON with stable key order."""
    return msgspec.json.encode(value, order="deterministic").decode()
