"""A person's table comes into the project by mouse alone and by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.project.evaluation import materialize
from gradsim.ui.main_window import MainWindow
from gradsim.ui.own_data.dialog import ImportDialog
from gradsim.ui.translation import Translation

TABLE = "height,weight,kind\n1.0,10,cat\n2.0,20,dog\n3.0,30,cat\n4.0,40,ant\n"
LEFT, CTRL, SHIFT = (
    Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "animals.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def dialog_of(window: MainWindow, qtbot: QtBot) -> ImportDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=3000)
    dialog = window.findChildren(ImportDialog)[-1]
    dialog.model.finish()
    return dialog


def test_a_table_is_dropped_and_imported_by_mouse(
    window: MainWindow, table: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    dialog = dialog_of(window, qtbot)
    assert dialog.header_box.isChecked()
    assert dialog.classes_box.isChecked()
    header = dialog.table.verticalHeader().model()
    rows = [header.headerData(row, Qt.Orientation.Vertical) for row in range(4)]
    assert rows == ["2", "3", "4", "5"]  # the lines of the file, by which it is refused too
    assert "samples 4 · inputs 2 · classes 3" in dialog.told.text()
    before = window.workbench.document.project
    qtbot.mouseClick(dialog.import_button, LEFT)
    project = window.workbench.document.project
    assert project.output.units == 3
    assert project.network.inputs == 2
    window.workbench.document.undo_stack.undo()
    assert window.workbench.document.project == before


def test_a_table_is_imported_by_keyboard(window: MainWindow, table: Path, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL | SHIFT)
    asked = window.importer.file_dialog
    assert asked is not None
    asked.selectFile(str(table))
    asked.fileSelected.emit(str(table))
    asked.reject()
    dialog = dialog_of(window, qtbot)
    dialog.targets.setFocus()
    dialog.targets.setCurrentRow(2)
    qtbot.keyClick(dialog.targets, Qt.Key.Key_Space)
    dialog.model.finish()
    assert not dialog.import_button.isEnabled()
    assert "at least one column" in dialog.problem.text()
    dialog.targets.setCurrentRow(1)
    qtbot.keyClick(dialog.targets, Qt.Key.Key_Space)
    dialog.model.finish()
    assert "“cat” is no finite number" in dialog.problem.text()
    dialog.targets.setCurrentRow(1)
    qtbot.keyClick(dialog.targets, Qt.Key.Key_Space)
    dialog.targets.setCurrentRow(2)
    qtbot.keyClick(dialog.targets, Qt.Key.Key_Space)
    assert not dialog.import_button.isEnabled(), "what is chosen is not worked out yet"
    assert dialog.told.text() == "Reading …"
    dialog.model.finish()
    assert dialog.import_button.isEnabled()
    dialog.import_button.setFocus()
    qtbot.keyClick(dialog.import_button, Qt.Key.Key_Return)
    assert window.workbench.document.project.network.cost == "cross_entropy"


def test_a_file_that_is_no_table_is_told_and_changes_nothing(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "ragged.csv"
    path.write_text("1,2\n3\n", encoding="utf-8")
    before = window.workbench.document.project
    window.importer.open(str(path))
    dialog = dialog_of(window, qtbot)
    assert "line 2" in dialog.problem.text()
    assert not dialog.import_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.workbench.document.project is before


def test_the_dialog_speaks_korean(window: MainWindow, table: Path, qtbot: QtBot) -> None:
    translation = Translation(window.workbench.settings)
    window.workbench.settings.set_language("ko")
    QApplication.processEvents()
    window.importer.open(str(table))
    dialog = dialog_of(window, qtbot)
    assert "샘플 4개" in dialog.told.text()
    assert dialog.import_button.text() == "가져오기"
    dialog.reject()
    translation.remove()


def test_an_array_is_imported_with_its_own_rows_alone(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "table.npy"
    np.save(path, np.arange(12.0).reshape(4, 3))
    window.importer.open(str(path))
    dialog = dialog_of(window, qtbot)
    assert dialog.header_box.isChecked()
    assert not dialog.header_box.isEnabled()
    assert "samples 4" in dialog.told.text()
    qtbot.mouseClick(dialog.import_button, LEFT)
    targets = materialize(window.workbench.document.project).targets
    np.testing.assert_array_equal(targets[:, 0], [2.0, 5.0, 8.0, 11.0])


def test_arrays_without_their_partner_wait_until_targets_are_chosen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "images.npz"
    np.savez(path, x=np.zeros((10, 8, 8)), y=np.eye(10)[:, :2])
    window.importer.open(str(path))
    dialog = dialog_of(window, qtbot)
    assert "more than two dimensions: x. Flatten them" in dialog.told.text()
    assert "Choose at least one column as target" in dialog.problem.text()
    assert not dialog.import_button.isEnabled()
    dialog.targets.setFocus()
    dialog.targets.setCurrentRow(1)
    qtbot.keyClick(dialog.targets, Qt.Key.Key_Space)
    dialog.model.finish()
    assert dialog.import_button.isEnabled()
    assert "more than two dimensions: x" in dialog.told.text()
    dialog.reject()
