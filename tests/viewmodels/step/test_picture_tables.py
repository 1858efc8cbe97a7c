"""The tables behind Step's small pictures: every digit, and nothing that is not revealed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.engine.symmetry.drift import descend
from gradsim.project.evaluation import materialize
from gradsim.project.presets import preset
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.curve.shape import Curve
from gradsim.viewmodels.step.picture_tables import curve_table, drift_table, waterfall_table
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.steps import Family
from tests.viewmodels.gradients.desk import deep
from tests.viewmodels.step.step_desk import StepDesk


def test_the_running_product_ends_in_the_gradient(qapp: QApplication, tmp_path: Path) -> None:
    desk = StepDesk(preset("mazur"), tmp_path)
    stepper = desk.stepper
    stepper.choose_lens(Lens.LAYER)
    stepper.last()
    whole = waterfall_table(stepper.walk, desk.result, stepper.position)
    first = desk.result.measurement.layers[0].delta.l2
    named = {row[0]: row for row in whole.rows}
    assert any(float(str(row[1])) == float(first) for row in named.values())
    part = waterfall_table(stepper.walk, desk.result, 2)
    assert part.rows == whole.rows[:2]
    assert waterfall_table(stepper.walk, desk.result, 0).rows == ()


def test_a_product_beyond_floats_keeps_its_digits_and_zero_its_name(
    qapp: QApplication, tmp_path: Path
) -> None:
    desk = StepDesk(deep(400, 2, "tanh", Choice.of("normal", std=1e-3)), tmp_path)
    desk.stepper.choose_lens(Lens.LAYER)
    desk.stepper.last()
    rows = waterfall_table(desk.stepper.walk, desk.result, desk.stepper.position).rows
    small = [row for row in rows if row[3] == "ok" and float(str(row[2])) < -320]
    assert small
    assert "e-" in str(small[0][1])
    states = {row[3] for row in rows}
    assert states <= {"ok", "zero", "underflow"}


def test_a_curve_is_its_points() -> None:
    x = np.array([-1.0, 0.0, 1e-300])
    shown = Curve(Message("", "f"), "", "z", Family.ACTIVATION, x, x * 2, np.full(3, 2.0))
    table = curve_table(shown)
    assert table.headings == ("z", "f", "f'")
    assert table.rows[2] == (1e-300, 2e-300, 2.0)


def test_the_drift_of_a_shorter_twin_leaves_its_cells_empty() -> None:
    made = materialize(deep(3, 2, "tanh"))
    own, twin = (
        descend(made.network, made.parameters, made.inputs, made.targets, 0.1, steps)
        for steps in (3, 1)
    )
    table = drift_table(own, twin)
    assert table.headings == ("step", "cost", "W1", "W2", "W3", "twin W1", "twin W2", "twin W3")
    assert len(table.rows) == 4
    assert table.rows[0][5] == float(twin.spreads[0, 0])
    assert table.rows[3][5] is None
    assert table.rows[3][2] == float(own.spreads[3, 0])
