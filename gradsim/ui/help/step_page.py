"""What the help says of the Step workspace: its pages, predictions and worksheets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.ui.key_names import key_name
from gradsim.ui.step.study.pages import PAGES


def study_rows() -> tuple[tuple[str, str], ...]:
    """The label of every page beside the card, and what it is for."""
    translate = QCoreApplication.translate
    told = {
        "factor": translate(
            "Help",
            "The curve of the factor with its tangent, and the running product in decades.",
        ),
        "paths": translate(
            "Help",
            "A gradient is a sum over paths. The strongest are listed with their signs, the "
            "others are one number, and together they are what the δ recursion has. Bold is "
            "where a path differs from the strongest. Below: how much cancels, and how many "
            "multiplications each way costs. A layer normalization branches as a softmax does; a "
            "residual connection leads past its layer. The paths of γ and β end in front of their "
            "normalization.",
        ),
        "ladder": translate(
            "Help",
            "The formula of a scalar chain, the same with indices, and the same with matrices, "
            "factor below factor. The heat map marks the entry that the walk multiplies by.",
        ),
        "two_ways": translate(
            "Help",
            "The output layer taken back by two factors and by the shortcut a − y, where f′ "
            "cancels; and with a squared error, where it stays.",
        ),
        "symmetry": translate(
            "Help",
            "Which factor kills the gradient, which rows of W and of its gradient are copies, "
            "and what a little noise in one weight makes of them.",
        ),
        "nudge": translate(
            "Help",
            "Move a weight, bias, γ, β, input or target: what really changes stands beside what "
            "the derivative predicts. Esc puts it back, Enter keeps it.",
        ),
        "update": translate(
            "Help",
            "One step of gradient descent, and the change of the cost beside the one that the "
            "gradient predicts.",
        ),
        "transcript": translate(
            "Help", "The walk in words: to be read aloud, copied or saved, and in step with it."
        ),
    }
    return tuple((translate("StudyPage", entry.label), told[entry.name]) for entry in PAGES)


def other_rows() -> tuple[tuple[str, str], ...]:
    """What the workspace has besides its pages."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Predict"),
            translate(
                "Help",
                "Asks for each number before it is shown: typed, or as an expression of the "
                "quantities on the card, right within 1 %; or only its sign, or its power of "
                "ten. It names the mistakes that it recognizes, and what was missed comes back "
                "sooner, with fresh numbers.",
            ),
        ),
        (
            translate("Help", "Worksheet"),
            translate(
                "Help",
                "{key} writes the walk as HTML or PDF, filled in or blank with the answers "
                "apart, or as a NumPy or PyTorch script that checks every number.",
            ).format(key=key_name("Ctrl+E")),
        ),
    )
