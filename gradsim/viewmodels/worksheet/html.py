"""A worksheet as one HTML file that needs nothing else: equations are drawn inside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.worksheet.blocks import (
    Block,
    Box,
    Cell,
    Equation,
    Gap,
    Heading,
    Line,
    Matrices,
    Matrix,
    PageBreak,
    Piece,
    Table,
    Worksheet,
)
from gradsim.viewmodels.worksheet.typeset import Outline

_STYLE = """
@page { size: A4; margin: 18mm 16mm; }
:root { color-scheme: light; }
body { font: 15px/1.5 "GradSim Sans", "Noto Sans", "Noto Sans KR", "Apple SD Gothic Neo",
  "Malgun Gothic", "Nanum Gothic", "Segoe UI", system-ui, sans-serif;
  color: #1b1e28; background: #fff; max-width: 178mm; margin: 12mm auto; padding: 0 8mm; }
h1 { font-size: 1.6em; margin: 0 0 .3em; }
h2 { font-size: 1.15em; margin: 1.6em 0 .5em; border-bottom: 1px solid #c9cdd8;
  padding-bottom: .15em; break-after: avoid; }
h3 { font-size: 1em; margin: 0 0 .3em; }
p { margin: .35em 0; }
.muted { color: #5d6375; font-size: .92em; }
.gap { display: inline-block; border-bottom: 1px solid #5d6375; height: 1.15em;
  vertical-align: baseline; }
svg.equation { display: inline-block; max-width: 100%; }
table.rows { border-collapse: collapse; margin: .4em 0; }
table.rows th, table.rows td { text-align: left; padding: .2em 1.1em .2em 0;
  border-bottom: 1px solid #e6e8ef; }
table.rows tr { break-inside: avoid; }
.matrices { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .7em; margin: .5em 0; }
.matrix { display: inline-flex; align-items: center; gap: .4em; break-inside: avoid; }
.matrix.above { flex-direction: column; gap: .1em; }
.matrix table { border-collapse: separate; border-spacing: 0; border-left: 1.5px solid #1b1e28;
  border-right: 1.5px solid #1b1e28; --serif: linear-gradient(#1b1e28, #1b1e28) no-repeat;
  background: var(--serif) 0 0 / 5px 1.5px, var(--serif) 100% 0 / 5px 1.5px,
  var(--serif) 0 100% / 5px 1.5px, var(--serif) 100% 100% / 5px 1.5px;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.matrix td { text-align: right; padding: .08em .5em; font-variant-numeric: tabular-nums; }
section.step { border-left: 4px solid var(--family); padding: .1em 0 .1em .9em; margin: .9em 0;
  break-inside: avoid; }
section.step h3, section.step svg.equation { color: var(--family); }
section.step .numbers svg.equation { color: #1b1e28; }
.break { break-before: page; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11pt; } }
""".strip()


def html_of(sheet: Worksheet, outlines: Mapping[str, Outline], colors: Mapping[Family, str]) -> str:
    """The file's text; `colors` are those of the three families, as ``#rrggbb``."""
    body = "\n".join(_block(block, outlines, colors) for block in sheet.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _block(block: Block, outlines: Mapping[str, Outline], colors: Mapping[Family, str]) -> str:
    match block:
        case Heading():
            tag = f"h{block.level}"
            return f"<{tag}>{escape(block.text)}</{tag}>"
        case Line():
            return _line(block, outlines)
        case Table():
            return _table(block)
        case Matrices():
            return f'<div class="matrices">{"".join(_matrix(each) for each in block.items)}</div>'
        case Box():
            inside = "\n".join(_inside(block, outlines))
            return (
                f'<section class="step" style="--family: {escape(colors[block.family])}">\n'
                f"<h3>{escape(block.title)}</h3>\n{inside}\n</section>"
            )
        case PageBreak():
            return '<div class="break"></div>'


def _inside(box: Box, outlines: Mapping[str, Outline]) -> Iterator[str]:
    for index, block in enumerate(box.blocks):
        if isinstance(block, Line):
            yield _line(block, outlines, "" if index == 0 else "numbers")
        else:
            yield f'<div class="matrices">{"".join(_matrix(each) for each in block.items)}</div>'


def _line(line: Line, outlines: Mapping[str, Outline], kind: str = "") -> str:
    classes = " ".join(each for each in (kind, "muted" if line.muted else "") if each)
    attribute = f' class="{classes}"' if classes else ""
    return f"<p{attribute}>{' '.join(_piece(piece, outlines) for piece in line.pieces)}</p>"


def _piece(piece: Piece, outlines: Mapping[str, Outline]) -> str:
    if isinstance(piece, str):
        return escape(piece)
    if isinstance(piece, Gap):
        return _gap(piece)
    outline = outlines.get(piece.tex)
    return escape(piece.text) if outline is None else _equation(piece, outline)


def _equation(equation: Equation, outline: Outline) -> str:
    text = escape(equation.text)
    depth = outline.height - outline.ascent
    inside = outline.inside.replace('fill="black"', 'fill="currentColor"').replace(
        'stroke="black"', 'stroke="currentColor"'
    )
    return (
        f'<svg class="equation" role="img" aria-label="{text}" viewBox="{outline.view_box}" '
        f'style="width: {outline.width:.3f}em; height: {outline.height:.3f}em; '
        f'vertical-align: {-depth:.3f}em"><title>{text}</title>{inside}</svg>'
    )


def _gap(gap: Gap) -> str:
    return f'<span class="gap" style="width: {gap.width:g}em"></span>'


def _cell(cell: Cell) -> str:
    return _gap(cell) if isinstance(cell, Gap) else escape(cell)


def _table(table: Table) -> str:
    head = ""
    if any(table.header):
        cells = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.header)
        head = f"<thead><tr>{cells}</tr></thead>"
    rows = "\n".join(
        f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return f'<table class="rows">{head}<tbody>\n{rows}\n</tbody></table>'


def _matrix(matrix: Matrix) -> str:
    join = f"<span>{escape(matrix.join)}</span>" if matrix.join else ""
    label = ""
    if matrix.label:
        label = f"<span>{escape(matrix.label)}{'' if matrix.above else ' ='}</span>"
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in matrix.rows
    )
    note = f'<span class="muted">({escape(matrix.note)})</span>' if matrix.note else ""
    kind = "matrix above" if matrix.above else "matrix"
    return f'{join}<span class="{kind}">{label}<table>{rows}</table>{note}</span>'
