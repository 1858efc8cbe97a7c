"""The texts of the help, as small pieces that translate well: headings, paragraphs, pairs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim import __version__
from gradsim.ui.help.challenges_page import challenge_rows
from gradsim.ui.help.keys import key_groups
from gradsim.ui.help.page import Page, Section
from gradsim.ui.help.race_rows import race_rows
from gradsim.ui.help.remedies_page import order_rows, remedy_rows
from gradsim.ui.help.step_page import other_rows, study_rows
from gradsim.ui.help.train_page import picture_rows, plan_rows
from gradsim.ui.help.verdict_page import verdict_page
from gradsim.ui.key_names import alt_name
from gradsim.viewmodels.notation import written


def pages() -> tuple[Page, ...]:
    """Every page, in the present language."""
    return (
        keys_page(),
        step_page(),
        train_page(),
        remedies_page(),
        challenges_page(),
        verdict_page(),
        spread_page(),
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
    where = translate(
        "Help", "{key} and the number of the page, or the list above it, turns to it."
    ).format(key=alt_name())
    pages_ = Section(translate("Help", "Pages beside the card"), where, study_rows())
    also = Section(translate("Help", "And also"), "", other_rows())
    return Page("step", translate("Help", "Step by step"), sections=(pages_, also))


def train_page() -> Page:
    """What the Train workspace does and shows."""
    translate = QCoreApplication.translate
    plan = Section(translate("Help", "The run"), "", plan_rows())
    seen = Section(translate("Help", "What is seen of it"), "", picture_rows())
    race = Section(translate("Help", "The race"), "", race_rows())
    return Page("train", translate("Help", "Training"), sections=(plan, seen, race))


def remedies_page() -> Page:
    """What can be put into a layer against gradients that vanish or explode."""
    translate = QCoreApplication.translate
    each = Section(translate("Help", "What each does"), "", remedy_rows())
    together = Section(translate("Help", "In a layer"), "", order_rows())
    return Page("remedies", translate("Help", "Remedies"), sections=(each, together))


def challenges_page() -> Page:
    """How the Challenges workspace is used."""
    translate = QCoreApplication.translate
    return Page("challenges", translate("Help", "Challenges"), (), challenge_rows())


def spread_page() -> Page:
    """What the greys of the profile are, what theory predicts, and where it holds."""
    translate = QCoreApplication.translate
    intro = translate(
        "Help",
        "One draw of the weights may be lucky. The profile of the Gradients workspace shows the "
        "same project under many seeds: what all draws share is the network's doing, not luck.",
    )
    rows = (
        (
            translate("Help", "Median, half, all"),
            translate(
                "Help",
                "In every layer half of the seeds lie above the median, the middle half in the "
                "darker grey, and all of them in the lighter one. Seeds that are exactly 0, lost, "
                "infinite or not a number are counted.",
            ),
        ),
        (
            translate("Help", "Theory line"),
            translate(
                "Help",
                "The root mean square of ‖δ‖ over all draws (of E a² the mean), from the variance "
                "of z layer by layer. It needs independent draws and a gradient at the output "
                "that does not depend on the weights: that is what the cost probe is for.",
            ),
        ),
        (
            translate("Help", "With 1/n"),
            translate(
                "Help",
                "Layers of infinite width have no luck; n units do. For normal draws the line "
                "holds the first correction in 1/n.",
            ),
        ),
        (
            translate("Help", "Drift ± 2σ"),
            translate(
                "Help",
                "For ReLU and identity with one sample the law of log ‖δ‖ is known exactly: a "
                "typical draw lies below the root mean square, which few large ones lift.",
            ),
        ),
        (
            translate("Help", "χ and ξ"),
            translate(
                "Help",
                "χ is what a layer multiplies the mean of ‖δ‖² by deep in the network; over ξ "
                "layers what is forgotten falls to 1/e.",
            ),
        ),
        (
            translate("Help", "Critical gain"),
            translate(
                "Help",
                "The gain at which χ = 1. The mark on the slider shows where it is.",
            ),
        ),
    )
    sources = translate(
        "Help",
        "Sources: Poole et al. 2016; Schoenholz et al. 2017; Hanin 2018; Roberts, Yaida & Hanin "
        "2022.",
    )
    return Page("spread", translate("Help", "Seeds and theory"), (intro,), rows, (sources,))


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
