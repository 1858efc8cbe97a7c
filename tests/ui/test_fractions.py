"""The fractions put together here stand where ziamath would set them."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from gradsim.ui.fractions import fraction_outline

CHAIN = [
    r"\frac{\partial C}{\partial a_{1}^{(5)}}",
    r"\frac{\partial a_{3}^{(4)}}{\partial z_{3}^{(4)}}",
    r"\frac{\partial z_{2}^{(3)}}{\partial w_{21}^{(3)}}",
    r"\frac{\partial z_{12}^{(30)}}{\partial w_{12,64}^{(30)}}",
    r"\frac{\partial z_{7}^{(9)}}{\partial b_{7}^{(9)}}",
    r"\frac{\partial C}{\partial W^{(10)}}",
    r"\frac{\partial z^{(4)}}{\partial a^{(3)}}",
    r"\frac{\partial C}{\partial w_{21}^{(3)}}",
    r"\frac{\partial L}{\partial w_{10}^{[3]}}",
    r"\frac{\partial L}{\partial W^{[10]}}",
    r"\frac{\partial L}{\partial w_{12,0}^{(0)}}",
    r"\frac{\partial z_{0}^{[0]}}{\partial b_{0}^{[0]}}",
]


def painted(svg: str) -> np.ndarray:
    """Alpha of the picture, four times as large, its baseline and left edge always in one place."""
    common = re.sub(r'viewBox="[^"]*"', 'viewBox="-2 -42 80 80"', svg, count=1)
    image = QImage(320, 320, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(common.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, 3].astype(float)


@pytest.mark.parametrize("size", [15.5, 18.0])
@pytest.mark.parametrize("tex", CHAIN)
def test_it_looks_as_ziamath_sets_it(tex: str, size: float, qapp: QApplication) -> None:
    import ziamath

    ziamath.config.svg2 = False
    svg = ziamath.Latex(tex, size=size).svg()
    box = re.search(r'viewBox="(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)"', svg)
    outline = fraction_outline(tex, size)
    assert outline is not None
    assert box is not None
    _, top, width, height = map(float, box.groups())
    ours = (outline.ascent, outline.width, outline.height)
    assert ours == pytest.approx((-top, width, height), abs=0.5)
    theirs = painted(svg)
    assert np.abs(painted(outline.svg) - theirs).sum() < 0.1 * theirs.sum()


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{\partial C}{\partial x}",
        r"= \sigma^{\prime}(z)",
        r"\frac{\partial a}{\partial z}",
        r"\frac{\partial C}{\partial a^{(5)}} \odot z",
        "0.2",
    ],
)
def test_anything_else_is_left_to_ziamath(tex: str) -> None:
    assert fraction_outline(tex, 18.0) is None


def test_ziamath_is_not_imported_for_them() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from gradsim.ui.fractions import fraction_outline;"
        rf"assert fraction_outline(r'{CHAIN[0]}', 18.0); assert 'ziamath' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
