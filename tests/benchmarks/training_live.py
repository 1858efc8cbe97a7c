"""What the live plots cost a run, and how long it takes to show an earlier moment.

    OPENBLAS_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.training_live

The same run goes on in turns with the Train workspace seen, and without any window's turn; the best
of each is compared, because whatever else runs on the machine only slows.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gradsim.app import Program, application
from gradsim.project.presets import preset
from gradsim.ui.screenshot import without_platform_notes
from gradsim.ui.train.workspace import TrainWorkspace
from gradsim.viewmodels.settings import Settings

_SECONDS, _ROUNDS = 0.8, 8
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
        train.session.plan.set_number("batch", 10)
        train.session.plan.set_number("rate", 0.001)
        for name in _PRESETS:
            program.workbench.document.load(preset(name))
            seen, alone = [], []
            for _ in range(_ROUNDS):
                seen.append(_steps(train, run, live=True))
                alone.append(_steps(train, run, live=False))
            cost = 1 - max(seen) / max(alone)
            looked = min(_looked(train, run, share) for share in (0.2, 0.4, 0.6, 0.8))
            told = "ok" if cost <= 0.2 and looked <= 0.05 else "TOO SLOW"
            print(
                f"{name:<18} {max(alone):8.0f} steps/s alone, {max(seen):8.0f} seen "
                f"({100 * cost:.0f} %, at most 20), back in {1e3 * looked:.0f} ms (at most 50) "
                f"{told}"
            )
        program.close()


def _steps(train: TrainWorkspace, run: QApplication, *, live: bool) -> float:
    """Steps a second of the session, with or without the window's turns."""
    session = train.session
    before, begun = session.steps, time.perf_counter()
    session.start()
    until = begun + _SECONDS
    while time.perf_counter() < until:
        if live:
            run.processEvents()
        time.sleep(0.002)
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
