"""What the help says of remedies: what each does, where it stands in a layer, and the mode."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.engine.remedies import NORMALIZATIONS
from gradsim.viewmodels.words import normalization_label, translated


def remedy_rows() -> tuple[tuple[str, str], ...]:
    """Each remedy with what it does to a gradient, and its source."""
    translate = QCoreApplication.translate
    normalizations = tuple(
        (
            normalization_label(name),
            f"{translated('Normalization', rule.meaning)} ({rule.source})",
        )
        for name, rule in NORMALIZATIONS.items()
    )
    return (
        *normalizations,
        (
            translate("Help", "Residual connection"),
            translate(
                "Help",
                "The input of the layer is added to its output, so a gradient has a way back that "
                "is multiplied by nothing. Post: a + αf(z). Pre: a + αWf(a), the activation "
                "first. Where the widths differ, a fixed random matrix stands in the way. (He et "
                "al. 2016)",
            ),
        ),
        (
            translate("Help", "Dropout"),
            translate(
                "Help",
                "In training each unit is silent with this probability, by the seed; the others "
                "are made louder by as much, so that evaluation needs no correction. (Srivastava "
                "et al. 2014)",
            ),
        ),
    )


def order_rows() -> tuple[tuple[str, str], ...]:
    """Where remedies stand, which numbers they bring, and what the mode changes."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Order"),
            translate(
                "Help",
                "Weights, normalization, activation, dropout; a residual connection leads past "
                "all of them.",
            ),
        ),
        (
            translate("Help", "Numbers"),
            translate(
                "Help",
                "γ, β, running mean and variance stand beside weights and biases in the table of "
                "exact numbers, and can be typed there.",
            ),
        ),
        (
            translate("Help", "Mode"),
            translate(
                "Help",
                "In training batch normalization takes mean and variance of the batch, and "
                "dropout is at work; in evaluation it takes the running ones, and no unit is "
                "silent. The choice shows where a layer heeds it.",
            ),
        ),
    )
