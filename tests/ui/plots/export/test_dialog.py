"""The export dialog in the whole window: by key and by mouse, in Gradients and in Step."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.export.canvas_subject import CanvasSubject
from gradsim.ui.plots.export.dialog import ExportDialog
from gradsim.ui.plots.export.finding import subjects_of
from gradsim.ui.plots.plot_menu import PlotMenu
from gradsim.ui.translation import Translation
from tests.ui.plots.export.reading import pdf_characters


@pytest.fixture(autouse=True)
def drawn_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own file dialog; the desktop's cannot be driven by a test."""
    made = QFileDialog.__init__

    def own(self: QFileDialog, *arguments: object, **named: object) -> None:
        made(self, *arguments, **named)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)

    monkeypatch.setattr(QFileDialog, "__init__", own)


@pytest.fixture
def gradients(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    window.open_workspace("gradients")
    QApplication.processEvents()
    yield window
    for dialog in window.findChildren(ExportDialog):
        dialog.reject()


def opened(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    """The dialog, opened by its key."""
    where = QApplication.focusWidget() or window
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(where, Qt.Key.Key_E, modifiers)
    dialog = window.findChildren(ExportDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def pick(qtbot: QtBot, box: QComboBox, value: object) -> None:
    """Choose the entry of this value by the arrow keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(value)):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def saved(dialog: ExportDialog, qtbot: QtBot, path: Path) -> bytes:
    """Press Save and answer the file dialog with `path`."""
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    files = dialog.findChildren(QFileDialog)[-1]
    assert files.selectedFiles()[0].endswith(path.suffix)
    files.fileSelected.emit(str(path))
    files.reject()
    files.deleteLater()
    return path.read_bytes()


def test_the_key_opens_it_on_the_plot_that_has_the_focus(
    gradients: MainWindow, qtbot: QtBot
) -> None:
    workspace = gradients.workspaces.gradients
    assert workspace is not None
    workspace.attribution.plot.setFocus()
    dialog = opened(gradients, qtbot)
    assert dialog.subject is workspace.attribution.plot
    names = [dialog.plot_box.itemText(index) for index in range(dialog.plot_box.count())]
    assert names[0] == "Gradient per layer"
    assert len(names) == len(set(names)) == 5


def test_each_form_is_saved_by_keys_and_read_back(
    gradients: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = gradients.workspaces.gradients
    assert workspace is not None
    workspace.profile_panel.profile.plot.setFocus()
    dialog = opened(gradients, qtbot)
    pick(qtbot, dialog.form_box, "png")
    pick(qtbot, dialog.scale_box, "4")
    image = QImage.fromData(saved(dialog, qtbot, tmp_path / "plot.png"))
    assert "seed 50" in image.text("Description")
    assert "2–4×3–1" in image.text("Description")
    pick(qtbot, dialog.form_box, "pdf")
    assert not dialog.scale_box.isEnabled()
    assert set("Glorotnormal,gain1") <= pdf_characters(saved(dialog, qtbot, tmp_path / "p.pdf"))
    pick(qtbot, dialog.form_box, "svg")
    assert b"<svg" in saved(dialog, qtbot, tmp_path / "plot.svg")
    pick(qtbot, dialog.form_box, "csv")
    assert not dialog.ground_box.isEnabled()
    assert dialog.numbers.isVisible()
    text = saved(dialog, qtbot, tmp_path / "plot.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    result = gradients.workbench.simulation.result
    assert result is not None
    first = result.measurement.columns.magnitudes("weight_gradient")
    statistic = gradients.workbench.runs.choice.statistic
    assert float(rows[1][3]) == first.value(statistic)[0]
    shown = dialog.numbers.toPlainText().splitlines()
    assert shown[0] == ",".join(rows[0])


def test_copying_puts_the_picture_or_the_numbers_on_the_clipboard(
    gradients: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(gradients, qtbot)
    pick(qtbot, dialog.form_box, "png")
    pick(qtbot, dialog.scale_box, "1")
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    width = max(dialog.subject.widget.width(), 420) + 20
    assert QGuiApplication.clipboard().image().width() == width
    pick(qtbot, dialog.form_box, "csv")
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("run\tname\tlayer\t")


def test_choices_are_remembered(gradients: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(gradients, qtbot)
    assert dialog.form == "png"
    assert dialog.sharpness == 2.0
    assert dialog.theme is None
    pick(qtbot, dialog.ground_box, "light")
    pick(qtbot, dialog.scale_box, "4")
    pick(qtbot, dialog.form_box, "svg")
    dialog.reject()
    again = opened(gradients, qtbot)
    assert (again.form, again.sharpness) == ("svg", 4.0)
    assert again.theme is not None


def test_every_form_speaks_korean(gradients: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    translation = Translation(gradients.workbench.settings)
    gradients.workbench.settings.set_language("ko")
    QApplication.processEvents()
    dialog = opened(gradients, qtbot)
    assert dialog.windowTitle() == "그래프 내보내기"
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    assert labels == ["그래프", "형식", "크기", "바탕"]
    for box in dialog.findChildren(QComboBox):
        assert box.accessibleName()
    pick(qtbot, dialog.form_box, "pdf")
    data = saved(dialog, qtbot, tmp_path / "그림.pdf")
    assert set("시드손실함수편향데이터") <= pdf_characters(data)
    translation.remove()


def test_the_running_product_and_the_curve_of_step_are_exported_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.workbench.stepper.jump(5)
    QApplication.processEvents()
    waterfall = next(
        each for each in window.findChildren(CanvasSubject) if each.file_stem == "running-product"
    )
    waterfall.widget.setFocus()
    dialog = opened(window, qtbot)
    assert dialog.subject is waterfall
    stems = {subject.file_stem for subject in subjects_of(window)}
    assert {"running-product", "activation-curve", "gradient-per-layer", "attribution"} <= stems
    pick(qtbot, dialog.form_box, "csv")
    text = saved(dialog, qtbot, tmp_path / "product.csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert head == ["factor", "product", "log10", "state"]
    assert len(rows) == 5, "the factors so far and none to come"
    pick(qtbot, dialog.form_box, "svg")
    svg = saved(dialog, qtbot, tmp_path / "product.svg").decode("utf-8")
    assert "<rect" in svg or "<path" in svg
    assert "<image" not in svg
    dialog.reject()


def test_a_canvas_has_the_menu_of_plots_without_a_range_to_fit(
    window: MainWindow, qtbot: QtBot
) -> None:
    waterfall = next(
        each for each in window.findChildren(CanvasSubject) if each.file_stem == "running-product"
    )
    canvas, spot = waterfall.widget, QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, canvas.mapToGlobal(spot))
    QApplication.sendEvent(canvas, event)
    menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu)]
    (shown,) = [menu for menu in menus if menu.isVisible()]
    assert isinstance(shown, PlotMenu)
    assert "Fit the range" not in [action.text() for action in shown.actions()]
    shown.close()


def test_a_focused_canvas_leaves_its_frame_out_of_the_picture(
    window: MainWindow, qtbot: QtBot
) -> None:
    from gradsim.ui.plots.pictures import Picture

    waterfall = next(
        each for each in window.findChildren(CanvasSubject) if each.file_stem == "running-product"
    )
    window.workbench.stepper.jump(3)
    other: QWidget = window.workspaces.step
    other.setFocus()
    QApplication.processEvents()
    plain = Picture(waterfall).image()
    waterfall.widget.setFocus()
    qtbot.waitUntil(waterfall.widget.hasFocus)
    assert Picture(waterfall).image() == plain
    assert waterfall.widget.grab().toImage() != plain


def test_the_menu_offers_it_beside_the_worksheet(window: MainWindow) -> None:
    actions = window.actions_
    assert actions.export_plot.text() == "Export plot…"
    assert actions.export_plot.shortcut().toString() == "Ctrl+Shift+E"
