"""What the instruments over the steps are called, written and explained by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.viewmodels.step.walk.steps import COST_SYMBOL
from gradsim.viewmodels.training.instruments.densities import SPREADS


def titles() -> dict[str, str]:
    """The name of each instrument."""
    translate = QCoreApplication.translate
    return {
        "gradient": translate("Instruments", "Gradient of every layer"),
        "weights": translate("Instruments", "Weights of every layer"),
        "saturated": translate("Instruments", "Saturation of every layer"),
        "dead": translate("Instruments", "Dead units of every layer"),
        "activation": translate("Instruments", "Activations of a layer"),
        "slope": translate("Instruments", "Slopes of a layer"),
        "derivative": translate("Instruments", "Gradient of a layer"),
    }


def symbol_of(instrument: str) -> str:
    """What is measured, in the notation in use."""
    translate = QCoreApplication.translate
    gradient = f"∂{COST_SYMBOL.text}/∂W"
    return {
        "gradient": f"‖{gradient}‖",
        "weights": "‖W‖",
        "saturated": translate("Instruments", "share of f′(z) near 0"),
        "dead": translate("Instruments", "share of units"),
        "activation": "a",
        "slope": "|f′(z)|",
        "derivative": f"|{gradient}|",
    }[instrument]


def explained(instrument: str) -> str:
    """A sentence on it; empty where the name says all."""
    translate = QCoreApplication.translate
    if instrument == "saturated":
        return translate(
            "Instruments", "The share of f′(z) below a hundredth of the greatest |f′|."
        )
    if instrument == "dead":
        return translate("Instruments", "The share of units whose f′(z) is 0 for every sample.")
    if instrument in SPREADS:
        return translate(
            "Instruments", "Each column is a moment: the darker, the more numbers lie there."
        )
    return ""
