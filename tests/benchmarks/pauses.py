"""How long the window stops answering: the longest turns of its event loop, and what ran in them.

Run it from the repository: ``python -m tests.benchmarks.pauses``. A timer that is due every two
milliseconds notes when it comes late; between two beats nothing else could be handled. Printed are,
for each gesture, the longest gap by the clock (which counts other programs and the computing
thread) and by the processor time of the window's own thread (which counts neither), both in
milliseconds, and below it the lines of GradSim that stood longest in the gaps above 25 ms.
``QT_QPA_PLATFORM=xcb`` measures on a real screen, ``--all`` prints every gap above 25 ms.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep, thread_time
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from gradsim.app import Program
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits.layers import set_gain
from gradsim.project.model import DataSource, Project
from gradsim.project.presets import preset
from gradsim.ui.garbage import GarbageCollector
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings

BEAT_MS = 2
SAMPLE_SECONDS = 0.002
LONG_MS = 25.0
SHAPES = ((1000, 8, 16), (10, 1000, 16))
ROOT = str(Path(__file__).parents[2] / "gradsim")


@dataclass(frozen=True, slots=True)
class Gap:
    """The time between two beats: by the clock, by this thread's processor time, and where."""

    wall: float
    own: float
    places: Counter[str]


class Heartbeat(QObject):
    """Beats in the window's thread; a second thread looks where that stands."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self._places: Counter[str] = Counter()
        self._wall, self._own = perf_counter(), thread_time()
        self._thread = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        """Forget the gaps so far."""
        self._beat()
        self.gaps.clear()

    def _beat(self) -> None:
        wall, own = perf_counter(), thread_time()
        places, self._places = self._places, Counter()
        self.gaps.append(Gap(1e3 * (wall - self._wall), 1e3 * (own - self._own), places))
        self._wall, self._own = wall, own

    def _look(self) -> None:
        while True:
            sleep(SAMPLE_SECONDS)
            # No frame is kept here: it would keep alive what is painting on that thread.
            self._places[place_of(sys._current_frames().get(self._thread))] += 1


def place_of(frame: FrameType | None) -> str:
    """The two innermost functions of GradSim on the stack."""
    found: list[str] = []
    while frame is not None and len(found) < 3:
        file = frame.f_code.co_filename
        if file.startswith(ROOT):
            found.append(f"{Path(file).stem}.{frame.f_code.co_qualname}")
        frame = frame.f_back
    return " < ".join(found) or "Qt"


def deep_or_wide(layers: int, units: int, samples: int) -> Project:
    """`layers` × `units` sigmoid on Gaussian data."""
    hidden = tuple(
        Layer(units, Choice("sigmoid"), Choice("glorot_normal"), Choice("zeros"), id=n + 1)
        for n in range(layers)
    )
    return Project(
        "benchmark",
        1,
        Network(units, hidden, "half_squared_error"),
        (None,) * layers,
        DataSource.of("gaussian", samples=samples),
    )


def settle(program: Program, seconds: float = 0.6) -> None:
    """Let events pass until nothing is due and `seconds` have gone by quietly."""
    bench = program.workbench
    until = perf_counter() + seconds
    while perf_counter() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not bench.simulation.current or bench.stepper.waiting:
            until = perf_counter() + seconds


def told(name: str, beat: Heartbeat, *, everything: bool) -> None:
    """Print the gaps of one gesture."""
    long = [gap for gap in beat.gaps if gap.wall > LONG_MS]
    wall = max(gap.wall for gap in beat.gaps)
    own = max(gap.own for gap in beat.gaps)
    print(f"{name:<52} {wall:7.0f} {own:7.0f}")
    if everything:
        for gap in long:
            print(f"    {gap.wall:6.0f} {gap.own:6.0f}")
            for place, seen in gap.places.most_common(6):
                print(f"                  {seen:4d} × {place}")


def gestures(program: Program, shape: str, beat: Heartbeat, *, everything: bool) -> None:
    """Walk, jump, turn to Gradients and back, edit and drag, on the open project."""
    bench, window = program.workbench, program.window

    def run(name: str, *acts: Callable[[], object]) -> None:
        beat.begin()
        for act in acts:
            act()
            settle(program, 0.35)
        told(f"{shape}: {name}", beat, everything=everything)

    steps = [bench.stepper.next] * 6
    run("six steps, layer lens", *steps)
    run("last step", bench.stepper.last)
    run("parameter lens", lambda: bench.stepper.choose_parameter(ParameterAddress("w", 5, 1, 1)))
    run("six steps, parameter lens", *steps)
    run("last step, parameter lens", bench.stepper.last)
    run("Gradients, first", lambda: window.open_workspace("gradients"))
    run("Step again", lambda: window.open_workspace("step"))
    run("Gradients again", lambda: window.open_workspace("gradients"))
    run("pin", bench.runs.pin_now)
    for workspace in ("gradients", "step"):
        window.open_workspace(workspace)
        settle(program)
        run(f"gain in {workspace}", *(lambda gain=gain: edit(program, gain) for gain in (1.1, 1.2)))
    run("batch", lambda: bench.scope.choose(None))


def edit(program: Program, gain: float) -> None:
    """Another gain in the first layer."""
    document = program.workbench.document
    project = set_gain(document.project, (document.project.layers[0].id,), gain)
    document.edit(Message.of("Edit", "Gain"), project)


def main() -> None:
    """Measure and print."""
    everything = "--all" in sys.argv
    application = QApplication.instance() or QApplication(["gradsim-benchmark"])
    assert isinstance(application, QApplication)
    garbage = GarbageCollector()  # as in the program
    garbage.start()
    print(f"{'longest gap between two beats (ms)':<52} {'clock':>7} {'own':>7}")
    for layers, units, samples in SHAPES:
        with tempfile.TemporaryDirectory() as folder:
            beat = Heartbeat()
            store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
            program = Program(application, Settings(store), preset("first_look"))
            program.window.resize(1440, 900)
            program.window.show()
            program.workbench.simulation.start()
            settle(program)
            shape = f"{layers:,} × {units:,}"
            project = deep_or_wide(layers, units, samples)
            beat.begin()
            program.workbench.document.load(project)
            settle(program, 1.0)
            told(f"{shape}: open", beat, everything=everything)
            gestures(program, shape, beat, everything=everything)
            beat.deleteLater()
            program.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            # A window that is closed ends the program; here its remains must not burden the next.
            del program, beat
            gc.collect()


if __name__ == "__main__":
    main()
