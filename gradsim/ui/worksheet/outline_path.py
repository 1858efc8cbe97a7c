"""A typeset equation as a path to fill.

A picture renderer strokes the glyphs with its own pen where it paints into a file, which makes
them bold; filled as they are, they stay as they were drawn.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

from gradsim.viewmodels.worksheet.typeset import Outline

_ELEMENT = re.compile(r"<(path|rect)\b([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_PART = re.compile(r"[MLQCZ]|-?\d+(?:\.\d+)?(?:e-?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}


@lru_cache(maxsize=512)
def path_of(outline: Outline) -> QPainterPath:
    """The filled shapes of an outline, in the coordinates of its view box."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for kind, text in _ELEMENT.findall(outline.inside):
        attributes = dict(_ATTRIBUTE.findall(text))
        if kind == "rect":
            corner = (float(attributes.get(name, "0")) for name in ("x", "y", "width", "height"))
            path.addRect(QRectF(*corner))
        else:
            _follow(path, attributes.get("d", ""))
    return path


def _follow(path: QPainterPath, data: str) -> None:
    """Append the subpaths of an SVG path of absolute commands."""
    parts = _PART.findall(data)
    place = 0
    while place < len(parts):
        command = parts[place]
        count = _NUMBERS[command]
        numbers = [float(each) for each in parts[place + 1 : place + 1 + count]]
        place += 1 + count
        match command:
            case "M":
                path.moveTo(*numbers)
            case "L":
                path.lineTo(*numbers)
            case "Q":
                path.quadTo(*numbers)
            case "C":
                path.cubicTo(*numbers)
            case _:
                path.closeSubpath()
