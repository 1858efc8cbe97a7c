"""What the live plots cost a run, and how long it takes to show an earlier moment.

    OPENBLAS_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.training_live

The same run begins anew in turns with the Train workspace seen, and without any window's turn. Of
either the median counts, over the same steps of the run: those of a network that saturates become
slower as it goes on.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from gradsim.app import Program, application
from gradsim.project.presets import preset
from gradsim.ui.screenshot import without_platform_notes
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.viewmodels.settings import Settings

_SECONDS, _ROUNDS, _WARM = 1.5, 7, 4
"""How long a run is timed, how often, and how many steps of it are taken before."""
_IDLE = 4.0
"""Seconds in which the window makes ready what it has not shown yet."""
_PRESETS = ("first_look", "digits_classifier", "fifty_layers")


def main() -> None:
    """Print one line for each preset."""
    run = application()
    with tempfile.TemporaryDirectory() as folder, without_platform_notes():
        path = str(Path(folder) / "s.ini")
        settings = Settings(QSettings(path, QSettings.Format.IniFormat))
        program = Program(run, settings, preset(_PRESETS[0]))
        program.window.resize(1440, 900)
        program.window.show()
        program.window.open_workspace("train")
        train = program.window.workspaces.train
        assert train is not None
        _turn(_IDLE)
        for name in _PRESETS:
            program.workbench.document.load(preset(name))
            train.session.plan.set_number("batch", 10)
            train.session.plan.set_number("rate", 0.001)
            _turn(_IDLE / 4)
            seen, alone = [], []
            for _ in range(_ROUNDS):
                seen.append(_steps(train, live=True))
                alone.append(_steps(train, live=False))
            fast, slow = statistics.median(alone), statistics.median(seen)
            cost = 1 - slow / fast
            looked = min(_looked(train, run, share) for share in (0.2, 0.4, 0.6, 0.8))
            told = "ok" if cost <= 0.2 and looked <= 0.05 else "TOO SLOW"
            print(
                f"{name:<18} {fast:8.0f} steps/s alone, {slow:8.0f} seen "
                f"({100 * cost:.0f} %, at most 20), back in {1e3 * looked:.0f} ms (at most 50) "
                f"{told}"
            )
        program.close()


def _turn(seconds: float) -> None:
    """Let the window live as it does under the user's hand."""
    loop = QEventLoop()
    QTimer.singleShot(round(1e3 * seconds), loop.quit)
    loop.exec()


def _steps(train: TrainWorkspace, *, live: bool) -> float:
    """Steps a second of a new run of the session, with or without the window's turns."""
    session = train.session
    session.reset()
    session.step(_WARM)
    session.finish()
    before, begun = session.steps, time.perf_counter()
    session.start()
    if live:
        _turn(_SECONDS)
    else:
        time.sleep(_SECONDS)
    session.pause()
    session.finish()
    return (session.steps - before) / (time.perf_counter() - begun)


def _looked(train: TrainWorkspace, run: QApplication, share: float) -> float:
    """Seconds from the wish to the picture of an earlier moment."""
    session = train.session
    begun = time.perf_counter()
    session.look_back(int(share * train.scrubber.slider.maximum()))
    session.finish()
    train.repaint()
    run.processEvents()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
