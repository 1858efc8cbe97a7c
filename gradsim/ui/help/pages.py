"""The texts of the help, as small pieces that translate well: headings, paragraphs, pairs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gradsim import __version__
from gradsim.engine.verdict.judging import DEAD_FRACTION, EVERYWHERE, TREND
from gradsim.ui.help.keys import key_groups
from gradsim.ui.help.step_page import other_rows, study_rows
from gradsim.ui.help.train_page import picture_rows, plan_rows
from gradsim.viewmodels.notation import written


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a title of its own, with a line on where it holds."""

    title: str
    where: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, paragraphs, rows of a word and what it means, and titled sections."""

    name: str
    title: str
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    after: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def pages() -> tuple[Page, ...]:
    """Every page, in the present language."""
    return (
        keys_page(),
        step_page(),
        train_page(),
        verdict_page(),
        conventions_page(),
        about_page(),
    )


def keys_page() -> Page:
    """The keys of the window and of the stepper, by where they act."""
    translate = QCoreApplication.translate
    sections = tuple(
        Section(group.title, group.where, group.rows) for group in key_groups() if group.rows
    )
    return Page("keys", translate("Help", "Keys"), sections=sections)


def step_page() -> Page:
    """What the Step workspace has beside the card."""
    translate = QCoreApplication.translate
    where = translate("Help", "Alt and the number of the page, or the list above it, turns to it.")
    pages_ = Section(translate("Help", "Pages beside the card"), where, study_rows())
    also = Section(translate("Help", "And also"), "", other_rows())
    return Page("step", translate("Help", "Step by step"), sections=(pages_, also))


def train_page() -> Page:
    """What the Train workspace does and shows."""
    translate = QCoreApplication.translate
    plan = Section(translate("Help", "The run"), "", plan_rows())
    seen = Section(translate("Help", "What is seen of it"), "", picture_rows())
    return Page("train", translate("Help", "Training"), sections=(plan, seen))


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
                "A weight matrix above a hidden layer is all zeros, so every δ below it is "
                "exactly zero; or the cost is at its minimum.",
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
                "A hidden layer lets nothing through, or at least {percent} % of its units have "
                "f′(z) = 0 for every sample.",
            ).format(percent=f"{100 * DEAD_FRACTION:g}"),
        ),
        (
            translate("Help", "Symmetric"),
            translate(
                "Help",
                "The units of a hidden layer are copies of one another, and gradient descent "
                "can never tell them apart.",
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
    return Page("verdict", translate("Help", "Rules of the verdict"), (intro,), rows, (why,))


def conventions_page() -> Page:
    """How symbols, costs, kinks and norms are meant."""
    translate = QCoreApplication.translate
    notation = translate("Help", "notation")
    rows = (
        (
            "z = W a + b",
            translate(
                "Help",
                "The weight w with the indices j and k runs from unit k of the layer before to "
                "unit j. Layers and units count from 1, or from 0 as in NumPy and PyTorch: then "
                "the first layer is layer 0, and the input, which is no layer there, is x.",
            ),
        ),
        (
            notation,
            translate(
                "Help",
                "View, Notation… chooses C or L, w⁽³⁾ or w[3], counting from 1 or from 0, and the "
                "layout. No number depends on it. Only the ½ of the squared error changes "
                "numbers: it is an edit of the project.",
            ),
        ),
        (
            translate("Help", "layout"),
            translate(
                "Help",
                "Denominator layout: gradients are columns, ∂C/∂W has the shape of W, and "
                "∂C/∂a = Wᵀ ∂C/∂z. Numerator layout: gradients are rows, ∂C/∂W has the shape of "
                "Wᵀ, and ∂C/∂a = ∂C/∂z W, in the order of the chain. The entries are the same.",
            ),
        ),
        (
            "δ = ∂C/∂z",
            translate(
                "Help",
                "δ and ∂C/∂W tell different stories: ∂C/∂W is δ times the activation that came "
                "in, so one may stay flat while the other falls.",
            ),
        ),
        (
            "‖ · ‖",
            translate(
                "Help", "The L2 (Frobenius) norm, unless the axis says RMS, mean |·| or max |·|."
            ),
        ),
        ("C", translate("Help", "The cost of a batch is the mean of the costs of its samples.")),
        (
            "f′",
            translate(
                "Help",
                "At a kink the derivative follows PyTorch: ReLU′(0) = 0, hard tanh′(±1) = 0, "
                "leaky ReLU and SELU take the slope from the left at 0.",
            ),
        ),
        (
            "log₁₀",
            translate(
                "Help",
                "Magnitudes carry an exact exponent of their own, so they stay right far below "
                "what float64 can hold; marks say where a float would have become zero.",
            ),
        ),
        (
            translate("Help", "seed"),
            translate(
                "Help",
                "One seed gives one network. Every layer draws from streams of its own, and a "
                "change of scale rescales the same draws.",
            ),
        ),
        (
            translate("Help", "gradient check"),
            translate(
                "Help",
                "Per layer, finite differences of ⟨u, layer(a)⟩ with u the direction of the "
                "gradient that arrives; every parameter up to 10,000, beyond that a sample.",
            ),
        ),
    )
    # The row on the notation itself names both writings of each.
    named = tuple((written(key), text if key == notation else written(text)) for key, text in rows)
    return Page("conventions", translate("Help", "Conventions"), (), named)


def about_page() -> Page:
    """Version and licences."""
    translate = QCoreApplication.translate
    paragraphs = (
        translate("Help", "GradSim {version}: a microscope for gradients.").format(
            version=__version__
        ),
        translate("Help", "Free software under the MIT licence. It is built with:"),
    )
    mit, bsd, ofl, lgpl = "MIT", "BSD-3-Clause", "SIL Open Font License 1.1", "LGPL-3.0"
    rows = (
        ("Qt, PySide6", lgpl),
        ("pyqtgraph, ziamath", mit),
        ("NumPy, SciPy, msgspec, threadpoolctl", bsd),
        ("Inter, Noto Sans CJK KR", ofl),
        ("DejaVu Sans", translate("Help", "Bitstream Vera licence")),
    )
    fonts = translate(
        "Help", "The fonts are renamed subsets; their licences lie beside them in resources/fonts."
    )
    return Page("about", translate("Help", "About GradSim"), paragraphs, rows, (fonts,))
