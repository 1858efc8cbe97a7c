"""Claims about the form of the remedies, by mouse and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project import edits
from gradsim.ui.builder.fields import NumberField
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.builder.remedies_section import RemediesSection
from gradsim.ui.translation import Translation
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.settings import Settings
from tests.ui.builder.conftest import OpenPanel

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
BATCH = Choice.of("batch_norm")


@pytest.fixture
def section(panel: BuilderPanel) -> RemediesSection:
    return panel.inspector.remedies


def select(workbench: Workbench, *numbers: int) -> None:
    ids = workbench.document.project.layer_ids
    workbench.selection.select([ids[number - 1] for number in numbers])


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, KEY.Key_Return)


def pick_by_mouse(qtbot: QtBot, field: QComboBox, name: str) -> None:
    """Open the list with a click and click the entry."""
    qtbot.mouseClick(field, LEFT)
    view = field.view()
    qtbot.waitUntil(view.isVisible)
    entry = view.visualRect(field.model().index(field.findData(name), 0)).center()

    def picked() -> bool:
        # A list that has just opened takes no click for as long as a double click may last.
        qtbot.mouseMove(view.viewport(), entry)
        qtbot.mouseClick(view.viewport(), LEFT, pos=entry)
        return bool(field.currentData() == name)

    qtbot.waitUntil(picked)
    field.hidePopup()


def tab_to(qtbot: QtBot, panel: BuilderPanel, start: QWidget, wanted: QWidget) -> None:
    """Reach `wanted` from `start` with Tab alone."""
    start.setFocus()
    for _ in range(20):
        if panel.window().focusWidget() is wanted:
            return
        qtbot.keyClick(panel.window().focusWidget(), KEY.Key_Tab)
    assert panel.window().focusWidget() is wanted


def test_by_mouse_a_layer_is_normalized_shortcut_and_silenced(
    qtbot: QtBot, panel: BuilderPanel, section: RemediesSection, workbench: Workbench
) -> None:
    select(workbench, 2)
    pick_by_mouse(qtbot, section.normalization.field, "layer_norm")
    pick_by_mouse(qtbot, section.residual.field, "pre")
    qtbot.mouseClick(
        section.dropout.field,
        LEFT,
        pos=QPoint(section.dropout.field.width() - 8, section.dropout.field.height() // 4),
    )
    layer = workbench.document.project.layers[1]
    assert layer.normalization == Choice.of("layer_norm")
    assert layer.residual == Residual(1.0, "pre")
    assert layer.dropout == 0.05
    assert workbench.document.undo_stack.index() == 3


def test_by_key_every_remedy_is_reached_and_set(
    qtbot: QtBot, panel: BuilderPanel, section: RemediesSection, workbench: Workbench
) -> None:
    select(workbench, 1)
    field = section.normalization.field
    tab_to(qtbot, panel, panel.inspector.bias.field, field)
    qtbot.keyClick(field, KEY.Key_Down)
    assert workbench.document.project.layers[0].normalization == BATCH
    epsilon = section.normalization.options.row("epsilon").field
    tab_to(qtbot, panel, field, epsilon)
    enter(qtbot, epsilon, "0.01")
    tab_to(qtbot, panel, epsilon, section.residual.field)
    qtbot.keyClick(section.residual.field, KEY.Key_Down)
    scale = section.residual.options.row("scale").field
    tab_to(qtbot, panel, section.residual.field, scale)
    enter(qtbot, scale, "0.5")
    tab_to(qtbot, panel, scale, section.dropout.field)
    enter(qtbot, section.dropout.field, "0.25")
    tab_to(qtbot, panel, section.dropout.field, section.mode.field)
    qtbot.keyClick(section.mode.field, KEY.Key_Down)
    project = workbench.document.project
    layer = project.layers[0]
    assert layer.normalization == Choice.of("batch_norm", epsilon=0.01)
    assert layer.residual == Residual(0.5, "post")
    assert layer.dropout == 0.25
    assert project.network.mode == "evaluate"


def test_options_scale_and_mode_show_only_where_they_mean_something(
    section: RemediesSection, workbench: Workbench
) -> None:
    assert not section.normalization.options.isVisible()
    assert not section.residual.options.isVisible()
    assert not section.mode.isVisible()
    load(workbench, edits.set_residual(workbench.document.project, 1, Residual()))
    assert section.residual.options.isVisible()
    assert not section.mode.isVisible()
    load(workbench, edits.set_dropout(workbench.document.project, 2, 0.5))
    assert section.mode.isVisible()
    assert "dropout" in section.mode.row.hint_shown()


def load(workbench: Workbench, project: object) -> None:
    workbench.document.load(project)  # type: ignore[arg-type]
    QCoreApplication.processEvents()


def test_layers_that_differ_are_mixed(section: RemediesSection, workbench: Workbench) -> None:
    project = edits.set_normalization(workbench.document.project, 1, BATCH)
    project = edits.set_dropout(edits.set_residual(project, 1, Residual()), 1, 0.5)
    load(workbench, project)
    select(workbench, 1, 2)
    assert section.normalization.field.placeholderText() == "mixed"
    assert section.residual.field.placeholderText() == "mixed"
    assert section.dropout.field.lineEdit().text() == "mixed"


@pytest.mark.parametrize("text", ["1", "-1", "abc"])
def test_a_refused_dropout_stays_in_its_line_with_the_reason_below(
    qtbot: QtBot, section: RemediesSection, workbench: Workbench, text: str
) -> None:
    before = workbench.document.project
    enter(qtbot, section.dropout.field, text)
    assert workbench.document.project is before
    assert section.dropout.field.lineEdit().text() == text
    assert section.dropout.problem_shown()
    assert section.dropout.field.accessibleDescription() == section.dropout.problem_shown()


def test_a_refused_residual_connection_goes_back_with_the_reason_below(
    qtbot: QtBot, open_panel: OpenPanel
) -> None:
    panel = open_panel("digits_classifier")
    section = panel.inspector.remedies
    panel._workbench.selection.select([3])
    section.residual.field.setFocus()
    qtbot.keyClick(section.residual.field, KEY.Key_Down)
    assert panel._workbench.document.project.output.plain
    assert section.residual.field.currentData() == "none"
    assert "softmax" in section.residual.row.problem_shown().lower()


def test_korean_words_come_and_what_is_set_stays(
    section: RemediesSection, workbench: Workbench, settings: Settings
) -> None:
    translation = Translation(settings)
    load(workbench, edits.set_dropout(workbench.document.project, 1, 0.5))
    settings.set_language("ko")
    QCoreApplication.processEvents()
    assert section.normalization.field.currentText() == "없음"
    assert section.dropout.field.accessibleName() == "드롭아웃"
    assert "드롭아웃" in section.mode.row.hint_shown()
    assert section.dropout.field.number() == 0.5
    translation.remove()


def test_a_typed_gamma_shows_a_way_back(
    qtbot: QtBot, panel: BuilderPanel, section: RemediesSection, workbench: Workbench
) -> None:
    load(workbench, edits.set_normalization(workbench.document.project, 1, BATCH))
    select(workbench, 1)
    assert not section.forget.isVisible()
    qtbot.mouseClick(panel.inspector.exact, LEFT)
    window = panel.parameters
    assert window is not None
    # Else the window would become active under the editor, which then closes.
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.remedies.isVisible()
    index = window.remedies_model.index(1, 0)
    window.remedies.setFocus()
    window.remedies.setCurrentIndex(index)
    window.remedies.edit(index)
    editor = window.remedies.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "1.5")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: workbench.document.project.parameters[0] is not None)
    typed = workbench.document.project.parameters[0]
    assert typed is not None
    assert typed.remedies is not None
    assert typed.remedies.scale is not None
    assert typed.remedies.scale[1] == 1.5
    assert section.forget.isVisible()
    assert panel.inspector.weights.field.isEnabled()
    qtbot.mouseClick(section.forget, LEFT)
    assert workbench.document.project.parameters[0] is None
    assert not section.forget.isVisible()


def test_the_window_of_exact_numbers_has_room_for_what_the_normalization_brings(
    qtbot: QtBot, panel: BuilderPanel, workbench: Workbench
) -> None:
    qtbot.mouseClick(panel.inspector.exact, LEFT)
    window = panel.parameters
    assert window is not None
    qtbot.waitExposed(window)
    narrow = window.width()
    assert not window.remedies.isVisible()
    load(workbench, edits.set_normalization(workbench.document.project, 1, BATCH))
    select(workbench, 1)
    assert window.remedies.isVisible()
    assert window.width() > narrow
    assert window.remedies.horizontalScrollBar().maximum() == 0
    load(workbench, edits.set_normalization(workbench.document.project, 1, None))
    assert not window.remedies.isVisible()


def test_the_list_paints_a_badge_in_the_remedies_colour(
    panel: BuilderPanel, workbench: Workbench
) -> None:
    load(workbench, edits.set_normalization(workbench.document.project, 2, BATCH))
    image = panel.layers.viewport().grab().toImage()

    def is_pink(color: QColor) -> bool:
        return min(color.red(), color.blue()) - color.green() > 30

    def painted(row: int) -> bool:
        card = panel.layers.visualRect(panel.layers_model.index(row))
        return any(
            is_pink(image.pixelColor(x, y))
            for x in range(card.left(), card.right())
            for y in range(card.top(), card.bottom())
        )

    assert painted(1)
    assert not painted(2)
