"""What the help says of the Train workspace and of data of one's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.project.training.readings import MOST_SAMPLES
from gradsim.viewmodels.training.moment import RECENT_STEPS


def plan_rows() -> tuple[tuple[str, str], ...]:
    """How a run is told what to do, and driven."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Plan"),
            translate(
                "Help",
                "Optimizer, rate and schedule, batch, penalties, clipping, and the share of the "
                "samples that is kept aside. The plan belongs to the project: it is saved with it, "
                "and its edits can be undone.",
            ),
        ),
        (
            translate("Help", "The same again"),
            translate(
                "Help",
                "Samples are shuffled by the project's seed: the same project takes the same "
                "steps, here and in the terminal (gradsim train).",
            ),
        ),
        (
            translate("Help", "An edit meanwhile"),
            translate(
                "Help",
                "The run pauses and asks. Branch: the edited project goes on from the numbers "
                "reached, where they fit. Discard: it begins anew. Cancel: the edit is taken back. "
                "Undo after a branch comes back to the run that was left.",
            ),
        ),
        (
            translate("Help", "A run that breaks"),
            translate(
                "Help",
                "Where a number leaves float64 the run stops before that step and names the "
                "layer; “Show where” opens it in Step.",
            ),
        ),
        (
            translate("Help", "Data of your own"),
            translate(
                "Help",
                "Drop a table on the window, or choose Import data: CSV, or NumPy's .npy and "
                ".npz. A cell that is missing is refused with its line and column.",
            ),
        ),
    )


def _instrument_rows() -> tuple[tuple[str, str], ...]:
    """The other instruments over the steps, and the pictures of a moment."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Other instruments"),
            translate(
                "Help",
                "The chooser above the map: the norm of each layer's weights, the share of f′(z) "
                "below a hundredth of its greatest value (saturated), and of units that let no "
                "sample pass (dead).",
            ),
        ),
        (
            translate("Help", "Histograms over the steps"),
            translate(
                "Help",
                "How a, f′(z) or ∂C/∂W of one layer are spread: each column is a moment, the "
                "darker, the more numbers lie there. Exact zeros and lost numbers stand in strips "
                "below.",
            ),
        ),
        (
            translate("Help", "What is measured"),
            translate(
                "Help",
                "Gradients are those of every step's batch. The other instruments are read at "
                "moments of the run, over at most {samples} of the samples trained on, always the "
                "same ones, so that they slow the run little.",
            ).format(samples=MOST_SAMPLES),
        ),
        (
            translate("Help", "Pictures of a moment"),
            translate(
                "Help",
                "The network and each unit over one or two inputs; of images, the "
                "weights of the first layer (purple below 0, ochre above) and what is misread. "
                "They follow the slider.",
            ),
        ),
    )


def picture_rows() -> tuple[tuple[str, str], ...]:
    """What is seen of a run, and how to go back in it."""
    translate = QCoreApplication.translate
    return (
        (
            translate("Help", "Gradient of every layer"),
            translate(
                "Help",
                "log₁₀ of the norm for each layer and step, as a map or as lines. Zero and lost "
                "numbers have colours of their own in the map; a line breaks there.",
            ),
        ),
        *_instrument_rows(),
        (
            translate("Help", "Recent, whole"),
            translate(
                "Help", "The plots show the last {steps} steps, or the run from its start."
            ).format(steps=f"{RECENT_STEPS:,}"),
        ),
        (
            translate("Help", "How far a step moves"),
            translate(
                "Help",
                "‖ΔW‖/‖W‖ of the last step. About 10⁻³ is a rule of thumb; a layer far below it "
                "does not learn. Below, in words: which layers have not moved since the start.",
            ),
        ),
        (
            translate("Help", "Looking back"),
            translate(
                "Help",
                "The slider, or a click in a plot, shows an earlier moment, in every workspace, "
                "and edits nothing. “Keep these weights” types its numbers into the network; "
                "“Branch” also begins another run from them. An edit begins from what is shown.",
            ),
        ),
        (
            translate("Help", "Last step of one weight"),
            translate(
                "Help",
                "The optimizer's rule for one weight of the selected layer, in symbols and with "
                "its numbers.",
            ),
        ),
    )
