"""Paints the pages of a worksheet into a PDF: real text, embedded fonts, equations as outlines."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from gradsim.engine.cancellation import check_cancelled
from gradsim.ui.fonts import FAMILIES, keep_characters
from gradsim.ui.worksheet.marks import EquationMark, Face, Mark, RuleMark, TextMark
from gradsim.ui.worksheet.outline_path import path_of
from gradsim.ui.worksheet.pages import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Page, Paginator
from gradsim.ui.worksheet.rows import EM, MUTED
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.worksheet.blocks import Worksheet
from gradsim.viewmodels.worksheet.typeset import Outline

_DOTS = 1200
_PER_POINT = _DOTS / 72.0
_BOLD: tuple[Face, ...] = ("bold", "heading", "title")


def pdf_of(
    sheet: Worksheet,
    outlines: Mapping[str, Outline],
    colors: Mapping[Family, str],
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The bytes of the file, A4; may run on any thread.

    Raises
    ------
    Cancelled
        Where `cancelled` says so.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.title)
    writer.setCreator("GradSim")
    writer.setResolution(_DOTS)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    fonts = {face: _font(face) for face in EM}
    metrics = {face: QFontMetricsF(font, writer) for face, font in fonts.items()}

    def measure(text: str, face: Face) -> float:
        return metrics[face].horizontalAdvance(text) / _PER_POINT

    pages = Paginator(measure, outlines, colors, cancelled).fill(sheet)
    painter = QPainter(writer)
    try:
        for number, page in enumerate(pages, start=1):
            check_cancelled(cancelled)
            if number > 1:
                writer.newPage()
            _paint(painter, page, fonts)
            _paint_footer(painter, sheet.title, number, len(pages), fonts["small"], measure)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


def _font(face: Face) -> QFont:
    font = QFont()
    font.setFamilies([*FAMILIES, *QFont().defaultFamily().split(",")])
    font.setPointSizeF(EM[face])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    keep_characters(font)
    if face in _BOLD:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _paint(painter: QPainter, page: Page, fonts: Mapping[Face, QFont]) -> None:
    for mark in page:
        _paint_mark(painter, mark, fonts)


def _paint_mark(painter: QPainter, mark: Mark, fonts: Mapping[Face, QFont]) -> None:
    left, top = mark.x * _PER_POINT, mark.y * _PER_POINT
    match mark:
        case TextMark():
            painter.setFont(fonts[mark.face])
            painter.setPen(QColor(mark.color))
            painter.drawText(QPointF(left, top), mark.text)
        case RuleMark():
            box = QRectF(left, top, mark.width * _PER_POINT, mark.height * _PER_POINT)
            painter.fillRect(box, QColor(mark.color))
        case EquationMark():
            outline = mark.outline
            unit = mark.scale * _PER_POINT / outline.em
            painter.save()
            painter.translate(left - outline.left * unit, top - outline.top * unit)
            painter.scale(unit, unit)
            painter.fillPath(path_of(outline), QColor(mark.color))
            painter.restore()


def _paint_footer(
    painter: QPainter,
    title: str,
    number: int,
    count: int,
    font: QFont,
    measure: Callable[[str, Face], float],
) -> None:
    """The title on the left, the page number on the right."""
    pages = f"{number} / {count}"
    room = PAGE_WIDTH - 2 * MARGIN - measure(pages, "small") - 20.0
    while title and measure(title, "small") > room:
        title = title[:-2].rstrip() + "…" if len(title) > 2 else ""
    baseline = PAGE_HEIGHT - 32.0
    right = PAGE_WIDTH - MARGIN - measure(pages, "small")
    fonts: dict[Face, QFont] = {"small": font}
    for left, text in ((MARGIN, title), (right, pages)):
        _paint_mark(painter, TextMark(left, baseline, text, "small", MUTED), fonts)
