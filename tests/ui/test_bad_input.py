"""Bad input through the window: its own sentence where it was made, the open project as it was.

The same through files and the engine stands in tests/project/test_bad_input.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gradsim.project.encoding import encode_project
from gradsim.project.file import write_project
from gradsim.project.limits import MAXIMUM_FILE_BYTES
from gradsim.project.presets import preset
from gradsim.ui.builder.parameter_window import ParameterWindow
from gradsim.ui.main_window import MainWindow
from gradsim.viewmodels.messages import Message
from tests.ui.builder.test_inspector import enter, pick, select

WHOLE = encode_project(preset("mazur"))


@pytest.fixture
def weights(window: MainWindow) -> ParameterWindow:
    """The window of exact weights of layer 1."""
    select(window.workbench, 1)
    window.builder.inspector.exact.click()
    opened = window.builder.parameters
    assert opened is not None
    return opened


def test_an_empty_network_cannot_be_made(window: MainWindow) -> None:
    before = window.workbench.document.project
    builder = window.builder
    assert not builder.layer_actions.can_delete(before.layer_ids)
    builder.layer_actions.delete(before.layer_ids)
    assert window.workbench.document.project is before
    assert builder.layers_problem.isVisible()
    assert "at least one" in builder.layers_problem.text()


def test_zero_units_are_refused_below_the_field(window: MainWindow, qtbot: QtBot) -> None:
    before = window.workbench.document.project
    select(window.workbench, 2)
    units = window.builder.inspector.units
    enter(qtbot, units.field, "0")
    assert "1" in units.problem_shown()
    assert window.workbench.document.project is before


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e400", "abc", ""])
def test_a_weight_that_is_no_number_is_refused_in_its_cell(
    window: MainWindow, weights: ParameterWindow, qtbot: QtBot, text: str
) -> None:
    before = window.workbench.document.project
    grid = weights.weights
    index = grid.model().index(0, 1)
    grid.setCurrentIndex(index)
    grid.edit(index)
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    qtbot.keyClick(editor, "\r")
    QCoreApplication.processEvents()
    assert "Row 1, column 2" in weights.refusal.text()
    assert window.workbench.document.project is before


def test_pasted_text_is_refused_in_its_cell(window: MainWindow, weights: ParameterWindow) -> None:
    before = window.workbench.document.project
    QGuiApplication.clipboard().setText("1\tx\n")
    weights.weights.setCurrentIndex(weights.weights.model().index(0, 0))
    weights.weights.paste_clipboard()
    assert "One pasted cell holds no number" in weights.refusal.text()
    assert window.workbench.document.project is before


def test_targets_of_the_wrong_width_are_refused_below_the_table(window: MainWindow) -> None:
    samples = window.builder.data.samples
    pick(window.builder.data.data.field, "inline")
    before = window.workbench.document.project
    QGuiApplication.clipboard().setText("1\t2\t0\t1\n")
    samples.grid.setCurrentIndex(samples.grid.model().index(0, 0))
    samples.paste.click()
    assert samples.refusal.isVisible()
    assert "4" in samples.refusal.text()
    assert window.workbench.document.project is before


def test_cross_entropy_without_softmax_is_refused_below_the_cost(window: MainWindow) -> None:
    data = window.builder.data
    before = window.workbench.document.project
    pick(data.cost.field, "cross_entropy")
    assert "softmax" in data.cost.row.problem_shown().lower()
    assert window.workbench.document.project is before


def test_targets_that_do_not_sum_to_one_are_refused_at_their_cell(window: MainWindow) -> None:
    data = window.builder.data
    pick(data.data.field, "iris")
    pick(data.cost.field, "cross_entropy")
    data.adapt.click()
    pick(data.data.field, "inline")
    before = window.workbench.document.project
    model = data.samples.grid.model()
    model.setData(model.index(0, 4), "0.4")
    assert data.samples.refusal.isVisible()
    assert "sum" in data.samples.refusal.text()
    assert window.workbench.document.project is before


def wrong(*path: str | int, value: object) -> bytes:
    content = json.loads(WHOLE)
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return json.dumps(content).encode()


LAYER = ("network", "layers")
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "truncated": (lambda: WHOLE[: len(WHOLE) // 2], "ends in the middle"),
    "binary": (lambda: b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    "deep": (lambda: b'{"format":' + b"[" * 100_000, "nested too deeply"),
    "huge": (lambda: b" " * (MAXIMUM_FILE_BYTES + 1), "64 MB"),
    "later version": (lambda: wrong("version", value=99), "version 99"),
    "no layers": (lambda: wrong(*LAYER, value=[]), "at least one layer"),
    "zero units": (lambda: wrong(*LAYER, 0, "units", value=0), "network.layers[0].units"),
    "NaN": (lambda: wrong("parameters", 0, "weights", 0, 0, value=float("nan")), "finite"),
    "text": (lambda: wrong("parameters", 0, "weights", 0, 0, value="a"), "a number"),
    "wide targets": (lambda: wrong("data", "targets", value=[[1, 2, 3]]), "3 targets"),
    "cross-entropy": (lambda: wrong("network", "cost", value="cross_entropy"), "oftmax"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_file_is_refused_with_its_reason(
    window: MainWindow, tmp_path: Path, kind: str
) -> None:
    content, reason = FILES[kind]
    path = tmp_path / "bad.gradsim"
    path.write_bytes(content())
    before = window.workbench.document.project
    window.files.open_path(path)
    assert reason in window.notice.text
    assert window.notice.text.count("bad.gradsim") == 1
    assert ".." not in window.notice.text
    assert window.workbench.document.project is before


def test_a_read_only_file_is_not_written_and_one_sentence_says_so(
    window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "kept.gradsim"
    write_project(preset("mazur"), path)
    window.files.open_path(path)
    path.chmod(0o444)
    document = window.workbench.document
    document.edit(Message("Undo", "Change"), preset("first_look"))
    window.files.save()
    assert window.notice.text == (
        "Could not save kept.gradsim: The file is read-only; save under another name."
    )
    assert document.modified
    assert path.read_bytes() == WHOLE
