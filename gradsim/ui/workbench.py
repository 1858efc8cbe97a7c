"""What every part of the window is given: the document, its numbers and the look, in one record."""

from __future__ import annotations

from dataclasses import dataclass

from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.selection import Selection
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.simulation import Simulation


@dataclass(frozen=True, slots=True, eq=False)
class Workbench:
    """The shared view models, handed to each panel's constructor."""

    document: Document
    selection: Selection
    scope: Scope
    simulation: Simulation
    settings: Settings
    theme: ThemeController
