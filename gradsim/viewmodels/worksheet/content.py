"""Builds a worksheet from a walk: what is given, the steps, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from gradsim.engine.checks.finite_differences import FiniteDifference
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.equation import count, parameter_symbol
from gradsim.viewmodels.step.walk.ending import ending
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL
from gradsim.viewmodels.step.walk.walk import Lens, Walk
from gradsim.viewmodels.worksheet.blocks import (
    Block,
    Cell,
    Gap,
    Heading,
    Line,
    PageBreak,
    Table,
    Worksheet,
)
from gradsim.viewmodels.worksheet.given import forward_blocks, network_blocks, sample_blocks, say
from gradsim.viewmodels.worksheet.steps import Cancelled, step_blocks


class Variant(StrEnum):
    """What a learner gets."""

    FILLED = "filled"
    BLANK = "blank"
    ANSWERS_BEHIND = "answers_behind"
    ANSWERS_APART = "answers_apart"


class Walked(Struct, frozen=True, eq=False):
    """A walk over a result, and the finite difference at its end (None: not known)."""

    walk: Walk
    result: SimulationResult
    difference: FiniteDifference | None = None


def worksheets(
    walked: Walked, variant: Variant, language: str, cancelled: Cancelled | None = None
) -> tuple[Worksheet, ...]:
    """The sheet, and behind it the answer key where that is a sheet of its own."""
    title = sheet_title(walked)
    filled = variant == Variant.FILLED
    blocks = tuple(_blocks(walked, title, blank=not filled, cancelled=cancelled))
    if variant in (Variant.FILLED, Variant.BLANK):
        return (Worksheet(title, language, blocks),)
    key_title = say(_KEY, title=title)
    key = tuple(_key_blocks(walked, key_title, cancelled))
    if variant == Variant.ANSWERS_BEHIND:
        return (Worksheet(title, language, (*blocks, PageBreak(), *key)),)
    return Worksheet(title, language, blocks), Worksheet(key_title, language, key)


def sheet_title(walked: Walked) -> str:
    """The project's title."""
    return words.project_title(walked.result.project.title) or say(_UNTITLED)


def subtitle(walk: Walk, result: SimulationResult) -> tuple[str, ...]:
    """What is walked, and over which sample."""
    if walk.lens == Lens.PARAMETER and walk.paths is not None:
        symbol = f"∂{COST_SYMBOL.text}/∂{parameter_symbol(walk).text}"
        if walk.paths.paths_total > 1:
            what = say(
                _ONE_PATH,
                symbol=symbol,
                number=str(walk.path_index + 1),
                total=count(walk.paths.paths_total),
            )
        else:
            what = say(_ONE_PRODUCT, symbol=symbol)
    else:
        what = say(_FORWARD if walk.lens == Lens.FORWARD else _LAYERS)
    samples = words.count(result.materials.samples)
    if result.sample is None:
        return what, say(_BATCH, samples=samples)
    return what, say(_SAMPLE, sample=words.count(result.sample), samples=samples)


def _blocks(
    walked: Walked, title: str, *, blank: bool, cancelled: Cancelled | None
) -> Iterator[Block]:
    yield from _head(walked, title)
    if blank:
        yield Line((say(_NAME), Gap(14.0), say(_DATE), Gap(8.0)))
    yield from network_blocks(walked.result)
    yield from sample_blocks(walked.result)
    yield from _answers(walked, blank=blank, cancelled=cancelled)


def _key_blocks(walked: Walked, title: str, cancelled: Cancelled | None) -> Iterator[Block]:
    yield from _head(walked, title)
    yield from _answers(walked, blank=False, cancelled=cancelled)


def _head(walked: Walked, title: str) -> Iterator[Block]:
    yield Heading(title, 1)
    for line in subtitle(walked.walk, walked.result):
        yield Line((line,))


def _answers(walked: Walked, *, blank: bool, cancelled: Cancelled | None) -> Iterator[Block]:
    walk, result = walked.walk, walked.result
    if walk.lens != Lens.FORWARD:
        yield from forward_blocks(result, blank=blank)
    yield from step_blocks(walk, result, blank=blank, cancelled=cancelled)
    end = ending(walk, result, walked.difference)
    if end is None:
        return
    yield Heading(say(_ENDING))
    rows: list[tuple[Cell, ...]] = []
    for row in end.rows():
        value: Cell = Gap() if blank else _told(row.value)
        rows.append((_told(row.name), value))
    yield Table(("", ""), tuple(rows))


def _told(value: str | Message) -> str:
    return words.text(value) if isinstance(value, Message) else value


_UNTITLED = QT_TRANSLATE_NOOP("Worksheet", "Untitled")
_KEY = QT_TRANSLATE_NOOP("Worksheet", "Answer key: {title}")
_ONE_PATH = QT_TRANSLATE_NOOP("Worksheet", "One parameter: {symbol}, path {number} of {total}")
_ONE_PRODUCT = QT_TRANSLATE_NOOP("Worksheet", "One parameter: {symbol}")
_FORWARD = QT_TRANSLATE_NOOP("Worksheet", "The forward pass")
_LAYERS = QT_TRANSLATE_NOOP("Worksheet", "Whole layers, backward")
_BATCH = QT_TRANSLATE_NOOP("Worksheet", "The mean over {samples} samples")
_SAMPLE = QT_TRANSLATE_NOOP("Worksheet", "Sample {sample} of {samples}")
_NAME = QT_TRANSLATE_NOOP("Worksheet", "Name:")
_DATE = QT_TRANSLATE_NOOP("Worksheet", "Date:")
_ENDING = QT_TRANSLATE_NOOP("Worksheet", "What it comes to")
