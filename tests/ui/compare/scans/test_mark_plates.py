"""The words of the critical gains are written across no line and no other words."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from gradsim.ui.compare.scans.mark_plates import mark_plates

AREA = QRectF(10.0, 20.0, 500.0, 300.0)
WIDTH, HEIGHT = 90.0, 14.0


def plates_of(*lines: float) -> list[QRectF]:
    return mark_plates(lines, [WIDTH] * len(lines), HEIGHT, AREA)


def crossed(plate: QRectF, lines: tuple[float, ...]) -> bool:
    return any(plate.left() < each < plate.right() for each in lines)


def test_words_stand_right_of_a_lone_line_and_left_of_one_at_the_edge() -> None:
    (plate,) = plates_of(100.0)
    assert (plate.left(), plate.top()) == (103.0, 22.0)
    (plate,) = plates_of(500.0)
    assert plate.right() == 497.0


@pytest.mark.parametrize("gap", [1.0, 10.0, 60.0, 89.0, 150.0])
def test_of_two_close_lines_each_has_its_words_on_its_outer_side(gap: float) -> None:
    lines = (200.0, 200.0 + gap)
    plates = plates_of(*lines)
    assert not any(crossed(plate, lines) for plate in plates)
    assert plates[0].top() == plates[1].top()


def test_words_between_two_lines_that_leave_no_side_stand_on_no_other_words() -> None:
    lines = (200.0, 210.0, 220.0)
    plates = plates_of(*lines)
    assert [crossed(plate, lines) for plate in plates] == [False, True, False]
    assert not any(one.intersects(other) for one, other in combinations(plates, 2))


def test_no_words_ever_lie_on_others_or_beyond_the_plot() -> None:
    numbers = np.random.default_rng(5)
    for _ in range(300):
        lines = tuple(numbers.uniform(10.0, 510.0, size=int(numbers.integers(1, 6))))
        plates = plates_of(*lines)
        assert all(AREA.contains(plate) for plate in plates)
        assert not any(one.intersects(other) for one, other in combinations(plates, 2))
        for line, plate in zip(lines, plates, strict=True):
            assert 3.0 in (round(plate.left() - line, 6), round(line - plate.right(), 6))
