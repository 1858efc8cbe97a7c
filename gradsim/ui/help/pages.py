"""The texts of the help, as small pieces that translate well: headings, paragraphs, pairs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gradsim import __version__
from gradsim.engine.verdict import DEAD_FRACTION, EVERYWHERE, TREND


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, paragraphs, and rows of a key and what it means."""

    name: str
    title: str
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    after: tuple[str, ...] = ()


def pages() -> tuple[Page, ...]:
    """Every page, in the present language."""
    return (keys_page(), verdict_page(), conventions_page(), about_page())


def keys_page() -> Page:
    """The keys of the window and of the stepper."""
    tr = QCoreApplication.translate
    rows = (
        ("→", tr("Help", "Next factor")),
        ("←", tr("Help", "Back one factor")),
        ("Home", tr("Help", "To the start")),
        ("End", tr("Help", "To the end")),
        ("Page Down", tr("Help", "One layer on")),
        ("Page Up", tr("Help", "One layer back")),
        (tr("Help", "Space"), tr("Help", "Play or pause")),
        ("Ctrl+1, Ctrl+2", tr("Help", "The Step and the Gradients workspace")),
        ("Ctrl+Z, Ctrl+Shift+Z", tr("Help", "Undo and redo")),
        ("Alt+↑, Alt+↓", tr("Help", "Move the selected layer")),
        ("Ctrl+N, Ctrl+O", tr("Help", "New project, open a project")),
        ("Ctrl+S, Ctrl+Shift+S", tr("Help", "Save, save under another name")),
        ("Ctrl+K", tr("Help", "Check the gradients against finite differences")),
        ("F10", tr("Help", "Menu")),
        ("F1", tr("Help", "This help")),
    )
    first = tr(
        "Help",
        "The step keys act while the diagram, the equation or the transport buttons have the "
        "focus; lists, sliders and tables keep theirs.",
    )
    return Page("keys", tr("Help", "Keys"), (first,), rows)


def verdict_page() -> Page:
    """The rules of the verdict, in the order in which they are asked."""
    tr = QCoreApplication.translate
    intro = tr(
        "Help",
        "The rules are asked in this order; the first that holds is the verdict. Size is the L2 "
        "norm of the chosen gradient per layer, or its RMS where the layers differ in width. A "
        "decade is a factor of ten.",
    )
    rows = (
        (
            tr("Help", "Overflow"),
            tr("Help", "A number of the forward pass left the range of float64. The layer is named."),
        ),
        (tr("Help", "Not a number"), tr("Help", "Some size is not a number.")),
        (
            tr("Help", "Zero"),
            tr(
                "Help",
                "A weight matrix above a hidden layer is all zeros, so every δ below it is "
                "exactly zero; or the cost is at its minimum.",
            ),
        ),
        (
            tr("Help", "Dead"),
            tr(
                "Help",
                "A hidden layer lets nothing through, or at least {percent} % of its units have "
                "f′(z) = 0 for every sample.",
            ).format(percent=f"{100 * DEAD_FRACTION:g}"),
        ),
        (
            tr("Help", "Symmetric"),
            tr(
                "Help",
                "The units of a hidden layer are copies of one another, and gradient descent "
                "can never tell them apart.",
            ),
        ),
        (
            tr("Help", "Exploding everywhere"),
            tr(
                "Help",
                "Every layer lies at least {decades} decades above the gradient that the cost sent.",
            ).format(decades=f"{EVERYWHERE:g}"),
        ),
        (
            tr("Help", "Vanishing"),
            tr(
                "Help", "The first layer lies at least {decades} decades below the last one."
            ).format(decades=f"{TREND:g}"),
        ),
        (
            tr("Help", "Exploding"),
            tr(
                "Help", "The first layer lies at least {decades} decades above the last one."
            ).format(decades=f"{TREND:g}"),
        ),
        (
            tr("Help", "Vanishing everywhere"),
            tr(
                "Help",
                "Every layer lies at least {decades} decades below the gradient that the cost sent.",
            ).format(decades=f"{EVERYWHERE:g}"),
        ),
        (
            tr("Help", "Uneven"),
            tr(
                "Help",
                "First and last agree, but some layer lies at least {decades} decades from another.",
            ).format(decades=f"{TREND:g}"),
        ),
        (tr("Help", "Healthy"), tr("Help", "None of these.")),
    )
    why = tr(
        "Help",
        "Why two decades: with one learning rate the first layer then learns at less than 1 % of "
        "the last one's pace.",
    )
    return Page("verdict", tr("Help", "Rules of the verdict"), (intro,), rows, (why,))


def conventions_page() -> Page:
    """How symbols, costs, kinks and norms are meant."""
    tr = QCoreApplication.translate
    rows = (
        (
            "z = W a + b",
            tr(
                "Help",
                "The weight w with the indices j and k runs from unit k of the layer before to "
                "unit j. Layers and units count from 1.",
            ),
        ),
        (
            "δ = ∂C/∂z",
            tr(
                "Help",
                "δ and ∂C/∂W tell different stories: ∂C/∂W is δ times the activation that came "
                "in, so one may stay flat while the other falls.",
            ),
        ),
        (
            "‖ · ‖",
            tr("Help", "The L2 (Frobenius) norm, unless the axis says RMS, mean |·| or max |·|."),
        ),
        ("C", tr("Help", "The cost of a batch is the mean of the costs of its samples.")),
        (
            "f′",
            tr(
                "Help",
                "At a kink the derivative follows PyTorch: ReLU′(0) = 0, hard tanh′(±1) = 0, "
                "leaky ReLU and SELU take the slope from the left at 0.",
            ),
        ),
        (
            "log₁₀",
            tr(
                "Help",
                "Magnitudes carry an exact exponent of their own, so they stay right far below "
                "what float64 can hold; marks say where a float would have become zero.",
            ),
        ),
        (
            tr("Help", "seed"),
            tr(
                "Help",
                "One seed gives one network. Every layer draws from streams of its own, and a "
                "change of scale rescales the same draws.",
            ),
        ),
        (
            tr("Help", "gradient check"),
            tr(
                "Help",
                "Per layer, finite differences of ⟨u, layer(a)⟩ with u the direction of the "
                "gradient that arrives; every parameter up to 10,000, beyond that a sample.",
            ),
        ),
    )
    return Page("conventions", tr("Help", "Conventions"), (), rows)


def about_page() -> Page:
    """Version and licences."""
    tr = QCoreApplication.translate
    paragraphs = (
        tr("Help", "GradSim {version}: a microscope for gradients.").format(version=__version__),
        tr("Help", "Free software under the MIT licence. It is built with:"),
    )
    mit, bsd, ofl, lgpl = "MIT", "BSD-3-Clause", "SIL Open Font License 1.1", "LGPL-3.0"
    rows = (
        ("Qt, PySide6", lgpl),
        ("pyqtgraph, ziamath", mit),
        ("NumPy, SciPy, msgspec, threadpoolctl", bsd),
        ("Inter, Noto Sans CJK KR", ofl),
        ("DejaVu Sans", tr("Help", "Bitstream Vera licence")),
    )
    fonts = tr(
        "Help", "The fonts are renamed subsets; their licences lie beside them in resources/fonts."
    )
    return Page("about", tr("Help", "About GradSim"), paragraphs, rows, (fonts,))
