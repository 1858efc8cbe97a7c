"""What the help says of the Challenges workspace."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def challenge_rows() -> tuple[tuple[str, str], ...]:
    """How a challenge is begun, graded, helped with and left."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Start"),
            translate(
                "Help",
                "Opens the challenge's network as one undo step: undo brings back the one before. "
                "The strip above the workspace then shows the task and what is measured.",
            ),
        ),
        (
            translate("Help", "Graded by measurement"),
            translate(
                "Help",
                "After every edit the network is measured over all samples, a training run as it "
                "goes on. A part is reached once all its numbers are as wanted and no rule is "
                "broken; any way that gets there counts.",
            ),
        ),
        (
            translate("Help", "Rules"),
            translate(
                "Help",
                "They compare with where the part began; a broken one is named. Undo the edit, "
                "and it counts again.",
            ),
        ),
        (
            translate("Help", "Hints"),
            translate(
                "Help",
                "One after another; the last one says what to do. The reason is told once the "
                "challenge is solved.",
            ),
        ),
        (
            translate("Help", "Leave"),
            translate("Help", "Ends the challenge and changes nothing in the network."),
        ),
    )
