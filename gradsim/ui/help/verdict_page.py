"""What the help says of the verdict and of the coach: the rules as they are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.engine.verdict.judging import DEAD_FRACTION, EVERYWHERE, TREND
from gradsim.project.coaching.advising import CLOSE, DRAWS
from gradsim.ui.help.page import Page


def verdict_page() -> Page:
    """The rules of the verdict, in the order in which they are asked."""
    translate = QCoreApplication.translate
    intro = translate(
        "Help",
        "The rules are asked in this order; the first that holds is the verdict. Size is the L2 "
        "norm of the chosen gradient per layer, or its RMS where the layers differ in width. A "
        "decade is a factor of ten.",
    )
    rows = (
        (
            translate("Help", "Overflow"),
            translate("Help", "A number of the forward pass left the range of float64."),
        ),
        (translate("Help", "Not a number"), translate("Help", "Some size is not a number.")),
        (
            translate("Help", "Zero"),
            translate(
                "Help",
                "A weight matrix above a hidden layer is all zeros and no residual connection "
                "leads past it, so every δ below it is exactly zero; or the cost is at its "
                "minimum.",
            ),
        ),
        (
            translate("Help", "Vanishing, lost"),
            translate("Help", "Some size is not zero, but was too small for float64 on its way."),
        ),
        (
            translate("Help", "Dead"),
            translate(
                "Help",
                "A hidden layer lets nothing through, be it only through the branch that a "
                "residual connection leads past, or at least {percent} % of its units have "
                "f′(z) = 0 for every sample.",
            ).format(percent=f"{100 * DEAD_FRACTION:g}"),
        ),
        (
            translate("Help", "Symmetric"),
            translate(
                "Help",
                "The units of a hidden layer are copies of one another, and gradient descent "
                "can never tell them apart: neither weights nor γ and β, neither dropout nor a "
                "residual connection do.",
            ),
        ),
        (
            translate("Help", "Zero, nothing added up"),
            translate(
                "Help",
                "A gradient arrives, but everything that comes into the layer is 0, and ∂C/∂W with "
                "it; or what is added up cancels in every layer.",
            ),
        ),
        (
            translate("Help", "Exploding everywhere"),
            translate(
                "Help",
                "Every layer lies at least {decades} decades above the gradient of the cost.",
            ).format(decades=f"{EVERYWHERE:g}"),
        ),
        (
            translate("Help", "Vanishing"),
            translate(
                "Help", "The first layer lies at least {decades} decades below the last one."
            ).format(decades=f"{TREND:g}"),
        ),
        (
            translate("Help", "Exploding"),
            translate(
                "Help", "The first layer lies at least {decades} decades above the last one."
            ).format(decades=f"{TREND:g}"),
        ),
        (
            translate("Help", "Vanishing everywhere"),
            translate(
                "Help",
                "Every layer lies at least {decades} decades below the gradient of the cost.",
            ).format(decades=f"{EVERYWHERE:g}"),
        ),
        (
            translate("Help", "Uneven"),
            translate(
                "Help",
                "First and last agree, but two layers lie at least {decades} decades apart.",
            ).format(decades=f"{TREND:g}"),
        ),
        (translate("Help", "Healthy"), translate("Help", "None of these.")),
    )
    why = translate(
        "Help",
        "Why two decades: with one learning rate the first layer then learns at less than 1 % of "
        "the last one's pace.",
    )
    coach = translate(
        "Help",
        "How the coach chooses: it measures changes of the open project on {draws} draws, the "
        "project's own first. Of those that lose the gradient in the fewest draws and come within "
        "{close} decades of the nearest to 0, it takes the smallest. It must bring the project "
        "halfway to 0 or make it healthy; else nothing is offered.",
    ).format(draws=DRAWS, close=f"{CLOSE:g}")
    title = translate("Help", "Rules of the verdict")
    return Page("verdict", title, (intro,), rows, (why, coach))
