"""The critical gain on its slider: a mark, a number in words, and one click or key to set it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.ui.builder.gain_row import GainRow
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.builder.number_text import slider_place


@pytest.fixture
def row(panel: BuilderPanel, workbench: Workbench, qtbot: QtBot) -> GainRow:
    """Layers 2 to 4: ReLU, drawn as by LeCun with gain 1."""
    ids = workbench.document.project.layer_ids
    project = edits.set_activation(workbench.document.project, ids[:-1], Choice("relu"))
    workbench.document.load(edits.set_weights(project, ids, Choice("lecun_normal")))
    workbench.selection.select(ids[1:4])
    found = panel.inspector.gain
    qtbot.waitUntil(lambda: found.critical.answer() is not None, timeout=20_000)
    return found


def test_the_mark_stands_at_the_critical_gain_and_is_said_in_words(row: GainRow) -> None:
    assert row.slider.mark == pytest.approx(slider_place(2**0.5), abs=1e-9)
    assert row.slider.toolTip().startswith("Critical gain 1.41421: ")
    assert row.slider.accessibleDescription() == row.slider.toolTip()
    assert row._critical.text() == "critical ≈ 1.41"


def test_a_small_critical_gain_is_not_written_as_zero(
    row: GainRow, workbench: Workbench, qtbot: QtBot
) -> None:
    ids = workbench.document.project.layer_ids
    huge = Choice.of("normal", std=1e6)
    workbench.document.load(edits.set_weights(workbench.document.project, ids, huge))
    workbench.selection.select(ids[1:4])
    qtbot.waitUntil(lambda: row.critical.answer() is not None, timeout=20_000)
    assert "10⁻⁷" in row._critical.text()


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_one_click_or_key_sets_it_as_one_undo_step(
    row: GainRow, workbench: Workbench, qtbot: QtBot, by: str
) -> None:
    if by == "mouse":
        qtbot.mouseClick(row.use_critical, Qt.MouseButton.LeftButton)
    else:
        row.use_critical.setFocus()
        qtbot.keyClick(row.use_critical, Qt.Key.Key_Space)
    gains = [
        layer.weights.as_mapping().get("gain", 1.0) for layer in workbench.document.project.layers
    ]
    assert gains == pytest.approx([1.0, 2**0.5, 2**0.5, 2**0.5, 1.0])
    assert workbench.document.undo_stack.count() == 1
    assert not row.use_critical.isVisible()
    workbench.document.undo_stack.undo()
    assert row.use_critical.isVisible()


def test_without_one_there_is_no_mark_but_a_reason(
    row: GainRow, workbench: Workbench, qtbot: QtBot
) -> None:
    ids = workbench.document.project.layer_ids
    workbench.document.load(
        edits.set_activation(workbench.document.project, ids[:-1], Choice("gelu"))
    )
    workbench.selection.select(ids[1:4])
    qtbot.waitUntil(lambda: row.critical.answer() is not None, timeout=20_000)
    assert row.slider.mark is None
    assert "no gain leads every signal to one size" in row.slider.toolTip()
    assert row._critical.text() == "no critical gain"
    assert not row.use_critical.isVisible()


def test_the_line_keeps_its_height_while_the_number_comes(
    row: GainRow, workbench: Workbench, qtbot: QtBot
) -> None:
    high = row.sizeHint().height()
    ids = workbench.document.project.layer_ids
    # An edge that was never asked for before.
    odd = Choice.of("leaky_relu", slope=0.12345)
    workbench.document.load(edits.set_activation(workbench.document.project, ids[:-1], odd))
    workbench.selection.select(ids[1:4])
    assert row.critical.answer() is None
    assert row._critical.text() == ""
    assert row.sizeHint().height() == high
    qtbot.waitUntil(lambda: row.critical.answer() is not None, timeout=20_000)
    assert row.sizeHint().height() == high


def test_a_gain_beyond_the_slider_has_its_number_but_no_mark() -> None:
    assert slider_place(10.2) is None
    assert slider_place(0.0) is None
    assert slider_place(1.0) == pytest.approx(0.5)
