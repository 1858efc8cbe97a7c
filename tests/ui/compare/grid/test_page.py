"""The grid page by mouse alone and by keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine import Choice
from gradsim.project import edits
from gradsim.project.presets import preset
from gradsim.ui.compare.grid.geometry import LEAST_CELL
from gradsim.ui.compare.grid.menu import ReplaceMenu
from gradsim.ui.compare.grid.page import GridPage
from gradsim.ui.compare.grid.shades import contrast, readable_on, shade_color
from gradsim.ui.main_window import MainWindow
from gradsim.ui.plots.export.dialog import ExportDialog
from gradsim.ui.plots.pictures import Picture
from gradsim.ui.plots.plot_menu import PlotMenu
from gradsim.ui.theme import DARK, LIGHT, Theme
from gradsim.ui.translation import Translation
from gradsim.viewmodels.compare.grid.axes import ACTIVATION_NAMES, INITIALIZER_NAMES, Place
from gradsim.viewmodels.messages import Message

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TANH = Place("tanh", "he_normal")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[GridPage]:
    """Three rows and two columns of a small network, measured."""
    window.workbench.settings.set_text(
        "compare_grid",
        '{"activations": ["sigmoid", "tanh", "relu"], "initializers": ["he_normal", "orthogonal"],'
        ' "depth": 6, "width": 8, "seeds": 5}',
    )
    window.open_workspace("compare")
    assert window.workspaces.compare is not None
    window.workspaces.compare.open_page("grid")
    made = window.workspaces.compare.page
    assert isinstance(made, GridPage)
    made.finish_drawing()
    made.take_focus()
    return made


def middle(page: GridPage, place: Place) -> QPoint:
    return page.canvas.area_of(place).center().toPoint()


def popup(kind: type[QWidget]) -> QWidget | None:
    shown = QApplication.activePopupWidget()
    return shown if isinstance(shown, kind) else None


def soon(kind: type[QWidget], qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: popup(kind) is not None)
    found = popup(kind)
    assert found is not None
    return found


def test_an_output_layer_of_zeros_is_named_as_the_reason_for_zeros_everywhere(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    document = window.workbench.document
    assert not page.note.isVisible()
    document.load(preset("zero_initialization"))
    page.finish_drawing()
    assert page.note.isVisible()
    assert "output layer" in page.note.text()
    output = document.project.output.id
    document.edit(
        Message.of("Edit", "an edit"),
        edits.set_weights(document.project, [output], Choice("he_normal")),
    )
    page.finish_drawing()
    assert not page.note.isVisible()


def test_a_click_loads_the_cell_as_one_undo_step(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    document = window.workbench.document
    before = document.project
    qtbot.mouseClick(page.canvas.viewport(), LEFT, pos=middle(page, TANH))
    assert len(document.project.layers) == 6
    assert document.project.layers[0].activation.name == "tanh"
    assert document.undo_stack.count() == 1
    name = document.undo_name()
    assert name is not None
    document.undo_stack.undo()
    assert document.project == before


def test_a_press_that_leaves_its_cell_does_nothing(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = window.workbench.document.project
    viewport = page.canvas.viewport()
    qtbot.mousePress(viewport, LEFT, pos=middle(page, TANH))
    qtbot.mouseRelease(viewport, LEFT, pos=middle(page, Place("relu", "orthogonal")))
    assert window.workbench.document.project == before


def test_resting_the_pointer_shows_the_profile_with_its_numbers(
    page: GridPage, qtbot: QtBot
) -> None:
    assert page.side.hint.isVisible()
    for place in (Place("relu", "he_normal"), TANH):
        QTest.mouseMove(page.canvas.viewport(), middle(page, place))
    qtbot.waitUntil(lambda: page.view.current == TANH)
    assert page.side.plot.isVisible()
    assert "Tanh" in page.side.name_label.text()
    assert "quartiles" in page.side.numbers_label.text()
    assert page.side.verdict_label.text()
    page.side.plot.setFocus()
    qtbot.keyClick(page.side.plot, KEY.Key_Right)
    assert "median" in page.side.plot.reading.readout.text()


def test_the_grid_is_walked_loaded_pinned_and_explained_by_keys_alone(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    canvas, bench = page.canvas, window.workbench
    assert window.focusWidget() is canvas
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Right, KEY.Key_Left):
        qtbot.keyClick(canvas, key)
    assert page.view.current == TANH
    assert "Tanh" in canvas.accessibleDescription()
    qtbot.keyClick(canvas, KEY.Key_W)
    assert page.side.why.isVisible()
    page.side.finish()
    assert "Layer" in page.side.why.sentence.text()
    assert "together" in page.side.why.legend.text()
    pins = len(bench.runs.pins)
    qtbot.keyClick(canvas, KEY.Key_Space)
    assert len(bench.runs.pins) == pins + 1
    qtbot.keyClick(canvas, KEY.Key_Return)
    assert bench.document.project.layers[0].activation.name == "tanh"
    qtbot.keyClick(canvas, KEY.Key_End)
    assert page.view.current == Place("tanh", "orthogonal")
    qtbot.keyClick(canvas, KEY.Key_PageDown)
    assert page.view.current == Place("relu", "orthogonal")
    qtbot.keyClick(canvas, KEY.Key_Home)
    qtbot.keyClick(canvas, KEY.Key_PageUp)
    assert page.view.current == Place("sigmoid", "he_normal")
    qtbot.keyClick(canvas, KEY.Key_Escape)
    assert page.view.current is None


def test_headings_sort_by_click_and_by_key(page: GridPage, qtbot: QtBot) -> None:
    view, canvas = page.view, page.canvas
    where = canvas.geometry_now

    def decades() -> list[float]:
        return [view.face(Place(row, "orthogonal")).decades for row in view.rows]

    listed = view.rows
    spot = where.column_area(1).center().toPoint()
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=spot)
    assert decades() == sorted(decades())
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=spot)
    sizes = [abs(each) for each in decades()]
    assert sizes == sorted(sizes)
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=spot)
    assert view.rows == listed
    view.look_at(Place("relu", "orthogonal"))
    qtbot.keyClick(canvas, KEY.Key_S)
    assert view.sorting("rows").by == "orthogonal"
    qtbot.keyClick(canvas, KEY.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert view.sorting("columns").by == "relu"
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=where.row_area(0).center().toPoint())
    assert view.sorting("columns").by == view.rows[0]
    menu = page.controls.sort_menu
    menu.refresh()
    menu.orders["rows", "name"].trigger()
    assert view.rows == ("relu", "sigmoid", "tanh")


def test_rows_and_columns_are_ticked_in_lists(page: GridPage, qtbot: QtBot) -> None:
    controls, setup = page.controls, page.view.setup
    qtbot.mouseClick(controls.activations, LEFT)
    shown = controls.activations.list
    assert shown.isVisible()
    qtbot.mouseClick(shown.none_button, LEFT)
    assert setup.activations == ()
    page.view.finish()
    assert page.empty.isVisible()
    assert "Tick at least one" in page.empty.text()
    qtbot.mouseClick(shown.all_button, LEFT)
    assert setup.activations == ACTIVATION_NAMES
    qtbot.mouseClick(shown.none_button, LEFT)
    shown.boxes["selu"].setFocus()
    qtbot.keyClick(shown.boxes["selu"], KEY.Key_Space)
    assert setup.activations == ("selu",)
    qtbot.keyClick(shown, KEY.Key_Escape)
    assert not shown.isVisible()
    page.view.finish()
    assert page.canvas.isVisible()
    assert page.view.rows == ("selu",)


def test_gains_are_typed_or_recommended(page: GridPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.controls.initializers, LEFT)
    shown, setup = page.controls.initializers.list, page.view.setup
    field = shown.fields["orthogonal"]  # type: ignore[attr-defined]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "1.3")
    qtbot.keyClick(field, KEY.Key_Tab)
    assert setup.gain("orthogonal") == 1.3
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "-2")
    qtbot.keyClick(field, KEY.Key_Tab)
    assert field.property("invalid")
    assert setup.gain("orthogonal") == 1.3
    assert "between 0 and 1000" in field.toolTip()
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Escape)
    assert field.lineEdit().text() == "1.30"
    assert not field.property("invalid")
    assert field.toolTip() == ""
    box = shown.recommended["orthogonal"]  # type: ignore[attr-defined]
    box.click()
    assert setup.gain("orthogonal") is None
    assert not field.isEnabled()
    shown.close()
    page.view.finish()
    assert page.canvas._headings["column orthogonal"].note


def test_depth_width_and_seeds_are_dragged_and_typed(page: GridPage, qtbot: QtBot) -> None:
    controls, setup = page.controls, page.view.setup
    controls.depth_row.field.setFocus()
    controls.depth_row.field.selectAll()
    qtbot.keyClicks(controls.depth_row.field, "9")
    qtbot.keyClick(controls.depth_row.field, KEY.Key_Return)
    assert setup.depth == 9
    controls.depth_row.slider.setValue(controls.depth_row.slider.maximum())
    assert setup.depth == 1000
    controls.depth_row.slider.setValue(0)
    assert setup.depth == 1
    controls.width_row.slider.setValue(0)
    assert setup.width == 1
    controls.seeds.setValue(3)
    page.view.finish()
    assert page.view.measured_seeds(TANH) == 3
    assert page.view.face(TANH).state == "known"


def test_a_full_row_of_pins_asks_which_to_replace(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    runs = window.workbench.runs
    page.view.look_at(TANH)
    while not runs.full:
        qtbot.mouseClick(page.side.pin_button, LEFT)
    qtbot.mouseClick(page.side.pin_button, LEFT)
    menu = soon(ReplaceMenu, qtbot)
    assert isinstance(menu, ReplaceMenu)
    kept = runs.pin("A").project
    menu.letters["D"].trigger()
    menu.close()
    assert runs.pin("A").project is kept
    assert runs.pin("D").project.layers[0].activation.name == "tanh"


def test_the_grid_is_saved_as_picture_and_numbers(
    page: GridPage, qtbot: QtBot, tmp_path: Path
) -> None:
    def chosen(action: str, name: str) -> bytes:
        qtbot.mouseClick(page.export_button, LEFT)
        menu = soon(PlotMenu, qtbot)
        getattr(menu, action).trigger()
        menu.close()
        (dialog,) = page.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        dialog.deleteLater()
        QApplication.sendPostedEvents(dialog, 52)  # its deferred deletion
        return (tmp_path / name).read_bytes()

    assert chosen("save_png", "grid.png").startswith(b"\x89PNG")
    assert b"<svg" in chosen("save_svg", "grid.svg")
    assert chosen("save_pdf", "grid.pdf").startswith(b"%PDF")
    table = chosen("save_csv", "grid.csv").decode("utf-8-sig")
    assert table.count("\r\n") == 1 + 6
    spread = page.view.spread(TANH)
    assert spread is not None
    assert repr(float(spread.median[0])) in table
    qtbot.mouseClick(page.export_button, LEFT)
    menu = soon(PlotMenu, qtbot)
    assert isinstance(menu, PlotMenu)
    menu.copy_numbers.trigger()
    menu.close()
    assert "median_decades" in QGuiApplication.clipboard().text()


def test_the_grid_is_exported_by_key_with_every_cell_and_what_made_it(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.view.look_at(None)
    qtbot.keyClick(page.canvas, KEY.Key_E, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportDialog)))
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.subject is page.picture
    dialog.ground_box.setCurrentIndex(dialog.ground_box.findData("light"))
    dialog.form_box.setCurrentIndex(dialog.form_box.findData("svg"))
    picture = dialog.content().decode()
    dialog.close()
    for place in (Place(row, column) for row in page.view.rows for column in page.view.columns):
        assert f">{page.view.face(place).number}<" in picture
    words = "\n".join(Picture(page.picture).words)
    assert "depth 6, width 8, 5 seeds" in words
    assert "seed" in words.splitlines()[-1]


def test_before_the_first_click_it_is_said_that_a_click_changes_the_network(
    page: GridPage,
) -> None:
    assert page.side.hint.isVisible()
    assert "A click, or Enter, opens it in the builder" in page.side.hint.text()


def test_a_scrolled_grid_is_exported_whole_and_in_the_chosen_colours(page: GridPage) -> None:
    page.view.setup.choose_activations(ACTIVATION_NAMES)
    page.view.setup.choose_initializers(INITIALIZER_NAMES)
    page.finish_drawing()
    size = page.picture.picture_size
    assert size.width() > page.canvas.width()
    assert size.height() > page.canvas.height()
    for theme in (LIGHT, DARK):
        assert Picture(page.picture, theme).image(1.0).pixelColor(2, 2) == theme.panel
    assert page.workbench.theme.theme == LIGHT


def test_the_right_button_offers_what_can_be_done(page: GridPage, qtbot: QtBot) -> None:
    page.view.look_at(TANH)
    page.open_menu(TANH, page.canvas.viewport().mapToGlobal(middle(page, TANH)))
    menu = soon(QMenu, qtbot)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][:3] == [
        "Load into the builder",
        "Pin as a run",
        "Why?",
    ]
    menu.close()


def test_the_table_says_what_the_picture_shows(page: GridPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.views.button("table"), LEFT)
    assert page.table.isVisible()
    model = page.table.model()
    assert model.rowCount() == 3
    assert model.columnCount() == 2
    face = page.view.face(TANH)
    assert model.index(1, 0).data() == f"{face.number} {face.word}"
    page.table.setCurrentIndex(model.index(1, 0))
    assert page.view.current == TANH


def test_the_language_changes_everything_the_grid_says(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    translation = Translation(window.workbench.settings)
    page.view.look_at(TANH)
    english = page.view.face(TANH).word
    window.workbench.settings.set_language("ko")
    qtbot.waitUntil(lambda: page.view.face(TANH).word != english)
    assert "시드" in page.controls.seeds_label.text()
    assert page.side.load_button.text() == "불러오기"
    qtbot.keyClick(page.canvas, KEY.Key_Right)
    assert "직교" in page.canvas.accessibleDescription()
    translation.remove()


def test_a_grid_of_twelve_by_twelve_scrolls_to_the_cell_of_the_keys(
    page: GridPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.view.setup.choose_activations(ACTIVATION_NAMES)
    page.view.setup.choose_initializers(INITIALIZER_NAMES)
    page.view.setup.set_number("seeds", 1)
    window.resize(1280, 720)
    page.finish_drawing()
    cell = page.canvas.geometry_now.cell
    assert cell.width() >= LEAST_CELL.width()
    page.view.move(0, 0)
    for key in (KEY.Key_End, KEY.Key_PageDown):
        qtbot.keyClick(page.canvas, key)
    current = page.view.current
    assert current == Place(ACTIVATION_NAMES[-1], INITIALIZER_NAMES[-1])
    assert current is not None
    assert page.canvas.geometry_now.cells_area.contains(page.canvas.area_of(current))
    assert page.canvas.place_at(QPointF(middle(page, current))) == current


def painted(page: GridPage, monkeypatch: pytest.MonkeyPatch) -> list[Place]:
    """The cells that are painted from now on."""
    seen: list[Place] = []
    paint: Callable[..., None] = page.canvas._paint_cell

    def note(painter: object, place: Place) -> None:
        seen.append(place)
        paint(painter, place)

    monkeypatch.setattr(page.canvas, "_paint_cell", note)
    return seen


def test_only_changed_cells_are_painted(
    page: GridPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen = painted(page, monkeypatch)
    page.view.cells_changed.emit([TANH])
    assert seen == [TANH]
    page.view.look_at(TANH)
    page.canvas.viewport().repaint()
    assert seen == [TANH], "the frame of the present cell lies over the cells"


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("decades", [-1000.0, -30.0, -6.0, -2.0, -0.3, 0.0, 0.5, 3.0, 12.0, 200.0])
def test_what_a_cell_says_is_readable_on_its_ground(look: Theme, decades: float) -> None:
    ground = shade_color(decades, look)
    assert contrast(readable_on(ground), ground) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_loss_and_growth_differ_for_those_who_see_no_red_or_no_green(look: Theme) -> None:
    """Simulated with the matrices of Viénot, Brettel & Mollon 1999, on linear light."""
    dichromats = {
        "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
        "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    }

    def seen(color: QColor, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
        light = [part**2.2 for part in (color.redF(), color.greenF(), color.blueF())]
        return [
            max(sum(weight * part for weight, part in zip(row, light, strict=True)), 0.0)
            ** (1 / 2.2)
            for row in matrix
        ]

    for matrix in dichromats.values():
        for size in (3.0, 10.0, 50.0):
            lost, grown = (seen(shade_color(sign * size, look), matrix) for sign in (-1, 1))
            assert sum((a - b) ** 2 for a, b in zip(lost, grown, strict=True)) ** 0.5 > 0.15
