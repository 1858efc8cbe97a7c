"""One project varied: activations, initializers, gains, depths and widths as cells of a grid."""

from gradsim.project.sweeps.cells import Cell, cell_project, grid_cells
from gradsim.project.sweeps.results import CellResult, measure_cell

__all__ = ["Cell", "CellResult", "cell_project", "grid_cells", "measure_cell"]
