"""A person's own samples: a table read from a file, and which of its columns are the targets."""

from gradsim.project.own_data.grid import Column, Grid, LeftOut, Reason
from gradsim.project.own_data.reading import read_grid
from gradsim.project.own_data.samples import Own, own_project, own_samples

__all__ = ["Column", "Grid", "LeftOut", "Own", "Reason", "own_project", "own_samples", "read_grid"]
