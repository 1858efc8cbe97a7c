"""How long ``gradsim screenshot`` takes beside a bare program that grabs one plot.

    python tests/benchmarks/start.py [RUNS]

Both are run alternately in fresh processes; the medians and their ratio are printed. The bare
program imports PySide6 and pyqtgraph, shows one PlotWidget and grabs it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

BARE = """
import sys
from PySide6.QtWidgets import QApplication
import pyqtgraph
application = QApplication(sys.argv)
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 3], [3, 1, 2])
plot.resize(1440, 900)
plot.show()
application.processEvents()
plot.grab().save(sys.argv[1])
"""
ALLOWED = 1.5


def seconds(command: list[str]) -> float:
    """The wall time of one fresh process."""
    started = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - started


def main(runs: int = 7) -> int:
    """Measure; 1 where the ratio is more than allowed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # An installed package comes compiled; so must this one.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        picture = str(Path(folder) / "picture.png")
        bare = [sys.executable, "-c", BARE, picture]
        window = [sys.executable, "-m", "gradsim", "screenshot", "--out", picture]
        for command in (bare, window):
            seconds(command)
        pairs = [(seconds(bare), seconds(window)) for _ in range(runs)]
    plain, whole = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = whole / plain
    print(f"bare {1000 * plain:.0f} ms, window {1000 * whole:.0f} ms, ratio {ratio:.2f}")
    return 0 if ratio <= ALLOWED else 1


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:2])))
