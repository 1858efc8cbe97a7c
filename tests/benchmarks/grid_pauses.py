"""How long the window stops answering while the grid of Compare fills.

Run it from the repository: ``python -m tests.benchmarks.grid_pauses``. A grid of 12 activations ×
10 initializers × 20 seeds × 30 layers × 64 units on a batch of 128 is filled while a person does
what the lines say. Printed are the longest gaps between two beats of a timer that is due every two
milliseconds: by the clock, which counts other programs, and by the processor time of the window's
own thread, which counts neither those nor the computing threads; both in milliseconds. The last
lines say how long a grid takes on one thread and on two, and how it grows with depth.
``--all`` prints where every gap above 25 ms was.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from msgspec.structs import replace

from tests.benchmarks.pauses import Heartbeat, edit, told  # sets the platform first

# isort: split

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gradsim.app import Program
from gradsim.project.model import DataSource
from gradsim.project.presets import preset
from gradsim.ui.compare.grid.page import GridPage
from gradsim.ui.garbage import GarbageCollector
from gradsim.viewmodels.compare.grid.axes import ACTIVATION_NAMES, INITIALIZER_NAMES, Place
from gradsim.viewmodels.compare.grid.filling import Filling
from gradsim.viewmodels.compare.grid.measuring import Measuring
from gradsim.viewmodels.compare.grid.plan import plan_of
from gradsim.viewmodels.compare.grid.setup import GridSetup
from gradsim.viewmodels.settings import Settings

ROWS, COLUMNS = ACTIVATION_NAMES[:12], INITIALIZER_NAMES[-10:]
BASE = replace(preset("fifty_layers"), data=DataSource.of("gaussian", samples=128))


def passing(seconds: float) -> None:
    """Let events pass."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def hover(page: GridPage, place: Place) -> None:
    """Point at a cell, long enough that it is looked at."""
    viewport = page.canvas.viewport()
    middle = page.canvas.area_of(place).center()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        middle,
        QPointF(viewport.mapToGlobal(middle.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(viewport, event)
    passing(0.2)


def gestures(program: Program, page: GridPage) -> dict[str, Callable[[], object]]:
    """What a person does meanwhile."""
    view, window = page.view, program.window
    places = [Place(row, column) for row in ROWS[:4] for column in COLUMNS[:3]]
    gains = (1.1, 1.2, 1.3)
    return {
        "nothing": lambda: passing(3.0),
        "pointing at cells": lambda: [hover(page, place) for place in places],
        "why of a cell": lambda: page.side.why_button.click(),
        "sorting by a column": lambda: view.sort_by("rows", COLUMNS[3]),
        "another statistic": lambda: view.choice.choose_statistic("max_abs"),
        "gains in the builder": lambda: [(edit(program, gain), passing(0.1)) for gain in gains],
        "loading a cell": lambda: page.load(places[1]),
        "dragging the depth": lambda: [
            (view.setup.set_number("depth", depth), passing(0.05)) for depth in range(30, 60, 3)
        ],
        "Step while it fills": lambda: window.open_workspace("step"),
        "Compare again": lambda: window.open_workspace("compare"),
    }


def windowed(application: QApplication, *, everything: bool) -> None:
    """Fill the grid in the whole window."""
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        program = Program(application, Settings(store), BASE)
        program.window.resize(1440, 900)
        program.window.show()
        program.workbench.simulation.start()
        program.workbench.scope.choose(None)
        passing(1.0)
        beat = Heartbeat()
        print(f"{'longest gap between two beats (ms)':<52} {'clock':>7} {'own':>7}")
        program.window.open_workspace("compare")
        assert program.window.workspaces.compare is not None
        page = program.window.workspaces.compare.page
        assert isinstance(page, GridPage)
        passing(0.5)
        told("opened", beat, everything=everything)
        page.view.setup.choose_activations(ROWS)
        page.view.setup.choose_initializers(COLUMNS)
        page.view.setup.set_number("depth", 30)
        passing(0.5)
        for name, act in gestures(program, page).items():
            beat.begin()
            act()
            passing(0.6)
            done, whole = page.view.progress
            told(f"{name} ({done} of {whole})", beat, everything=everything)
        beat.deleteLater()
        program.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seconds_of(threads: int, depth: int, rows: int = 6, columns: int = 4) -> float:
    """How long a grid without a window takes."""
    setup, measuring = GridSetup(), Measuring()
    measuring._filling.shut_down()
    measuring._filling = Filling(measuring, threads)
    setup.choose_activations(ROWS[:rows])
    setup.choose_initializers(COLUMNS[:columns])
    setup.set_number("depth", depth)
    plan = plan_of(BASE, None, setup, measuring.store)
    began = perf_counter()
    measuring.ask(plan, ("delta", "l2"))
    measuring._filling.finish()
    passed = perf_counter() - began
    measuring.shut_down()
    return passed


def main() -> None:
    """Measure and print."""
    application = QApplication.instance() or QApplication(["gradsim-benchmark"])
    assert isinstance(application, QApplication)
    garbage = GarbageCollector()  # as in the program
    garbage.start()
    windowed(application, everything="--all" in sys.argv)
    one, two = seconds_of(1, 30), seconds_of(2, 30)
    print(f"\n24 cells on one thread: {one:.2f} s, on two: {two:.2f} s ({one / two:.2f} ×)")
    for depth in (10, 20, 40, 80):
        passed = seconds_of(2, depth)
        print(f"{depth:3} layers: {passed:6.2f} s, {1e3 * passed / depth:6.1f} ms a layer")


if __name__ == "__main__":
    main()
