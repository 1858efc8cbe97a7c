"""How long a gesture takes to reach the screen: gain slider, next factor, slider over a run.

Run it from the repository: ``python -m tests.benchmarks.gestures``. It drives the real window on
the offscreen platform; a figure runs from the gesture until the event loop has painted what came
of it. Printed are the median and the 95th percentile in milliseconds.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path
from time import perf_counter, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits.layers import set_gain
from gradsim.project.model import DataSource, Project
from gradsim.ui.fonts import install_fonts
from gradsim.ui.garbage import GarbageCollector
from gradsim.ui.main_window import MainWindow
from gradsim.ui.theme import ThemeController
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.session import TrainingSession

SIZE = (1440, 900)
DRAG_STEPS = 60
RUN_STEPS, SCRUBS = 120, 30
NO_MORE_PAINTING = 400  # milliseconds after a result


class Moments(QObject):
    """Notes when a result was published and when the window was painted last."""

    def __init__(self, window: MainWindow, bench: Workbench) -> None:
        super().__init__()
        self.began = 0.0
        self.published: float | None = None
        self.painted_first: float | None = None
        self.painted: float | None = None
        self._over = False
        self._patience = QTimer(self, singleShot=True, interval=NO_MORE_PAINTING)
        self._patience.timeout.connect(self._give_up)
        window.installEventFilter(self)
        # Connected last: it is told when every part of the window has taken the result up.
        bench.simulation.published.connect(self._note_published)

    def begin(self) -> None:
        """A gesture begins now."""
        self._patience.stop()
        self.published = self.painted_first = self.painted = None
        self._over = False
        self.began = perf_counter()

    def wait(self, *, for_result: bool) -> None:
        """Process events until the window was painted (after the result, if one is due), and
        painted again where a plot's scene asks for it by itself.

        Between events the loop sleeps, as in the program: one that spins would take the
        interpreter from the thread that computes. A result that changes nothing in sight is
        followed by no painting: it is on the screen when it is published.
        """
        while (self.painted is None or (for_result and self.published is None)) and not self._over:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._patience.stop()
        self.painted = self.painted or self.published
        for _ in range(3):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def _note_published(self) -> None:
        self.published = 1000.0 * (perf_counter() - self.began)
        self.painted_first = self.painted = None
        self._patience.start()

    def _give_up(self) -> None:
        self._over = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Update requests paint the dirty region; note the end of the last one."""
        if event.type() == QEvent.Type.UpdateRequest:
            watched.event(event)
            self.painted = 1000.0 * (perf_counter() - self.began)
            self.painted_first = self.painted_first or self.painted
            return True
        return False


def network(layers: int, units: int, samples: int) -> Project:
    """`layers` × `units` tanh, Glorot, Gaussian data."""
    hidden = tuple(
        Layer(units, Choice("tanh"), Choice("glorot_normal"), Choice("zeros"), id=n + 1)
        for n in range(layers)
    )
    return Project(
        "benchmark",
        1,
        Network(units, hidden, "half_squared_error"),
        (None,) * layers,
        DataSource.of("gaussian", samples=samples),
    )


def open_window(project: Project, folder: Path) -> tuple[MainWindow, Workbench]:
    """The real window on `project`, shown and computed."""
    application = QApplication.instance() or QApplication(["gradsim-benchmark"])
    assert isinstance(application, QApplication)
    install_fonts(application)
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.set_theme("light")
    bench = Workbench.of(project, settings, ThemeController(application, settings))
    window = MainWindow(bench)
    window.resize(*SIZE)
    bench.simulation.compute_now()
    window.show()
    rest(bench)
    return window, bench


def rest(bench: Workbench, seconds: float = 0.15) -> None:
    """Let everything that is pending happen, until `seconds` have gone by quietly."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        if not QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            sleep(0.001)
        if bench.stepper.waiting or not bench.simulation.current:
            until = perf_counter() + seconds


def drag(moments: Moments, bench: Workbench) -> dict[str, list[float]]:
    """The gain of the first layer in small steps: milliseconds until each stage is done."""
    gesture = object()
    names = ("computed and taken up", "first painting", "all of it on the screen")
    stages: dict[str, list[float]] = {name: [] for name in names}
    layer = bench.document.project.layers[0].id
    for step in range(DRAG_STEPS):
        project = set_gain(bench.document.project, (layer,), 0.9 + 0.005 * step)
        moments.begin()
        bench.document.edit(Message.of("Edit", "Gain"), project, gesture)
        moments.wait(for_result=True)
        times = (moments.published, moments.painted_first or moments.painted, moments.painted)
        for name, time in zip(names, times, strict=True):
            assert time is not None
            stages[name].append(time)
        rest(bench, 0.03)
    return stages


def walk(moments: Moments, bench: Workbench, steps: int) -> list[float]:
    """Next factor, from the key's slot to the painted window, in milliseconds."""
    bench.stepper.first()
    rest(bench)
    figures = []
    for _ in range(min(steps, len(bench.stepper.steps))):
        moments.begin()
        bench.stepper.next()
        moments.wait(for_result=False)
        assert moments.painted is not None
        figures.append(moments.painted)
        rest(bench, 0.03)
    return figures


def scrub(moments: Moments, bench: Workbench, session: TrainingSession) -> dict[str, list[float]]:
    """From one kept moment of a run to another, until its numbers are on the screen."""
    stages: dict[str, list[float]] = {"first painting": [], "all of it": []}
    for step in range(SCRUBS):
        moments.begin()
        session.look_back(1 + step * RUN_STEPS // SCRUBS)
        moments.wait(for_result=True)
        assert moments.painted is not None
        stages["first painting"].append(moments.painted_first or moments.painted)
        stages["all of it"].append(moments.painted)
        session.finish()
        rest(bench, 0.03)
    session.look_home()
    rest(bench)
    return stages


def told(name: str, figures: list[float]) -> None:
    """One line of the report."""
    ordered = sorted(figures)
    late = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    print(f"{name:<58} {statistics.median(figures):7.1f} {late:7.1f}")


def main() -> None:
    """Measure and print."""
    print(f"{'gesture':<58} {'median':>7} {'95 %':>7}   (ms)")
    garbage: GarbageCollector | None = None
    with tempfile.TemporaryDirectory() as folder:
        for layers, units, samples in ((10, 10, 64), (50, 64, 128)):
            shape = f"{layers} × {units}"
            window, bench = open_window(network(layers, units, samples), Path(folder))
            if garbage is None:
                garbage = GarbageCollector()  # as in the program
                garbage.start()
            bench.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
            rest(bench)
            moments = Moments(window, bench)
            # While the first walk lasts its equations are being set, on another thread.
            for lens in ("parameter", "layer"):
                bench.stepper.choose_lens(lens)
                rest(bench)
                for which in ("first walk", "second walk"):
                    told(f"next factor, {lens} lens, {shape}, {which}", walk(moments, bench, 40))
            bench.scope.choose(None)
            rest(bench)
            for workspace in ("step", "gradients"):
                window.open_workspace(workspace)
                rest(bench)
                stages = drag(moments, bench)
                shape_all = f"{shape} × {samples}"
                for stage, figures in stages.items():
                    told(f"gain slider, batch, {workspace}, {shape_all}: {stage}", figures)
            window.open_workspace("train")
            assert window.workspaces.train is not None
            session = window.workspaces.train.session
            session.step(RUN_STEPS)
            session.finish()
            for workspace in ("train", "step", "gradients"):
                window.open_workspace(workspace)
                rest(bench)
                for stage, figures in scrub(moments, bench, session).items():
                    told(f"slider over a run, batch, {workspace}, {shape_all}: {stage}", figures)
            window.close_for_good()
            window.deleteLater()
            rest_after_close()


def rest_after_close() -> None:
    """Delete the closed window before the next one opens."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


if __name__ == "__main__":
    main()
