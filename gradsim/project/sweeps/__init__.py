"""One project varied: activations, initializers, gains, depths and widths as cells of a grid."""

from gradsim.project.sweeps.cells import Cell, cell_project, grid_cells
from gradsim.project.sweeps.middle import Draw, measure_draw, middle_seed, middle_verdict
from gradsim.project.sweeps.results import CellResult, measure_cell

__all__ = [
    "Cell",
    "CellResult",
    "Draw",
    "cell_project",
    "grid_cells",
    "measure_cell",
    "measure_draw",
    "middle_seed",
    "middle_verdict",
]
