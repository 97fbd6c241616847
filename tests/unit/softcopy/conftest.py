from __future__ import annotations

import pytest

from civreg_tui.config import Facts, load_config


@pytest.fixture(scope="session")
def facts() -> Facts:
    return load_config().facts
