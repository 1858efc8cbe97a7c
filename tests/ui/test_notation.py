"""A chosen notation is written everywhere in the window, and changes no number."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.ui.equations import Equations
from gradsim.ui.gradients.lenses.entries import LENSES
from gradsim.ui.main_window import MainWindow
from gradsim.ui.notation_dialog import NotationDialog
from gradsim.ui.plots.plot import Plot
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.notation import USUAL, Notation, current
from gradsim.viewmodels.step.walk.walk import Lens

OTHER = Notation("L", "brackets", 0, "numerator")
USUAL_SIGNS = re.compile(r"∂\s*C|partial C|(?<![A-Za-z+])C(?![A-Za-z])|⁽|\^\{?\(\d")
"""What a window written in OTHER must not show: C for the cost, raised round brackets."""

_MOST_ROWS = 8


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is painted, and every equation that is asked for, from now on."""
    found: set[str] = set()
    draw, typeset = QPainter.drawText, Equations.of

    def drawn(painter: QPainter, *args: object) -> object:
        found.update(each for each in args if isinstance(each, str))
        return draw(painter, *args)  # type: ignore[call-overload]

    def asked(equations: Equations, tex: str, *args: object) -> object:
        found.add(tex)
        return typeset(equations, tex, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(QPainter, "drawText", drawn)
    monkeypatch.setattr(Equations, "of", asked)
    return found


@pytest.fixture(autouse=True)
def translation(workbench: Workbench) -> Iterator[None]:
    """The language follows the settings, as in the program."""
    made = Translation(workbench.settings)
    yield
    made.remove()


def texts_of(window: QWidget) -> set[str]:
    """What the widgets of `window` say, to the eye and to a screen reader."""
    found: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        elif isinstance(widget, QComboBox):
            found |= {widget.itemText(index) for index in range(widget.count())}
            found |= {
                str(widget.itemData(i, Qt.ItemDataRole.ToolTipRole)) for i in range(widget.count())
            }
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found |= cells_of(widget.model())
    return found


def cells_of(model: QAbstractItemModel, parent: QModelIndex | None = None) -> set[str]:
    """The cells and headings of a model, down to what lies below its rows."""
    parent = QModelIndex() if parent is None else parent
    found: set[str] = set()
    flat, childless = (
        isinstance(model, QAbstractListModel),
        QAbstractListModel | QAbstractTableModel,
    )
    for column in range(1 if flat else model.columnCount(parent)):
        for orientation in Qt.Orientation:
            found.add(str(model.headerData(column, orientation)))
        for row in range(min(model.rowCount(parent), _MOST_ROWS)):
            index = model.index(row, column, parent)
            found.add(str(model.data(index)))
            if column == 0 and not isinstance(model, childless) and model.hasChildren(index):
                found |= cells_of(model, index)
    return found


def choose(workbench: Workbench, notation: Notation) -> None:
    workbench.notation.take(notation)
    QApplication.processEvents()


def offenders(texts: set[str]) -> set[str]:
    # A button of the dialog or a run called C would be no cost; there is none in these windows.
    return {text for text in texts if USUAL_SIGNS.search(text)}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", ["first_look", "scalar_chain", "fifty_layers"])
def test_step_writes_nothing_in_the_old_letters(
    name: str,
    language: str,
    window: MainWindow,
    workbench: Workbench,
    painted: set[str],
    qtbot: QtBot,
) -> None:
    workbench.settings.set_language(language)  # type: ignore[arg-type]
    workbench.document.load(preset(name))
    workbench.simulation.compute_now()
    qtbot.waitUntil(lambda: not workbench.stepper.waiting)
    choose(workbench, OTHER)
    painted.clear()
    for lens in Lens:
        workbench.stepper.choose_lens(lens)
        qtbot.waitUntil(lambda: not workbench.stepper.waiting)
        count = len(workbench.stepper.steps)
        for position in {0, 1, 2, 3, 4, 5, count // 2, count - 1, count}:
            workbench.stepper.jump(position)
            window.grab()
            assert not offenders(texts_of(window.workspaces))
    assert any("∂L" in text for text in painted)
    assert any(r"\partial L" in text for text in painted)
    assert not offenders(painted)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", ["first_look", "digits_classifier", "zero_initialization"])
def test_every_page_writes_nothing_in_the_old_letters(
    name: str,
    language: str,
    window: MainWindow,
    workbench: Workbench,
    painted: set[str],
    qtbot: QtBot,
) -> None:
    workbench.settings.set_language(language)  # type: ignore[arg-type]
    workbench.document.load(preset(name))
    workbench.simulation.compute_now()
    workbench.stepper.choose_lens(Lens.PARAMETER)
    qtbot.waitUntil(lambda: not workbench.stepper.waiting)
    study = window.workspaces.step.study
    for entry in PAGES:
        study.open_page(entry.name)
        workbench.stepper.jump(3)
        window.finish_drawing()
        choose(workbench, USUAL)
        window.grab()
        choose(workbench, OTHER)
        window.finish_drawing()
        painted.clear()
        window.grab()
        workbench.stepper.last()
        window.finish_drawing()
        window.grab()
        assert not offenders(texts_of(study) | painted), entry.name


@pytest.mark.parametrize("language", ["en", "ko"])
def test_questions_write_nothing_in_the_old_letters(
    language: str, window: MainWindow, workbench: Workbench, painted: set[str]
) -> None:
    workbench.settings.set_language(language)  # type: ignore[arg-type]
    choose(workbench, OTHER)
    card = window.workspaces.step.card
    predictions = card.predict.predictions
    predictions.set_on(True)
    painted.clear()
    for _ in range(len(workbench.stepper.steps)):
        workbench.stepper.next()
        predictions.hint()
        predictions.hint()
        predictions.check("1e9")
        window.finish_drawing()
        window.grab()
        assert not offenders(texts_of(card) | painted)
        predictions.give_up()


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("lens", [entry.name for entry in LENSES])
def test_gradients_writes_nothing_in_the_old_letters(
    lens: str, language: str, window: MainWindow, workbench: Workbench, painted: set[str]
) -> None:
    workbench.settings.set_text("gradient_lens", lens)
    workbench.settings.set_language("ko" if language == "ko" else "en")
    window.open_workspace("gradients")
    window.finish_drawing()
    choose(workbench, OTHER)
    painted.clear()
    window.grab()
    shown = window.workspaces.gradients
    assert shown is not None
    told = texts_of(shown)
    assert any("∂L/∂W" in text for text in told)
    assert not offenders(told | painted)
    plots = shown.attribution_panel.lens.findChildren(Plot)
    lines = [line for plot in plots for line in plot.reading._reader(0)]
    assert len(lines) > 2
    assert not offenders(set(lines))


def test_going_back_to_the_usual_writes_what_stood_there_before(
    window: MainWindow, workbench: Workbench, painted: set[str]
) -> None:
    workbench.stepper.jump(1)

    def shown() -> set[str]:
        window.finish_drawing()
        painted.clear()
        window.grab()
        return texts_of(window) | painted

    def in_words(texts: set[str]) -> set[str]:
        # The strip may rest elsewhere among its factors, so that others of them are in sight.
        return {text for text in texts if "\\" not in text}

    before = shown()
    choose(workbench, OTHER)
    between = shown() - before
    assert between
    choose(workbench, USUAL)
    after = shown()
    assert in_words(before) <= after
    assert not between & after


def test_counted_from_0_every_part_names_the_same_parameter(
    window: MainWindow, workbench: Workbench, painted: set[str]
) -> None:
    stepper, step = workbench.stepper, window.workspaces.step
    stepper.choose_parameter(ParameterAddress("w", 3, 2, 1))
    stepper.last()
    product = stepper.steps[-1].product
    painted.clear()
    choose(workbench, Notation(first_index=0))
    window.grab()
    chooser = step.strip.row.chooser
    boxes = (chooser.layer_box, chooser.unit_box, chooser.source_box)
    assert [box.value() for box in boxes] == [2, 1, 0]
    assert [box.minimum() for box in boxes] == [0, 0, 0]
    assert [box.maximum() for box in boxes] == [4, 2, 2]
    assert r"\frac{\partial C}{\partial w_{10}^{(2)}}" in painted
    assert {f"layer {number}" for number in range(5)} <= painted
    assert "layer 5" not in painted
    assert any("∂C/∂w₁₀⁽²⁾" in text for text in texts_of(step.diagram))
    assert stepper.parameter == ParameterAddress("w", 3, 2, 1)
    assert stepper.steps[-1].product == product


def test_a_number_typed_into_the_chooser_is_the_one_on_screen(
    window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    choose(workbench, Notation(first_index=0))
    chooser = window.workspaces.step.strip.row.chooser
    for box, typed in (
        (chooser.layer_box, "1"),
        (chooser.unit_box, "0"),
        (chooser.source_box, "2"),
    ):
        box.setFocus()
        box.lineEdit().selectAll()
        qtbot.keyClicks(box.lineEdit(), typed)
        qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert workbench.stepper.parameter == ParameterAddress("w", 2, 1, 3)


def test_the_builder_and_the_plots_count_as_the_diagram_does(
    window: MainWindow, workbench: Workbench
) -> None:
    choose(workbench, Notation(first_index=0))
    window.open_workspace("gradients")
    told = texts_of(window)
    assert "Layer 0" in told
    assert "layer 0 of 4" in told
    assert not any(re.search(r"[Ll]ayer 5", text) for text in told)


@pytest.mark.parametrize("page", [entry.name for entry in PAGES])
@pytest.mark.parametrize("name", ["first_look", "constant_initialization"])
def test_counted_from_0_no_page_names_a_layer_or_unit_that_is_not_there(
    name: str, page: str, window: MainWindow, workbench: Workbench, painted: set[str], qtbot: QtBot
) -> None:
    workbench.document.load(preset(name))
    workbench.simulation.compute_now()
    depth = workbench.document.project.network.depth
    widest = max(workbench.document.project.network.widths)
    workbench.stepper.choose_parameter(ParameterAddress("w", 2, widest, widest))
    qtbot.waitUntil(lambda: not workbench.stepper.waiting)
    choose(workbench, Notation(first_index=0))
    study = window.workspaces.step.study
    study.open_page(page)
    last = "₀₁₂₃₄₅"[widest]
    wrong = re.compile(
        rf"[Ll]ayer {depth}\b|[Uu]nit {widest}\b|[wazb]{last}|[wazb][₀-₉]{last}|_\{{\d?{widest}\}}"
    )
    for position in range(len(workbench.stepper.steps) + 1):
        workbench.stepper.jump(position)
        window.finish_drawing()
        painted.clear()
        window.grab()
        told = texts_of(study) | painted
        # Under the waterfall's bars a lowered number is that of a layer.
        bars = {text for text in told if re.fullmatch(r"\S{1,5}[₀-₉]", text) or "decades" in text}
        assert not {text for text in told - bars if wrong.search(text)}


@pytest.fixture
def dialog(window: MainWindow) -> Iterator[NotationDialog]:
    """The dialog, opened from the menu's command."""
    window.actions_.notation.trigger()
    made = window.findChild(NotationDialog)
    assert isinstance(made, NotationDialog)
    yield made
    for left in window.findChildren(NotationDialog):
        left.close()


@pytest.mark.usefixtures("either_language")
def test_the_dialog_works_by_mouse_alone(
    dialog: NotationDialog, window: MainWindow, qtbot: QtBot
) -> None:
    left = Qt.MouseButton.LeftButton
    for field, word in (
        ("cost_letter", "L"),
        ("layer_style", "brackets"),
        ("first_index", "0"),
        ("layout", "numerator"),
    ):
        qtbot.mouseClick(dialog.switches[field].button(word), left)
    assert current() == OTHER
    told = texts_of(window.workspaces.step.diagram)
    assert any("∂L/∂w₁₀[2]" in text for text in told)
    qtbot.mouseClick(dialog.usual_button, left)
    assert current() == USUAL
    assert not dialog.usual_button.isEnabled()


@pytest.mark.usefixtures("either_language")
def test_the_dialog_works_by_keyboard_alone(
    dialog: NotationDialog, window: MainWindow, qtbot: QtBot
) -> None:
    for field, switch in dialog.switches.items():
        on = next(button for button in switch.findChildren(QAbstractButton) if button.isChecked())
        before = getattr(current(), field)
        on.setFocus()
        qtbot.keyClick(on, Qt.Key.Key_Right)
        assert getattr(current(), field) != before
    assert current() == OTHER
    dialog.usual_button.setFocus()
    qtbot.keyClick(dialog.usual_button, Qt.Key.Key_Space)
    assert current() == USUAL
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(NotationDialog) is None)


def test_the_samples_follow_at_once(dialog: NotationDialog, workbench: Workbench) -> None:
    def names() -> list[str]:
        return [view.accessibleName() for view in dialog.samples.values()]

    assert names()[1] == "∂C/∂W⁽³⁾ = ∂C/∂z⁽³⁾ (a⁽²⁾)ᵀ"
    choose(workbench, OTHER)
    assert names()[1] == "∂L/∂W[2] = a[1] ∂L/∂z[2]"


def test_the_half_is_undone_like_any_edit(
    dialog: NotationDialog, window: MainWindow, workbench: Workbench, qtbot: QtBot
) -> None:
    left = Qt.MouseButton.LeftButton
    with_half = dialog.half_switch.button("with")
    qtbot.mouseClick(with_half, left)
    assert workbench.document.project.network.cost == "half_squared_error"
    assert "½" in window.actions_.undo.toolTip()
    window.actions_.undo.trigger()
    assert workbench.document.project.network.cost == "squared_error"
    assert dialog.half_switch.button("without").isChecked()
    workbench.document.load(preset("digits_classifier"))
    assert not with_half.isEnabled()


def test_the_command_opens_one_dialog_only(dialog: NotationDialog, window: MainWindow) -> None:
    window.actions_.notation.trigger()
    assert window.findChildren(NotationDialog) == [dialog]
