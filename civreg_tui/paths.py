"""Where the program finds its facts and keeps its work."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_dir() -> Path:
    """The folder of facts: inside an installed wheel, else the checkout's ``data/``."""
    inside = _PACKAGE / "_data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


SYSTEM_CONFIG = Path("/etc/civreg-tui/civreg.toml")
"""The office's configuration, which only root can write; roles come from it alone."""


def default_config() -> Path:
    """The office's ``civreg.toml``, else the user's in the platform's configuration directory."""
    if SYSTEM_CONFIG.is_file():
        return SYSTEM_CONFIG
    from platformdirs import user_config_path

    return user_config_path("civreg-tui") / "civreg.toml"


def default_store() -> Path:
    """The user's data directory, where the live store lives when nothing else is said."""
    from platformdirs import user_data_path

    return user_data_path("civreg-tui")
