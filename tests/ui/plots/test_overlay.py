"""Labels of horizontal limits: every one that is written can be read."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from gradsim.ui.plots.overlay import Mark, label_plates
from gradsim.ui.plots.profile_plot import ProfilePlot, RunProfile
from tests.ui.plots.conftest import profile

AREA = QRectF(50.0, 10.0, 300.0, 200.0)


def placed(heights: list[float], taken: QRectF | None = None) -> dict[str, QRectF]:
    """Where the labels of marks at `heights` (pixels) stand; odd ones are strong."""
    marks = {Mark(-y, f"limit {n}", n % 2 == 1): y for n, y in enumerate(heights)}
    metrics = QFontMetricsF(QFont())
    found = label_plates(
        list(marks), marks, AREA, metrics, lambda each: taken is not None and each.intersects(taken)
    )
    return {mark.label: plate for mark, plate in found}


def test_no_label_touches_another_and_strong_ones_come_first(qapp: QApplication) -> None:
    plates = placed([100.0 + each for each in range(9)])
    assert {"limit 1", "limit 3", "limit 5", "limit 7"} == set(plates)
    assert not any(a.intersects(b) for a, b in combinations(plates.values(), 2))


def test_a_label_stays_inside_and_near_its_line(qapp: QApplication) -> None:
    plates = placed([11.0, 120.0])
    assert all(AREA.contains(plate) for plate in plates.values())
    assert plates["limit 0"].top() > 11.0
    assert 0 < 120.0 - plates["limit 1"].bottom() < 4


def test_a_label_gives_way_to_a_curve(qapp: QApplication) -> None:
    right = placed([120.0])["limit 0"]
    assert right.right() > AREA.center().x()
    left = placed([120.0], taken=right)["limit 0"]
    assert left.right() < AREA.center().x()
    row = QRectF(AREA.left(), right.top(), AREA.width(), right.height())
    assert placed([120.0], taken=row)["limit 0"].top() > 120.0
    assert placed([120.0], taken=AREA) == {}, "none that a curve would strike through"


def words_of(plot: ProfilePlot, mark: Mark) -> bytes:
    """The pixels of the label of `mark`, which stands at the right end above its line."""
    line = plot.mapFromScene(plot.view.mapViewToScene(QPointF(3.0, mark.height)))
    right = round(plot.view.sceneBoundingRect().right())
    image = plot.grab(QRect(right - 120, line.y() - 14, 116, 12)).toImage()
    return bytes(image.constBits())


def test_other_limits_do_not_strike_a_label_through(plot: ProfilePlot) -> None:
    plot.show_runs([RunProfile(0, profile([-2.0, -5.0, -9.0]))])
    strong, weak = Mark(-4.0, "float16 smallest above 0", True), Mark(-3.85, "another")
    plot.mark_heights([strong])
    alone = words_of(plot, strong)
    assert len(set(alone)) > 2, "the words stand there"
    plot.mark_heights([strong, weak])
    assert words_of(plot, strong) == alone
