"""The plot's own menu: pictures and numbers, to the clipboard and to files."""

from __future__ import annotations

import csv
import io
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gradsim.engine.scaling import State
from gradsim.ui.plots.plot_menu import PlotMenu, write_file
from gradsim.ui.plots.profile_plot import ProfilePlot, RunProfile
from gradsim.viewmodels.gradients.tables import Table
from tests.ui.plots.conftest import profile


@pytest.fixture
def drawn(plot: ProfilePlot) -> ProfilePlot:
    plot.show_runs([RunProfile(0, profile([State.zero, -300.0, -1.0]))])
    plot.caption = lambda: ((None, "‖∂C/∂W‖, sample 1"), (0, "now: sigmoid"))
    plot.table = lambda: Table(("layer", "value"), ((1, 0.0), (2, 1e-300), (3, 0.1)))
    QApplication.processEvents()
    return plot


def save(plot: ProfilePlot, qtbot: QtBot, action: str, path: Path) -> bytes:
    """Use a saving action of the menu and answer its dialog with `path`."""
    menu = PlotMenu(plot)
    getattr(menu, action).trigger()
    dialog = plot.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    menu.deleteLater()
    dialog.deleteLater()
    return path.read_bytes()


@pytest.fixture(autouse=True)
def drawn_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's own file dialog; the desktop's cannot be driven by a test."""
    made = QFileDialog.__init__

    def own(self: QFileDialog, *arguments: object, **named: object) -> None:
        made(self, *arguments, **named)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)

    monkeypatch.setattr(QFileDialog, "__init__", own)


def test_a_png_is_twice_as_sharp_and_carries_its_caption(
    drawn: ProfilePlot, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage.fromData(save(drawn, qtbot, "save_png", tmp_path / "plot.png"))
    assert image.width() == 2 * (drawn.width() + 20)
    assert image.height() > 2 * (drawn.height() + 20)
    drawn.caption = tuple
    plain = QImage.fromData(save(drawn, qtbot, "save_png", tmp_path / "plain.png"))
    assert plain.height() < image.height()


def test_an_svg_is_of_shapes_and_words(drawn: ProfilePlot, qtbot: QtBot, tmp_path: Path) -> None:
    svg = save(drawn, qtbot, "save_svg", tmp_path / "plot.svg").decode("utf-8")
    root = ElementTree.fromstring(svg)
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "path" in tags or "polyline" in tags
    assert "image" not in tags
    assert "‖∂C/∂W‖, sample 1" in svg or "text" not in tags


def test_numbers_are_saved_with_every_digit(
    drawn: ProfilePlot, qtbot: QtBot, tmp_path: Path
) -> None:
    text = save(drawn, qtbot, "save_csv", tmp_path / "plot.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["layer", "value"]
    assert float(rows[2][1]) == 1e-300


def test_picture_and_numbers_go_to_the_clipboard(drawn: ProfilePlot) -> None:
    menu = PlotMenu(drawn)
    menu.copy_numbers.trigger()
    assert QGuiApplication.clipboard().text() == "layer\tvalue\n1\t0.0\n2\t1e-300\n3\t0.1\n"
    menu.copy_picture.trigger()
    assert QGuiApplication.clipboard().image().width() == 2 * (drawn.width() + 20)
    menu.deleteLater()


def test_without_numbers_only_pictures_are_offered(drawn: ProfilePlot) -> None:
    drawn.table = None
    menu = PlotMenu(drawn)
    assert not menu.copy_numbers.isEnabled()
    assert not menu.save_csv.isEnabled()
    assert menu.save_png.isEnabled()
    menu.deleteLater()


def test_the_menu_key_opens_our_menu_and_none_of_pyqtgraphs(
    drawn: ProfilePlot, qtbot: QtBot
) -> None:
    spot = QPoint(200, 100)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, drawn.mapToGlobal(spot))
    QApplication.sendEvent(drawn, event)
    menus = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu)]
    shown = [menu for menu in menus if menu.isVisible()]
    assert [type(menu) for menu in shown] == [PlotMenu]
    texts = [action.text() for action in shown[0].actions() if action.text()]
    assert texts == [
        "Copy picture",
        "Copy numbers",
        "Save as PNG…",
        "Save as SVG…",
        "Save as PDF…",
        "Save numbers as CSV…",
        "Export with choices…",
        "Fit the range",
    ]
    shown[0].close()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that cannot be written to")
def test_a_file_that_cannot_be_written_is_told(
    drawn: ProfilePlot, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not write_file(drawn, b"1", str(tmp_path / "no" / "such" / "plot.png"))
    box = drawn.findChild(QMessageBox)
    assert box is not None
    assert "plot.png could not be written" in box.text()
    box.close()
    box.deleteLater()


def test_a_picture_leaves_out_where_mouse_and_selection_stand(
    drawn: ProfilePlot, qtbot: QtBot, tmp_path: Path
) -> None:
    plain = save(drawn, qtbot, "save_svg", tmp_path / "plain.svg")
    image = QImage.fromData(save(drawn, qtbot, "save_png", tmp_path / "plain.png"))
    drawn.mark_layers([2])
    drawn.reading.hover(drawn.viewport().rect().center())
    assert drawn.reading.stop is not None
    assert save(drawn, qtbot, "save_svg", tmp_path / "pointed.svg") == plain
    assert QImage.fromData(save(drawn, qtbot, "save_png", tmp_path / "pointed.png")) == image
    assert drawn.reading.line.isVisible(), "on screen they are back"
