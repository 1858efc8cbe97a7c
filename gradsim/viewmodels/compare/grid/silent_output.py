"""Whether the grid can show nothing but zeros, as its cells share an output layer of zeros."""

from __future__ import annotations

import math

from gradsim.project import edits
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.view import GridView


def silent_output(view: GridView) -> bool:
    """Whether every measured cell is exactly zero below an output layer whose weights are all 0.

    Every cell keeps the output layer of the open project; its initializers are for hidden layers.
    """
    faces = [view.face(Place(row, column)) for row in view.rows for column in view.columns]
    known = [face for face in faces if face.state == "known" and face.fresh]
    if not known or any(face.decades != -math.inf for face in known):
        return False
    weights, _ = edits.current_numbers(view.project, view.project.output.id)
    return not weights.any()
