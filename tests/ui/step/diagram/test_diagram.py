"""The diagram panel by mouse and key: point, click, zoom, pan, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gradsim.engine.nudge.lever import Lever
from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress
from gradsim.project.edits.layers import set_activation, set_gain
from gradsim.project.model import Project
from gradsim.ui.step.diagram.diagram import DiagramPanel
from gradsim.ui.step.diagram.pixmap import Ground
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.viewmodels.step.diagram.diagram_desk import project_of


@pytest.fixture
def panel(workbench: Workbench, qtbot: QtBot) -> Iterator[DiagramPanel]:
    open_project(workbench, project_of(2, 3, 3, 3, 3, 1))
    made = DiagramPanel(workbench)
    qtbot.addWidget(made)
    made.resize(790, 360)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def open_project(workbench: Workbench, project: Project) -> None:
    workbench.document.load(project)
    workbench.simulation.compute_now()


def screen_point(panel: DiagramPanel, x: float, y: float) -> QPoint:
    view = panel.canvas.view
    return QPointF(x * view.scale + view.x, y * view.scale + view.y).toPoint()


def unit_point(panel: DiagramPanel, layer: int, unit: int) -> QPoint:
    layout = panel.model.layout
    assert layout is not None
    return screen_point(panel, *layout.places[layer, unit])


def edge_point(panel: DiagramPanel, layer: int, unit: int, source: int) -> QPoint:
    layout = panel.model.layout
    assert layout is not None
    line = layout.edge(layer, unit, source)
    assert line is not None
    x1, y1, x2, y2 = line
    return screen_point(panel, x1 + 0.2 * (x2 - x1), y1 + 0.2 * (y2 - y1))


def click(panel: DiagramPanel, qtbot: QtBot, point: QPoint) -> None:
    qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=point)


def drag(panel: DiagramPanel, start: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    path = (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, (start + end) / 2, none, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    )
    for kind, place, button, held in path:
        at = QPointF(place)
        event = QMouseEvent(
            kind, at, panel.canvas.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(panel.canvas, event)


def wheel(panel: DiagramPanel, at: QPoint, turned: int) -> None:
    event = QWheelEvent(
        QPointF(at), panel.canvas.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(panel.canvas, event)


def picture(panel: DiagramPanel) -> QImage:
    return panel.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def has_color(image: QImage, color: QColor) -> bool:
    wanted = color.rgb()
    return any(
        image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width())
    )


def test_title_and_note_say_what_is_shown(panel: DiagramPanel, workbench: Workbench) -> None:
    assert panel.title_label.text() == "Backward pass of ∂C/∂w₂₁⁽³⁾"
    assert panel.note_label.text().startswith("sample 1 of 8 · bar under a unit: log₁₀|∂C/∂z|")
    workbench.stepper.choose_lens("forward")
    assert panel.title_label.text() == "Forward pass"
    assert panel.note_label.text() == "sample 1 of 8"
    workbench.stepper.choose_lens("layer")
    workbench.scope.choose(None)
    workbench.simulation.compute_now()
    assert panel.note_label.text().startswith("batch of 8: means")


def test_clicking_an_edge_unrolls_its_weight(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    click(panel, qtbot, edge_point(panel, 2, 3, 1))
    assert workbench.stepper.parameter == ParameterAddress("w", 2, 3, 1)
    assert panel.title_label.text() == "Backward pass of ∂C/∂w₃₁⁽²⁾"


def test_clicking_a_unit_walks_to_its_layer(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.stepper.choose_lens("layer")
    click(panel, qtbot, unit_point(panel, 4, 2))
    step = workbench.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == (StepKind.ACTIVATION, 4)


def test_double_clicking_a_unit_unrolls_its_bias(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.stepper.choose_lens("layer")
    point = unit_point(panel, 2, 1)
    click(panel, qtbot, point)
    qtbot.mouseDClick(panel.canvas, Qt.MouseButton.LeftButton, pos=point)
    assert workbench.stepper.parameter == ParameterAddress("b", 2, 1, 0)


def test_the_pointer_marks_what_a_click_would_choose(panel: DiagramPanel, qtbot: QtBot) -> None:
    qtbot.mouseMove(panel.canvas, unit_point(panel, 1, 2))
    assert panel.canvas.hovered == Target(TargetKind.UNIT, 1, 2)
    assert panel.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(panel.canvas, QPoint(2, panel.canvas.height() - 2))
    assert panel.canvas.hovered is None


def test_the_wheel_zooms_about_the_pointer(panel: DiagramPanel) -> None:
    before = unit_point(panel, 3, 1)
    wheel(panel, before, 240)
    assert panel.canvas.view.scale == pytest.approx(1.44)
    after = unit_point(panel, 3, 1)
    assert (after - before).manhattanLength() <= 2
    wheel(panel, after, -600)
    assert panel.canvas.view.is_fit


def test_keys_zoom_pan_and_fit(panel: DiagramPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.scale > 1.5
    before = canvas.view.x
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.view.x > before
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.scale < 1.5
    qtbot.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.view.is_fit


def test_the_buttons_zoom_and_fit(panel: DiagramPanel, qtbot: QtBot) -> None:
    assert not panel.fit_button.isEnabled()
    qtbot.mouseClick(panel.zoom_in_button, Qt.MouseButton.LeftButton)
    assert panel.canvas.view.scale > 1
    qtbot.mouseClick(panel.fit_button, Qt.MouseButton.LeftButton)
    assert panel.canvas.view.is_fit


def test_a_drag_pans_the_magnified_picture_and_clicks_nothing(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    panel.canvas.magnifier.zoom(2.0)
    parameter, start = workbench.stepper.parameter, edge_point(panel, 3, 1, 1)
    before = panel.canvas.view
    drag(panel, start, start + QPoint(40, 25))
    assert panel.canvas.view.x == pytest.approx(before.x + 40)
    assert panel.canvas.view.y == pytest.approx(before.y + 25)
    assert workbench.stepper.parameter == parameter


def test_double_clicking_beside_everything_shows_the_whole(
    panel: DiagramPanel, qtbot: QtBot
) -> None:
    panel.canvas.magnifier.zoom(1.3)
    corner = QPoint(3, panel.canvas.height() - 3)
    qtbot.mouseDClick(panel.canvas, Qt.MouseButton.LeftButton, pos=corner)
    assert panel.canvas.view.is_fit


def test_a_magnified_picture_keeps_the_names_of_its_columns(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.stepper.choose_lens("layer")
    panel.canvas.magnifier.zoom(1.5, QPointF(0, panel.canvas.height()))
    x = unit_point(panel, 4, 1).x()
    click(panel, qtbot, QPoint(x, 8))
    assert workbench.selection.layer_ids == (4,)


def test_clicks_find_their_mark_when_magnified(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.canvas.magnifier.zoom(1.8)
    click(panel, qtbot, unit_point(panel, 2, 3))
    assert workbench.stepper.parameter == ParameterAddress("b", 2, 3, 0)


def test_each_kind_of_factor_is_lit_in_its_colour(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    theme = workbench.theme.theme
    workbench.stepper.choose_lens("layer")
    blank = picture(panel)
    assert not has_color(blank, theme.activation)
    assert not has_color(blank, theme.linear)
    seen = []
    for _ in range(5):
        workbench.stepper.next()
        seen.append(picture(panel))
    cost, activation, weights, bias, previous = seen
    assert has_color(cost, theme.cost)
    assert not has_color(cost, theme.linear)
    assert has_color(activation, theme.activation)
    assert has_color(weights, theme.linear)
    assert has_color(bias, theme.linear)
    assert has_color(previous, theme.linear)
    assert len({bytes(image.constBits()) for image in (blank, *seen)}) == 6


def test_weights_that_the_walk_is_through_stay_lit(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    workbench.stepper.choose_lens("layer")
    spot = edge_point(panel, 5, 1, 2)

    def blueness() -> int:
        image = picture(panel)
        around = [image.pixelColor(spot + QPoint(0, dy)) for dy in (-2, -1, 0, 1, 2)]
        return max(color.blue() - color.red() for color in around)

    assert blueness() < 30
    workbench.stepper.jump(6)
    step = workbench.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == (StepKind.ACTIVATION, 4)
    assert blueness() > 60


def test_stepping_back_takes_the_marks_away(panel: DiagramPanel, workbench: Workbench) -> None:
    workbench.stepper.choose_lens("layer")
    before = picture(panel)
    for _ in range(15):
        workbench.stepper.next()
        picture(panel)
    workbench.stepper.first()
    assert picture(panel) == before


def test_the_forward_lens_hides_values_until_the_walk_comes_to_them(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    workbench.stepper.choose_lens("forward")
    spot = unit_point(panel, 1, 2)

    def has_letters() -> bool:
        image = picture(panel)
        return any(
            image.pixelColor(x, y).lightness() < 100
            for x in range(spot.x() - 12, spot.x() + 12)
            for y in range(spot.y() - 5, spot.y() + 5)
        )

    assert not has_letters()
    workbench.stepper.jump(2)
    assert has_letters()
    workbench.stepper.first()
    pictures = [picture(panel)]
    for _ in workbench.stepper.steps:
        workbench.stepper.next()
        pictures.append(picture(panel))
    assert all(one != other for one, other in pairwise(pictures))


def test_a_dead_gradient_is_marked_and_not_blank(panel: DiagramPanel, workbench: Workbench) -> None:
    open_project(workbench, project_of(2, 3, 3, 1, weights=Choice("zeros")))
    layout = panel.model.layout
    assert layout is not None
    box = layout.unit_box(1, 1)
    assert box is not None
    image = picture(panel)
    below = [
        image.pixelColor(x, y).lightness()
        for x in range(round(box.left), round(box.right))
        for y in range(round(box.bottom) + 3, round(box.bottom) + 12)
    ]
    assert min(below) < 80


def test_the_dark_theme_repaints_the_diagram(panel: DiagramPanel, workbench: Workbench) -> None:
    light = picture(panel)
    workbench.settings.set_theme("dark")
    dark = picture(panel)
    assert dark.pixelColor(1, 1) == workbench.theme.theme.panel
    assert light.pixelColor(1, 1) != dark.pixelColor(1, 1)


def test_the_menu_offers_to_unroll_what_is_under_the_pointer(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.canvas.menu_wanted.emit(Target(TargetKind.UNIT, 2, 3), QPoint(10, 10))
    menu = panel.findChild(QMenu)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "Unroll ∂C/∂b₃⁽²⁾"
    menu.actions()[0].trigger()
    assert workbench.stepper.parameter == ParameterAddress("b", 2, 3, 0)
    menu.close()


def test_large_layers_are_tiles_that_answer_the_click(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    open_project(workbench, project_of(64, 64, 32, 10))
    panel.canvas.finish_drawing()
    layout = panel.model.layout
    assert layout is not None
    tile = layout.gaps[0].tile
    assert tile is not None
    x = tile.left + 10.5 / 64 * tile.width
    y = tile.top + 20.5 / 64 * tile.height
    click(panel, qtbot, screen_point(panel, x, y))
    parameter = workbench.stepper.parameter
    assert parameter is not None
    assert (parameter.kind, parameter.layer) == ("w", 1)
    assert abs(parameter.unit - 21) <= 1
    assert abs(parameter.source - 11) <= 1


def fastest(panel: DiagramPanel, whole: bool) -> float:
    """Seconds that a repaint takes, the whole picture or the marks of a step."""
    times = []
    for _ in range(15):
        start = perf_counter()
        if whole:
            panel.model.changed.emit()
        panel.canvas.grab()
        times.append(perf_counter() - start)
    return min(times)


@pytest.mark.parametrize("units", [(12,) * 10, (64,) * 50, (1000,) * 4])
def test_a_step_repaints_its_marks_and_not_the_picture(
    panel: DiagramPanel, workbench: Workbench, units: tuple[int, ...]
) -> None:
    workbench.stepper.choose_lens("layer")
    open_project(workbench, project_of(units[0], *units))
    workbench.stepper.jump(5)
    panel.canvas.finish_drawing()
    panel.canvas.grab()
    assert fastest(panel, whole=False) < 0.6 * fastest(panel, whole=True)


def test_depth_costs_the_picture_nothing(panel: DiagramPanel, workbench: Workbench) -> None:
    workbench.stepper.choose_lens("layer")
    times = []
    for depth in (14, 600):
        open_project(workbench, project_of(8, *([8] * depth)))
        panel.canvas.grab()
        times.append(fastest(panel, whole=True))
    shallow, deep = times
    assert deep < 3.0 * shallow


def test_the_menu_offers_to_nudge_an_input(panel: DiagramPanel, workbench: Workbench) -> None:
    panel.canvas.menu_wanted.emit(Target(TargetKind.UNIT, 0, 2), QPoint(10, 10))
    menu = panel.findChild(QMenu)
    assert menu is not None
    assert menu.actions()[0].text() == "Nudge x₂"
    menu.actions()[0].trigger()
    assert workbench.nudge.lever == Lever("x", 0, 2)
    menu.close()


def painted_anew(panel: DiagramPanel) -> QImage:
    """The same picture without anything kept from an earlier one."""
    panel.canvas._last = None
    panel.canvas._repaint_all()
    return picture(panel)


def test_a_picture_on_a_kept_ground_is_the_one_painted_anew(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    document = workbench.document
    first = document.project.layers[0].id

    def edited(project: Project) -> None:
        document.edit(Message.of("Edit", "Gain"), project)
        workbench.simulation.compute_now()

    acts = (
        lambda: workbench.scope.choose(2),
        lambda: edited(set_gain(document.project, (first,), 3.0)),
        lambda: edited(set_activation(document.project, (first,), Choice("relu"))),
        lambda: workbench.selection.select([first]),
        lambda: workbench.stepper.choose_lens("forward"),
        lambda: qtbot.keyClick(panel.canvas, Qt.Key.Key_Plus),
        lambda: workbench.settings.set_theme("dark"),
        lambda: open_project(workbench, project_of(30, 40, 40, 1)),
        lambda: edited(set_gain(document.project, (document.project.layers[1].id,), 0.2)),
    )
    for act in acts:
        picture(panel)
        act()
        workbench.simulation.compute_now()
        panel.finish_drawing()
        kept = picture(panel)
        assert kept == painted_anew(panel)


def kept_ground(panel: DiagramPanel) -> Ground:
    assert panel.canvas._last is not None
    return panel.canvas._last.ground


def test_new_numbers_leave_the_ground_as_it_is_and_other_weights_do_not(
    panel: DiagramPanel, workbench: Workbench
) -> None:
    picture(panel)
    ground = kept_ground(panel)
    workbench.scope.choose(2)
    workbench.simulation.compute_now()
    picture(panel)
    assert kept_ground(panel) is ground
    layer = workbench.document.project.layers[0].id
    project = set_gain(workbench.document.project, (layer,), 3.0)
    workbench.document.edit(Message.of("Edit", "Gain"), project)
    workbench.simulation.compute_now()
    picture(panel)
    assert kept_ground(panel) is not ground


def test_what_changed_while_the_panel_was_hidden_is_said_once_it_shows(
    panel: DiagramPanel, workbench: Workbench, qtbot: QtBot
) -> None:
    panel.hide()
    workbench.stepper.choose_lens("forward")
    workbench.scope.choose(2)
    workbench.simulation.compute_now()
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.title_label.text() == "Forward pass"
    assert panel.note_label.text() == "sample 2 of 8"
    assert panel.canvas.accessibleDescription().startswith("sample 2 of 8")
