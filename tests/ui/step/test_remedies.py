"""A network with every remedy in the Step workspace, walked by keys alone and by mouse alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.logging import _QtMessageCapture as LogCapture
from pytestqt.qtbot import QtBot

from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.ui.step.study.pages import PAGES
from gradsim.ui.step.workspace import StepWorkspace
from gradsim.ui.theme import ThemeController
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.diagram_remedies import way_of
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.steps import StepKind
from tests.ui.dressing import undressed
from tests.viewmodels.step.remedied_projects import BATCH, every_remedy

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def workspace(workbench: Workbench, qtbot: QtBot) -> Iterator[StepWorkspace]:
    """The workspace on a network with every remedy, shown."""
    with undressed():
        made = StepWorkspace(workbench)
    made.resize(1150, 780)
    with qtbot.waitActive(made):
        made.show()
    load(made, workbench, every_remedy())
    yield made
    made.shut_down()
    made.close()
    made.deleteLater()


def load(workspace: StepWorkspace, workbench: Workbench, project: Project) -> None:
    """Open a project and compute it."""
    workbench.document.load(project)
    workbench.simulation.compute_now()
    workspace.finish_drawing()


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
    assert stepper.lens is Lens.LAYER
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


@pytest.mark.parametrize("lens", ["layer", "forward"])
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


def test_a_page_of_paths_says_why_it_has_none_and_shows_them_for_plain_layers(
    workspace: StepWorkspace, workbench: Workbench, either_language: str
) -> None:
    study = workspace.study
    refusing = [entry.name for entry in PAGES if entry.plain_only]
    assert {"paths", "ladder"} <= set(refusing)
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


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_way_past_is_drawn_thick_in_the_remedies_colour_at_its_step(
    workspace: StepWorkspace, workbench: Workbench, theme: ThemeController, name: str
) -> None:
    workbench.settings.set_theme(name)
    stepper, canvas = workbench.stepper, workspace.diagram.canvas
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


def test_a_click_on_the_way_past_goes_to_its_factor(
    workspace: StepWorkspace, workbench: Workbench, qtbot: QtBot
) -> None:
    canvas, stepper = workspace.diagram.canvas, workbench.stepper
    workspace.finish_drawing()
    layout = workspace.diagram.model.layout
    assert layout is not None
    way = way_of(layout, 3)
    assert way is not None
    qtbot.mouseClick(canvas, LEFT, pos=QPointF(*way.crest).toPoint())
    assert stepper.current is not None
    assert (stepper.current.kind, stepper.current.layer) == (StepKind.SKIP, 3)
