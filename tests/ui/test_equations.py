"""Typeset equations: made elsewhere, tinted per colour, kept on disk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gradsim.ui import equations as module
from gradsim.ui.equations import Equations

TEX = r"= \sigma(z)\,(1-\sigma(z))"
FRACTION = r"\frac{\partial a_{3}^{(4)}}{\partial z_{3}^{(4)}}"
RED, BLUE = QColor("#b35000"), QColor("#006ba6")


@pytest.fixture
def equations(qtbot: QtBot) -> Iterator[Equations]:
    del qtbot
    made = Equations()
    yield made
    made.shut_down()


def ink(picture: module.Picture) -> set[str]:
    """The colours of the fully opaque pixels."""
    image = picture.pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_a_new_equation_is_not_waited_for(equations: Equations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(equations.ready, timeout=20_000):
        assert equations.of(TEX, 18.0, RED, 1.0) is None
    picture = equations.of(TEX, 18.0, RED, 1.0)
    assert picture is not None
    assert 80 < picture.width < 220
    assert 0 < picture.ascent < picture.height


def test_a_fraction_of_the_chain_is_there_at_once(equations: Equations) -> None:
    picture = equations.of(FRACTION, 18.0, RED, 1.0)
    assert picture is not None
    assert picture.height > 40


def test_one_shape_serves_every_colour_and_resolution(equations: Equations) -> None:
    equations.prepare(TEX, 18.0)
    equations.finish()
    red = equations.of(TEX, 18.0, RED, 1.0)
    blue = equations.of(TEX, 18.0, BLUE, 1.0)
    sharp = equations.of(TEX, 18.0, BLUE, 2.0)
    assert red is not None
    assert blue is not None
    assert sharp is not None
    assert ink(red) == {RED.name()}
    assert ink(blue) == {BLUE.name()}
    assert abs(sharp.pixmap.width() - 2 * blue.pixmap.width()) <= 2
    assert sharp.pixmap.deviceIndependentSize().width() == pytest.approx(blue.width, abs=1)


def test_the_same_picture_is_not_painted_twice(equations: Equations) -> None:
    equations.prepare(TEX, 18.0)
    equations.finish()
    assert equations.of(TEX, 18.0, RED, 1.0) is equations.of(TEX, 18.0, RED, 1.0)


def test_what_cannot_be_set_stays_plain_text(equations: Equations) -> None:
    equations.prepare(r"\frac{a}{", 18.0)
    equations.finish()
    assert equations.of(r"\frac{a}{", 18.0, RED, 1.0) is None


def test_who_walks_faster_than_equations_are_made_gets_the_newest(
    equations: Equations, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def typeset(tex: str, size: float) -> None:
        del size
        made.append(tex)

    monkeypatch.setattr(module, "_shape_of", typeset)
    for number in range(1000):
        equations.prepare(f"x_{{{number}}}", 18.0)
    equations.finish()
    assert "x_{999}" in made
    assert "x_{0}" not in made
    assert len(made) < 400
