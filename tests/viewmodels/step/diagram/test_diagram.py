"""The diagram follows the walk, and a click on it moves the walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gradsim.engine.paths.parameter_paths import ParameterAddress
from gradsim.project.model import Project
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.words import describe
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.diagram.diagram_desk import DiagramDesk, project_of

Maker = Callable[[Project], DiagramDesk]


@pytest.fixture
def desk_of(qtbot: QtBot, tmp_path: object) -> Iterator[Maker]:
    """Makes desks and ends their threads afterwards."""
    made: list[DiagramDesk] = []
    store = QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat)
    settings = Settings(store)

    def make(project: Project) -> DiagramDesk:
        made.append(DiagramDesk(project, settings))
        return made[-1]

    yield make
    for desk in made:
        desk.shut_down()


@pytest.fixture
def desk(desk_of: Maker) -> DiagramDesk:
    return desk_of(project_of(2, 3, 3, 3, 3, 1))


def edge(layer: int, unit: int, source: int) -> Target:
    return Target(TargetKind.EDGE, layer, unit, source)


def unit(layer: int, number: int) -> Target:
    return Target(TargetKind.UNIT, layer, number)


def test_clicking_an_edge_unrolls_its_weight(desk: DiagramDesk) -> None:
    desk.stepper.choose_lens(Lens.LAYER)
    desk.actions.choose(edge(2, 3, 1))
    assert desk.stepper.parameter == ParameterAddress("w", 2, 3, 1)
    assert desk.stepper.lens is Lens.PARAMETER


def test_clicking_an_edge_of_the_path_goes_to_its_factor(desk: DiagramDesk) -> None:
    path = desk.stepper.path
    assert path is not None
    above = path.units[0]
    desk.actions.choose(edge(4, above, 2))
    step = desk.stepper.current
    assert step is not None
    assert (step.kind, step.layer, step.unit) == (StepKind.PREVIOUS_ACTIVATION, 4, above)
    assert desk.stepper.parameter == ParameterAddress("w", 3, 2, 1)


def test_clicking_a_unit_goes_to_its_layers_factor(desk: DiagramDesk) -> None:
    desk.stepper.choose_lens(Lens.LAYER)
    desk.actions.choose(unit(2, 3))
    step = desk.stepper.current
    assert step is not None
    assert (step.kind, step.layer) == (StepKind.ACTIVATION, 2)
    assert desk.selection.layer_ids == (2,)


def test_clicking_a_unit_beside_the_path_unrolls_its_bias(desk: DiagramDesk) -> None:
    desk.actions.choose(unit(1, 3))
    assert desk.stepper.parameter == ParameterAddress("b", 1, 3, 0)


def test_unrolling_a_unit_from_any_lens_unrolls_its_bias(desk: DiagramDesk) -> None:
    desk.stepper.choose_lens(Lens.FORWARD)
    desk.actions.unroll(unit(4, 1))
    assert desk.stepper.parameter == ParameterAddress("b", 4, 1, 0)
    assert desk.stepper.lens is Lens.PARAMETER


def test_a_tip_says_what_a_click_will_do(desk: DiagramDesk) -> None:
    values, path = desk.model.values, desk.stepper.path
    assert values is not None
    assert path is not None

    def hint(target: Target) -> str:
        return describe(target, values, desk.actions.unrolls(target)).hint

    assert hint(edge(1, 1, 1)) == "Click: unroll ∂C/∂w₁₁⁽¹⁾."
    assert hint(edge(3, 2, 1)) == "Click: go to its factor."
    assert hint(unit(1, 1)) == "Click: unroll ∂C/∂b₁⁽¹⁾."
    assert hint(unit(5, 1)).startswith("Click: go to its factor.")
    desk.stepper.choose_lens(Lens.LAYER)
    assert hint(unit(1, 1)).startswith("Click: go to its factor.")


def test_clicking_the_cost_goes_to_the_start_of_the_chain(desk: DiagramDesk) -> None:
    desk.stepper.last()
    desk.actions.choose(Target(TargetKind.COST, 5))
    assert desk.stepper.position == 1


def test_a_step_changes_only_the_marks(desk: DiagramDesk, qtbot: QtBot) -> None:
    layout = desk.model.layout
    with qtbot.assertNotEmitted(desk.model.changed), qtbot.waitSignal(desk.model.highlighted):
        desk.stepper.next()
    assert desk.model.layout is layout


def test_the_tag_is_the_number_of_the_present_factor(desk: DiagramDesk) -> None:
    assert desk.model.tag == ""
    desk.stepper.next()
    step = desk.stepper.current
    assert step is not None
    assert step.value is not None
    assert float(desk.model.tag.replace("−", "-")) == pytest.approx(step.value.value, rel=1e-3)


def test_the_menu_key_names_the_thing_of_the_present_factor(desk: DiagramDesk) -> None:
    assert desk.model.current_target == edge(3, 2, 1)
    desk.stepper.jump(1)
    assert desk.model.current_target == Target(TargetKind.COST, 5)
    desk.stepper.jump(2)
    assert desk.model.current_target == unit(5, 1)


def test_the_path_is_shown_in_abridged_layers(desk_of: Maker, qtbot: QtBot) -> None:
    desk = desk_of(project_of(64, 64, 64, 10))
    address = ParameterAddress("w", 1, 33, 44)
    desk.stepper.choose_parameter(address)
    qtbot.waitUntil(lambda: desk.stepper.parameter == address)
    layout = desk.model.layout
    assert layout is not None
    assert {(1, 33), (0, 44)} <= set(layout.places)
    path = desk.stepper.path
    assert path is not None
    assert {(2, path.units[0]), (3, path.units[1])} <= set(layout.places)


def test_the_columns_follow_the_walk_through_a_deep_network(desk_of: Maker) -> None:
    desk = desk_of(project_of(4, *([4] * 30)))
    assert desk.model.window.last == 30
    desk.stepper.choose_lens(Lens.LAYER)
    for _ in desk.stepper.steps:
        desk.stepper.next()
        step = desk.stepper.current
        assert step is not None
        assert desk.model.window.holds(step.layer)
        assert desk.model.window.holds(step.layer - 1)
    assert desk.model.window.first == 0


def test_looking_elsewhere_lasts_until_the_next_step(desk_of: Maker) -> None:
    desk = desk_of(project_of(4, *([4] * 30)))
    desk.model.look_at(5)
    assert desk.model.window.holds(5)
    desk.stepper.next()
    assert desk.model.window.last == 30


def test_a_cut_stub_shows_the_layers_behind_it(desk_of: Maker) -> None:
    desk = desk_of(project_of(4, *([4] * 30)))
    first = desk.model.window.first
    desk.actions.choose(Target(TargetKind.CUT_LEFT, first - 1))
    assert desk.model.window.first == first - 5
    desk.actions.choose(Target(TargetKind.CUT_RIGHT, desk.model.window.last + 1))
    assert desk.model.window.first == first


def test_selecting_a_layer_out_of_sight_shows_it(desk_of: Maker) -> None:
    desk = desk_of(project_of(4, *([4] * 30)))
    desk.selection.select([3])
    assert desk.model.window.holds(3)
    assert desk.model.selected_layers == {3}


def test_another_network_is_followed_at_once(desk: DiagramDesk) -> None:
    desk.model.keep((4, 3))
    desk.stepper.last()
    desk.show(project_of(1, 1, 1))
    layout = desk.model.layout
    assert layout is not None
    assert set(layout.places) == {(0, 1), (1, 1), (2, 1)}
    assert desk.model.chosen == ()
    assert desk.model.highlights.reached is None


def test_numbers_do_not_wait_for_the_paths_of_a_deep_network(
    desk: DiagramDesk, qtbot: QtBot
) -> None:
    desk.stepper.jump(4)
    deep = project_of(8, *([8] * 60))
    desk.show(deep)
    assert desk.stepper.waiting
    values = desk.model.values
    assert values is not None
    assert values.result.project is deep
    assert desk.model.highlights.units == {}
    assert desk.model.tag == ""
    qtbot.waitUntil(lambda: not desk.stepper.waiting)
    assert desk.model.highlights.units


def test_only_a_deep_network_has_a_ribbon(desk_of: Maker) -> None:
    assert desk_of(project_of(2, *([2] * 12))).model.ribbon is None
    assert desk_of(project_of(2, *([2] * 13))).model.ribbon is not None


def test_the_bars_span_whole_decades_around_the_shown_layers(desk: DiagramDesk) -> None:
    bottom, top = desk.model.bar_range
    assert top - bottom >= 2
    values = desk.model.values
    assert values is not None
    for layer in range(1, 6):
        log10 = values.units(layer).delta_log10
        assert log10 is not None
        assert bottom <= log10.min() <= log10.max() <= top
