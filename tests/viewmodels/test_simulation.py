"""The simulation: every edit gives a newer result, failures keep the old one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.edits import set_mode, set_normalization
from gradsim.project.edits.layers import set_gain
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from gradsim.viewmodels import simulation
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.scope import Scope
from gradsim.viewmodels.simulation import FRAME_MS, Simulation, simulate

NAME = Message("Undo", "Change")


class Desk:
    """A document with its simulation."""

    def __init__(self, name: str = "first_look") -> None:
        self.document = Document(preset(name))
        self.scope = Scope()
        self.simulation = Simulation(self.document, self.scope)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.simulation.shut_down()


def test_the_first_result_is_of_sample_one(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.simulation.published):
        desk.simulation.start()
    result = desk.simulation.result
    assert result is not None
    assert result.sample == 1
    assert result.forward.samples == 1
    assert len(result.factors) == 20
    assert desk.scope.samples == 64
    assert desk.simulation.current


def test_batch_and_sample_give_different_numbers_of_the_same_draw(desk: Desk, qtbot: QtBot) -> None:
    one = simulate(desk.document.project, 1)
    batch = simulate(desk.document.project, None)
    assert batch.forward.samples == 64
    for name in ("weights", "biases"):
        left, right = (getattr(run.forward.parameters, name) for run in (one, batch))
        assert all(map(np.array_equal, left, right))


def test_an_edit_is_followed_by_its_own_result(desk: Desk, qtbot: QtBot) -> None:
    desk.simulation.compute_now()
    edited = set_gain(desk.document.project, [1], 2.0)
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.edit(NAME, edited)
    qtbot.waitUntil(lambda: desk.simulation.current)
    assert desk.simulation.result is not None
    assert desk.simulation.result.project is edited


def test_samples_that_a_network_ties_together_are_looked_at_as_a_batch(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.simulation.compute_now()
    before = desk.document.project
    tied = set_normalization(before, before.layer_ids[:1], Choice.of("batch_norm"))
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.edit(NAME, tied)
    assert desk.scope.sample is None
    assert desk.simulation.problem is None
    assert desk.simulation.result is not None
    assert desk.simulation.result.project is tied
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.edit(NAME, set_mode(tied, "evaluate"))
    assert desk.scope.sample == 1


def test_a_first_project_that_ties_samples_together_is_looked_at_as_a_batch(qtbot: QtBot) -> None:
    made = Desk("fifty_sigmoid_batch_norm")
    made.simulation.compute_now()
    assert made.scope.sample is None
    assert made.simulation.problem is None
    assert made.simulation.current
    made.simulation.shut_down()


def test_a_burst_of_edits_ends_with_the_last_and_skips_most(desk: Desk, qtbot: QtBot) -> None:
    desk.simulation.compute_now()
    published: list[float] = []
    desk.simulation.published.connect(lambda: published.append(1))
    drag = object()
    for gain in np.linspace(0.5, 2.0, 200):
        desk.document.edit(NAME, set_gain(desk.document.project, [1], float(gain)), drag)
    qtbot.waitUntil(lambda: desk.simulation.current, timeout=5000)
    assert len(published) < 50


def test_results_are_published_at_most_once_a_frame(desk: Desk, qtbot: QtBot) -> None:
    from time import monotonic

    times: list[float] = []
    desk.simulation.published.connect(lambda: times.append(monotonic()))
    drag, gains = object(), iter(np.linspace(0.5, 2.0, 1000))

    def drag_on() -> None:
        if len(times) < 5:
            project = set_gain(desk.document.project, [1], float(next(gains)))
            desk.document.edit(NAME, project, drag)

    # The next edit comes with each result, so that results come as fast as they can.
    desk.simulation._jobs.finished.connect(drag_on)
    drag_on()
    qtbot.waitUntil(lambda: len(times) >= 5 and desk.simulation.current)
    assert np.diff(times).min() * 1000.0 > FRAME_MS - 2


def test_a_result_that_is_early_waits_for_the_rest_of_the_frame(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(simulation, "monotonic", lambda: now[0])
    desk.simulation.compute_now()
    before, frame = desk.simulation.result, desk.simulation._frame
    seen: list[tuple[bool, int]] = []

    def look() -> None:
        seen.append((desk.simulation.result is before, frame.interval() if frame.isActive() else 0))

    desk.simulation._jobs.finished.connect(look)
    now[0] += 0.006
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.edit(NAME, set_gain(desk.document.project, [1], 2.0))
    assert seen == [(True, FRAME_MS - 6)]
    now[0] += 0.001 * (FRAME_MS + 1)
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.edit(NAME, set_gain(desk.document.project, [1], 3.0))
    assert seen[1:] == [(False, 0)]


def test_a_project_that_cannot_be_computed_keeps_the_old_result(desk: Desk, qtbot: QtBot) -> None:
    desk.simulation.compute_now()
    before = desk.simulation.result
    broken = replace(desk.document.project, data=DataSource.inline([[1.0]], [[1.0]]))
    with qtbot.waitSignal(desk.simulation.failed) as failure:
        desk.document.edit(NAME, broken)
    assert failure.args is not None
    assert isinstance(failure.args[0], Problem)
    assert desk.simulation.result is before
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.undo_stack.undo()
    assert desk.simulation.problem is None


def test_a_smaller_data_set_holds_the_sample_within_it(desk: Desk, qtbot: QtBot) -> None:
    desk.simulation.compute_now()
    desk.scope.choose(64)
    fewer = desk.document.project.data.with_option("samples", 4)
    desk.document.edit(NAME, replace(desk.document.project, data=fewer))
    qtbot.waitUntil(lambda: desk.simulation.current)
    assert desk.scope.sample == 4


@pytest.mark.parametrize("answer", ["computed", "on its way", "held for a frame"])
def test_shutting_down_while_it_runs_publishes_nothing_more(
    answer: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk("fifty_layers")
    published: list[int] = []
    desk.simulation.published.connect(lambda: published.append(1))
    if answer == "held for a frame":
        monkeypatch.setattr(simulation, "FRAME_MS", 10**9)
    desk.simulation.start()
    running = desk.simulation._jobs._running
    assert running is not None
    if answer != "computed":
        assert running.done.wait(60.0)
    if answer == "held for a frame":
        qtbot.waitUntil(desk.simulation._frame.isActive)
    desk.simulation.shut_down()
    # The thread has ended, so that whatever it has reported is among the events by now.
    QCoreApplication.processEvents()
    assert published == []
    assert desk.simulation.result is None
    assert not desk.simulation._frame.isActive()


def test_the_verdict_that_was_asked_for_last_is_reached_in_the_job(
    desk: Desk, qtbot: QtBot
) -> None:
    """Whoever shows it need not judge a thousand layers between two frames."""
    with qtbot.waitSignal(desk.simulation.published):
        desk.simulation.start()
    first = desk.simulation.result
    assert first is not None
    assert first.asked == (("weight_gradient", None),)
    first.verdict("delta", "rms")
    project = desk.document.project
    with qtbot.waitSignal(desk.simulation.published):
        desk.document.edit(NAME, set_gain(project, project.layer_ids[:1], 1.5))
    second = desk.simulation.result
    assert second is not None
    assert second is not first
    assert second.asked == (("delta", "rms"),)
    assert second.verdict("delta", "rms") is second.verdict("delta", "rms")
