"""A desk that ends its threads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.viewmodels.gradients.ensembles.seed_desk import SeedDesk


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[SeedDesk]:
    """Four tanh layers of six units."""
    del qapp
    made = SeedDesk()
    yield made
    made.shut_down()
