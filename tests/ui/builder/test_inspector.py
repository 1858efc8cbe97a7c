"""Claims about the form of the selected layers, by mouse and key."""

from __future__ import annotations

from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.ui.builder.fields import NumberField
from gradsim.ui.builder.inspector import InspectorForm
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.workbench import Workbench

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class OpenPanel(Protocol):
    def __call__(self, name: str) -> BuilderPanel: ...


@pytest.fixture
def form(panel: BuilderPanel) -> InspectorForm:
    return panel.inspector


def select(workbench: Workbench, *numbers: int) -> None:
    ids = workbench.document.project.layer_ids
    workbench.selection.select([ids[number - 1] for number in numbers])


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, KEY.Key_Return)


def pick(form_field: object, name: str) -> None:
    """Choose an entry as the popup does."""
    form_field.setCurrentIndex(form_field.findData(name))  # type: ignore[attr-defined]
    form_field.activated.emit(form_field.findData(name))  # type: ignore[attr-defined]


def test_typed_units_reach_the_project(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    select(workbench, 2)
    enter(qtbot, form.units.field, "6")
    assert workbench.document.project.layers[1].units == 6
    assert form.units.field.lineEdit().text() == "6"


@pytest.mark.parametrize("text", ["0", "-3", "abc", "2.5", "1e999"])
def test_refused_units_stay_in_the_line_with_the_reason_below(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench, text: str
) -> None:
    before = workbench.document.project
    enter(qtbot, form.units.field, text)
    assert workbench.document.project is before
    assert form.units.field.lineEdit().text() == text
    assert form.units.problem_shown()
    assert form.units.field.property("invalid") is True
    assert form.units.field.accessibleDescription() == form.units.problem_shown()
    qtbot.keyClick(form.units.field, KEY.Key_Escape)
    assert form.units.field.lineEdit().text() == "3"
    assert not form.units.problem_shown()


def test_a_refused_text_gives_way_when_the_project_changes(
    qtbot: QtBot, panel: BuilderPanel, workbench: Workbench
) -> None:
    field = panel.inspector.units.field
    enter(qtbot, field, "abc")
    panel.data.new_draw.click()
    assert not panel.inspector.units.problem_shown()
    assert field.property("invalid") is False
    assert field.lineEdit().text() == "3"


def test_a_choice_changes_every_selected_layer(form: InspectorForm, workbench: Workbench) -> None:
    select(workbench, 1, 3)
    pick(form.activation.field, "relu")
    names = [layer.activation.name for layer in workbench.document.project.layers]
    assert names == ["relu", "sigmoid", "relu", "sigmoid", "sigmoid"]


def test_layers_that_differ_show_mixed(form: InspectorForm, workbench: Workbench) -> None:
    select(workbench, 1)
    pick(form.activation.field, "relu")
    select(workbench, 1, 2, 5)
    assert form.units.field.lineEdit().text() == "mixed"
    assert form.activation.field.currentIndex() == -1
    assert form.activation.field.placeholderText() == "mixed"
    assert not form.thumbnail.isVisible()


def test_options_come_and_go_with_their_rule(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    assert not form.activation.options.isVisible()
    pick(form.activation.field, "leaky_relu")
    row = form.activation.options.row("slope")
    assert row.isVisible()
    assert row.field.accessibleName()
    enter(qtbot, row.field, "0.3")
    assert workbench.document.project.layers[0].activation == Choice.of("leaky_relu", slope=0.3)
    enter(qtbot, row.field, "1e9")
    assert row.problem_shown()
    pick(form.activation.field, "tanh")
    assert not form.activation.options.isVisible()


def test_a_drag_of_the_gain_slider_changes_the_project_at_every_move_and_is_one_step(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    gains: list[float] = []
    workbench.document.project_changed.connect(
        lambda: gains.append(
            dict(workbench.document.project.layers[0].weights.options).get("gain", 1.0)
        )
    )
    slider = form.gain.slider
    middle = slider.rect().center()
    qtbot.mousePress(slider, LEFT, pos=middle)
    for step in range(4, 21, 4):
        qtbot.mouseMove(slider, middle + QPoint(step, 0))
    qtbot.mouseRelease(slider, LEFT, pos=middle + QPoint(20, 0))
    assert len(gains) >= 4
    assert gains == sorted(gains)
    assert workbench.document.undo_stack.count() == 1
    assert form.gain.field.number() == gains[-1]


def test_the_recommended_gain_is_applied_by_its_link_only(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    assert not form.gain.use.isVisible()
    pick(form.activation.field, "relu")
    assert form.gain.field.number() == 1.0
    assert form.gain.use.isVisible()
    form.gain.use.click()
    assert form.gain.field.number() == pytest.approx(2**0.5)
    assert not form.gain.use.isVisible()


def test_a_typed_layer_disables_its_initializer_and_offers_to_redraw(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    panel = open_panel("mazur")
    form = panel.inspector
    assert form.redraw.isVisible()
    for control in (form.weights.field, form.gain.slider, form.gain.field, form.bias.field):
        assert not control.isEnabled()
    assert form.activation.field.isEnabled()
    form.redraw.click()
    assert not form.redraw.isVisible()
    for control in (form.weights.field, form.gain.slider, form.gain.field, form.bias.field):
        assert control.isEnabled()


def test_resizing_a_typed_layer_says_what_became_of_its_numbers(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    panel = open_panel("mazur")
    enter(qtbot, panel.inspector.units.field, "3")
    assert "overlap" in panel.inspector.units.note_shown()


def test_softmax_can_be_picked_for_the_output_alone(
    form: InspectorForm, workbench: Workbench
) -> None:
    field = form.activation.field

    def offered() -> bool:
        index = field.model().index(field.findData("softmax"), 0)
        return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)

    select(workbench, 2)
    assert not offered()
    select(workbench, 5)
    assert offered()


def test_apply_to_every_hidden_layer_is_one_click(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    pick(form.activation.field, "tanh")
    form.apply.click()
    names = [layer.activation.name for layer in workbench.document.project.layers]
    assert names == ["tanh"] * 4 + ["sigmoid"]
    select(workbench, 1, 2)
    assert not form.apply.isEnabled()


def test_undo_brings_the_form_back(qtbot: QtBot, form: InspectorForm, workbench: Workbench) -> None:
    enter(qtbot, form.units.field, "6")
    workbench.document.undo_stack.undo()
    assert form.units.field.lineEdit().text() == "3"


def test_a_refusal_does_not_follow_to_another_layer(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    select(workbench, 1)
    enter(qtbot, form.units.field, "0")
    assert "at least 1" in form.units.problem_shown()
    select(workbench, 5)
    assert form.units.problem_shown() == ""
    assert form.units.field.lineEdit().text() == "1"


def test_a_list_whose_entry_is_refused_shows_what_holds(open_panel: OpenPanel) -> None:
    panel = open_panel("digits_classifier")
    form, bench = panel.inspector, panel._workbench
    select(bench, 3)
    pick(form.activation.field, "sigmoid")
    assert form.activation.row.problem_shown()
    assert form.activation.field.currentData() == "softmax"
    select(bench, 1)
    assert not form.activation.row.problem_shown()
    assert form.activation.field.currentData() == "relu"


@pytest.mark.parametrize(
    ("row", "refused", "holds"), [("units", "0", "3"), ("gain", "nan", "1.00"), ("gain", "-1", "1")]
)
def test_typing_back_what_holds_takes_the_refusal_back(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench, row: str, refused: str, holds: str
) -> None:
    before = workbench.document.project
    line = form.units if row == "units" else form.gain.row
    field = form.units.field if row == "units" else form.gain.field
    enter(qtbot, field, refused)
    assert line.problem_shown()
    enter(qtbot, field, holds)
    assert not line.problem_shown()
    assert field.property("invalid") is False
    assert workbench.document.undo_stack.count() == 0
    assert workbench.document.project == before


def test_nothing_is_applied_from_a_form_that_shows_a_refused_number(
    qtbot: QtBot, form: InspectorForm, workbench: Workbench
) -> None:
    before = workbench.document.project
    enter(qtbot, form.gain.field, "nan")
    assert not form.apply.isEnabled()
    assert "refused" in form.apply.toolTip()
    qtbot.mouseClick(form.apply, Qt.MouseButton.LeftButton)
    assert workbench.document.project is before
    qtbot.keyClick(form.gain.field, KEY.Key_Escape)
    assert form.apply.isEnabled()
    assert "refused" not in form.apply.toolTip()
