"""A network with every remedy in the Step workspace, walked by keys alone and by mouse alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.logging import _QtMessageCapture as LogCapture
from pytestqt.qtbot import QtBot

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.presets import preset
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.step.study.paths.paths_page import PathsPage
from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.theme import ThemeController
from gradsim.ui.theme.tokens import DARK, LIGHT
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.diagram.highlights import Phase
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.remedies import way_of
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.walk.steps import FAMILY_OF, Family, StepKind
from tests.ui.step.remedied_workspace import load, remedied_workspace
from tests.viewmodels.step.remedied_projects import BATCH, every_remedy
from tests.viewmodels.step.walk.test_remedied_walks import PROJECTS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def workspace(workbench: Workbench, qtbot: QtBot) -> Iterator[StepWorkspace]:
    """The workspace on a network with every remedy, shown."""
    with remedied_workspace(workbench, qtbot) as made:
        yield made


def quiet(qtlog: LogCapture) -> bool:
    """Whether Qt had nothing to warn of."""
    return not [each for each in qtlog.records if "propagateSizeHints" not in each.message]


@pytest.mark.parametrize("batch", [False, True])
def test_keys_alone_walk_through_every_remedy(
    workspace: StepWorkspace,
    workbench: Workbench,
    qtbot: QtBot,
    qtlog: LogCapture,
    either_language: str,
    batch: bool,
) -> None:
    if batch:
        load(workspace, workbench, every_remedy(BATCH))
    stepper, met = workbench.stepper, set()
    assert stepper.lens is (Lens.LAYER if batch else Lens.PARAMETER)
    stepper.choose_lens("layer")
    workspace.card.transport.next_button.setFocus()
    for place in range(1, len(stepper.steps) + 1):
        qtbot.keyClick(QApplication.focusWidget() or workspace, Qt.Key.Key_Right)
        assert stepper.position == place
        assert stepper.current is not None
        met.add(stepper.current.kind)
        workspace.finish_drawing()
        workspace.grab()
    assert stepper.at_end
    assert met >= {
        StepKind.RESIDUAL,
        StepKind.DROPOUT,
        StepKind.NORMALIZATION,
        StepKind.NORMALIZATION_SCALE,
        StepKind.NORMALIZATION_SHIFT,
        StepKind.SKIP,
    }
    qtbot.keyClick(QApplication.focusWidget() or workspace, Qt.Key.Key_Home)
    assert stepper.position == 0
    assert quiet(qtlog)


@pytest.mark.parametrize("lens", ["layer", "forward", "parameter"])
def test_the_mouse_alone_walks_through_every_remedy(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot, qtlog: LogCapture, lens: str
) -> None:
    stepper, transport = workbench.stepper, workspace.card.transport
    stepper.choose_lens(lens)
    while not stepper.at_end:
        before = stepper.position
        qtbot.mouseClick(transport.next_button, LEFT)
        assert stepper.position == before + 1
        workspace.finish_drawing()
        workspace.grab()
    qtbot.mouseClick(transport.first_button, LEFT)
    assert stepper.position == 0
    assert quiet(qtlog)


def test_a_page_for_plain_layers_says_why_it_is_empty_and_shows_them(
    workspace: StepWorkspace, workbench: Workbench, either_language: str
) -> None:
    study = workspace.study
    refusing = [entry.name for entry in PAGES if entry.plain_only]
    assert "ladder" in refusing
    assert not {"paths", "nudge", "update"} & set(refusing)
    for name in refusing:
        study.open_page(name)
        assert not study.page.isVisible()
        said = [
            label.text()
            for label in study.findChildren(QLabel)
            if label.isVisible() and len(label.text()) > 40
        ]
        assert len(said) == 1
        assert ("잔차 연결" in said[0] or "층" in said[0]) == (either_language == "ko")
    load(workspace, workbench, preset("mazur"))
    assert study.page.isVisible()


def test_other_pages_show_a_network_with_remedies(
    workspace: StepWorkspace, workbench: Workbench, qtlog: LogCapture
) -> None:
    for entry in PAGES:
        if not entry.plain_only:
            workspace.study.open_page(entry.name)
            workspace.finish_drawing()
            workspace.grab()
            assert workspace.study.page.isVisible()
    assert quiet(qtlog)


@pytest.mark.parametrize("name", ["past the first", "scalar", "softmax, normalized"])
def test_every_factor_of_a_path_stands_on_something_in_the_diagram(
    workspace: StepWorkspace, workbench: Workbench, qtlog: LogCapture, name: str
) -> None:
    load(workspace, workbench, PROJECTS[name])
    stepper, model = workbench.stepper, workspace.diagram.model
    stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    assert stepper.paths is not None
    for index in range(min(4, len(stepper.paths.paths))):
        stepper.choose_path(index)
        for position in range(1, len(stepper.steps) + 1):
            stepper.jump(position)
            workspace.finish_drawing()
            workspace.grab()
            target, lit, layout = model.current_target, model.highlights, model.layout
            assert target is not None
            assert layout is not None
            marks = (*lit.units.values(), *lit.edges.values(), *lit.ways.values(), lit.cost)
            current = [mark for mark in marks if mark is not None and mark.phase is Phase.CURRENT]
            assert current
            for unit in lit.units:
                assert layout.unit_box(*unit) is not None
    assert quiet(qtlog)


@pytest.mark.parametrize("kind", StepKind)
def test_text_and_fill_have_the_colour_of_the_family(kind: StepKind) -> None:
    for theme in (LIGHT, DARK):
        colours = {
            Family.COST: (theme.cost, theme.cost_text),
            Family.ACTIVATION: (theme.activation, theme.activation_text),
            Family.LINEAR: (theme.linear, theme.linear_text),
            Family.REMEDY: (theme.remedy, theme.remedy_text),
        }
        assert (theme.factor(kind), theme.factor_text(kind)) == colours[FAMILY_OF[kind]]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_way_past_is_drawn_thick_in_the_remedies_colour_at_its_step(
    workspace: StepWorkspace, workbench: Workbench, theme: ThemeController, name: str
) -> None:
    workbench.settings.set_theme(name)
    stepper, canvas = workbench.stepper, workspace.diagram.canvas
    stepper.choose_lens("layer")
    place = next(i for i, step in enumerate(stepper.steps, 1) if step.kind is StepKind.SKIP)
    shades = []
    for position in (place - 1, place):
        stepper.jump(position)
        workspace.finish_drawing()
        image = canvas.grab().toImage()
        pink = theme.theme.remedy.rgb()
        shades.append(
            sum(
                image.pixel(x, y) == pink
                for y in range(image.height() // 2)
                for x in range(image.width())
            )
        )
    assert shades[1] > shades[0] + 40


@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
def test_a_click_on_the_way_past_goes_to_its_factor(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot, lens: Lens
) -> None:
    canvas, stepper = workspace.diagram.canvas, workbench.stepper
    stepper.choose_lens(lens)
    if lens is Lens.PARAMETER:
        stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
        assert stepper.paths is not None
        through = next(i for i, path in enumerate(stepper.paths.paths) if 3 not in path.past)
        stepper.choose_path(through)
    workspace.finish_drawing()
    layout = workspace.diagram.model.layout
    assert layout is not None
    way = way_of(layout, 3)
    assert way is not None
    qtbot.mouseClick(canvas, LEFT, pos=QPointF(*way.crest).toPoint())
    assert stepper.current is not None
    kind = StepKind.SKIP if lens is Lens.LAYER else StepKind.PAST
    assert (stepper.current.kind, stepper.current.layer) == (kind, 3)
    assert workspace.diagram.model.current_target == Target(TargetKind.WAY, 3)


def test_the_page_of_paths_refuses_coupled_samples_and_leads_to_whole_layers(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot, either_language: str
) -> None:
    workspace.study.open_page("paths")
    page = workspace.study.page
    assert isinstance(page, PathsPage)
    workspace.finish_drawing()
    assert not page.refusal_label.isVisible()
    load(workspace, workbench, every_remedy(BATCH))
    workbench.stepper.choose_lens("parameter")
    workspace.finish_drawing()
    strip = workspace.strip
    for label in (page.refusal_label, strip.instead.label):
        assert label.isVisible()
        assert label.heightForWidth(label.width()) <= label.height()
    assert strip.instead.label.text() == page.refusal_label.text()
    assert strip.instead.way_button.text() == page.way_button.text()
    assert ("배치" in page.refusal_label.text()) == (either_language == "ko")
    qtbot.mouseClick(strip.instead.way_button, LEFT)
    assert workbench.stepper.lens is Lens.LAYER
    assert not strip.instead.way_button.isVisible()
    workbench.stepper.choose_lens("parameter")
    qtbot.mouseClick(page.way_button, LEFT)
    assert workbench.stepper.lens is Lens.LAYER
    assert not page.way_button.isVisible()


def test_the_path_lit_in_the_diagram_takes_the_way_past_and_the_branches(
    workspace: StepWorkspace, workbench: Workbench
) -> None:
    stepper = workbench.stepper
    stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    stepper.last()
    assert stepper.paths is not None
    for index, path in enumerate(stepper.paths.paths):
        stepper.choose_path(index)
        workspace.finish_drawing()
        lit = workspace.diagram.model.highlights
        assert set(lit.ways) == set(path.past)
        weights = {(f.layer, f.unit, f.source) for f in path.factors
                   if f.kind in ("previous_activation", "weights")}  # fmt: skip
        assert set(lit.edges) == weights
        for factor in path.factors:
            if factor.kind == "normalization" and factor.layer != 2:
                assert {(factor.layer, factor.unit), (factor.layer, factor.source)} <= set(
                    lit.units
                )
        workspace.diagram.canvas.grab()
