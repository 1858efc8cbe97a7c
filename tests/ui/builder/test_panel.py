"""Claims about the panel as a whole: width, focus, names, language and theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gradsim.project import edits
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.messages import Message
from tests.ui.builder.test_inspector import OpenPanel, pick

PRESETS = ["first_look", "mazur", "scalar_chain", "fifty_layers", "digits_classifier"]


def controls(panel: QWidget) -> list[QWidget]:
    """Every control that a person can use."""
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox)
    return [
        child
        for child in panel.findChildren(QWidget)
        if isinstance(child, kinds)
        and not isinstance(child, QScrollBar)
        and child.isVisible()
        and child.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


@pytest.mark.parametrize("name", PRESETS)
def test_every_control_has_a_name_for_screen_readers(open_panel: OpenPanel, name: str) -> None:
    panel = open_panel(name)
    panel.show_parameters()
    assert panel.parameters is not None
    for control in (*controls(panel), *controls(panel.parameters)):
        label = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or label, control
    panel.parameters.close()


@pytest.mark.parametrize("name", PRESETS)
def test_nothing_is_cut_off_at_290_pixels(open_panel: OpenPanel, name: str) -> None:
    panel = open_panel(name)
    form = panel.form_area.widget()
    assert form.minimumSizeHint().width() <= panel.form_area.viewport().width()
    assert form.width() == panel.form_area.viewport().width()
    pick(panel.inspector.activation.field, "leaky_relu")
    panel.data_model.choose_cost("cross_entropy")
    panel.inspector_model.enter_units("0")
    QCoreApplication.processEvents()
    assert form.minimumSizeHint().width() <= panel.form_area.viewport().width()


def test_tab_reaches_every_control_from_top_to_bottom(qtbot: QtBot, panel: BuilderPanel) -> None:
    panel.layers.setFocus()
    reached: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in reached:
            break
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    usable = [each for each in controls(panel) if each.isEnabled()]
    assert set(usable) <= set(reached)
    inside = [each for each in reached if panel.form_area.widget().isAncestorOf(each)]
    heights = [each.mapTo(panel.form_area.widget(), QPoint()).y() for each in inside]
    assert heights == sorted(heights)


def test_the_focused_control_is_scrolled_into_view(qtbot: QtBot, panel: BuilderPanel) -> None:
    panel.data.seed.field.setFocus()
    qtbot.keyClick(panel.data.seed.field, Qt.Key.Key_Tab)
    QCoreApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is panel.data.new_draw
    top = focus.mapTo(panel.form_area.viewport(), QPoint()).y()
    assert 0 <= top <= panel.form_area.viewport().height() - focus.height()


def test_a_thousand_layers_are_listed(
    qtbot: QtBot, panel: BuilderPanel, workbench: Workbench
) -> None:
    project = workbench.document.project
    first = project.layer_ids[0]
    while len(project.layers) < 1000:
        count = min(len(project.layers) - 1, 1000 - len(project.layers))
        project = edits.duplicate_layers(project, project.layer_ids[:count])
    workbench.document.edit(Message("Test", "deep"), project)
    panel.grab()
    assert panel.layers.model().rowCount() == 1000
    assert workbench.selection.layer_ids == (first,)
    workbench.selection.select([project.layer_ids[700]])
    assert panel.layers.currentIndex().row() == 700
    row = panel.layers.visualRect(panel.layers.currentIndex())
    assert panel.layers.viewport().rect().contains(row)


class Shouting(QTranslator):
    """A language in which everything is in capitals; placeholders stay."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        parts = text.replace("{", "\0{").replace("}", "}\0").split("\0")
        return "".join(part if part.startswith("{") else part.upper() for part in parts)

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[Shouting]:
    translator = Shouting()
    yield translator
    qapp.removeTranslator(translator)


def test_the_language_changes_while_the_panel_is_open(
    qapp: QApplication, panel: BuilderPanel, workbench: Workbench, shouting: Shouting
) -> None:
    panel.inspector_model.enter_units("0")
    before = workbench.document.project
    qapp.installTranslator(shouting)
    QCoreApplication.processEvents()
    assert panel.title_label.text() == "NETWORK"
    assert panel.inspector.activation.field.currentText() == "SIGMOID"
    assert panel.inspector.activation.field.currentData() == "sigmoid"
    assert panel.inspector.units.problem_shown().isupper()
    assert panel.layers.model().index(0, 0).data().startswith("LAYER 1")
    assert panel.data.cost.field.accessibleName() == "COST"
    assert workbench.document.project is before
    assert workbench.document.undo_stack.count() == 0
    qapp.removeTranslator(shouting)
    QCoreApplication.processEvents()
    assert panel.title_label.text() == "Network"
    assert panel.inspector.activation.field.currentText() == "Sigmoid"


def test_the_theme_changes_while_the_panel_is_open(
    panel: BuilderPanel, workbench: Workbench
) -> None:
    light = panel.grab().toImage()
    workbench.settings.set_theme("dark")
    QCoreApplication.processEvents()
    dark = panel.grab().toImage()
    corner = QPoint(8, dark.height() - 20)
    assert light.pixelColor(corner).lightness() > 200
    assert dark.pixelColor(corner).lightness() < 80
    thumbnail = panel.inspector.thumbnail.grab().toImage()
    assert thumbnail.pixelColor(8, 34).lightness() < 120


def test_add_puts_a_layer_in_and_the_summary_follows(
    qtbot: QtBot, panel: BuilderPanel, workbench: Workbench
) -> None:
    panel.add.click()
    assert len(workbench.document.project.layers) == 6
    assert "6 layers" in panel.summary.text()
