"""One project varied: activations, initializers, gains, depths and widths as cells of a grid."""

from gradsim.engine.options import Choice
from gradsim.project.sweeps.cells import Cell, cell_project, grid_cells
from gradsim.project.sweeps.middle import Draw, measure_draw, middle_seed, middle_verdict
from gradsim.project.sweeps.plan import Axes, Plan
from gradsim.project.sweeps.results import CellResult, measure_cell
from gradsim.project.sweeps.sweeping import sweep

__all__ = [
    "Axes",
    "Cell",
    "CellResult",
    "Choice",
    "Draw",
    "Plan",
    "cell_project",
    "grid_cells",
    "measure_cell",
    "measure_draw",
    "middle_seed",
    "middle_verdict",
    "sweep",
]
