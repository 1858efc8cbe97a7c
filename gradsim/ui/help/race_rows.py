"""What the help says of the race."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def race_rows() -> tuple[tuple[str, str], ...]:
    """Who can race, on what, and what is read off it."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Who races"),
            translate(
                "Help",
                "Up to four networks: cells of the grid in Compare, the pinned runs, the network "
                "of Train, the open one.",
            ),
        ),
        (
            translate("Help", "The same for all"),
            translate(
                "Help",
                "All take the data and the seed of the open network and the plan of Train, and "
                "take their steps in turn. Each does, to the last digit, what it would do alone.",
            ),
        ),
        (
            translate("Help", "Who learns which layer first"),
            translate(
                "Help",
                "A layer counts as moved at the first step after which ‖W − W₀‖ is at least 0.1, "
                "1 or 10 % of ‖W₀‖, as chosen; one that began at 0, as soon as it is not 0.",
            ),
        ),
        (
            translate("Help", "Out of the race"),
            translate(
                "Help",
                "A racer whose numbers leave float64 stops before that step; its layer is named, "
                "and the others go on. One that does not fit the data does not start.",
            ),
        ),
    )
