"""Exports a walk off the GUI thread: what was asked, how far it is, what was written or why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gradsim.engine.checks.finite_differences import finite_difference
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.file import write_bytes
from gradsim.project.scripts.numpy_script import numpy_script
from gradsim.project.scripts.torch_script import torch_script
from gradsim.viewmodels import words
from gradsim.viewmodels.file_names import file_name, shortened
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Language
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.walk.comparison import end_of
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.step.walk.walk import Walk
from gradsim.viewmodels.worksheet.blocks import Worksheet
from gradsim.viewmodels.worksheet.content import Variant, Walked, worksheets
from gradsim.viewmodels.worksheet.html import html_of
from gradsim.viewmodels.worksheet.recipes import recipe_of
from gradsim.viewmodels.worksheet.typeset import Outline, typeset_all

Colors = Mapping[Family, str]
Pdf = Callable[[Worksheet, Mapping[str, Outline], Colors, Cancel], bytes]
Speak = Callable[[Language], words.Lookup]


class Format(StrEnum):
    """What a walk can be written as."""

    HTML = "html"
    PDF = "pdf"
    NUMPY = "numpy"
    TORCH = "torch"

    @property
    def suffix(self) -> str:
        """The end of the file's name."""
        return {"html": ".html", "pdf": ".pdf"}.get(self.value, ".py")

    @property
    def is_script(self) -> bool:
        """Whether it is a program and not a sheet."""
        return self in (Format.NUMPY, Format.TORCH)


class Order(Struct, frozen=True):
    """What to write, in which language, and where."""

    format: Format
    variant: Variant
    language: Language
    path: Path


class Exporting(QObject):
    """Runs one export at a time.

    pdf : paints a sheet, on the job's thread; colors : of the families;
    speak : the words of a language.
    """

    changed = Signal()
    """Begun, further, done, failed or cancelled."""
    _further = Signal(float)

    def __init__(
        self, pdf: Pdf, colors: Colors, speak: Speak, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pdf = pdf
        self._colors = colors
        self._speak = speak
        self._running = False
        self._fraction = 0.0
        self._message: Message | None = None
        self._failed = False
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        self._further.connect(self._advance)

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._running

    @property
    def fraction(self) -> float:
        """How much is done, from 0 to 1."""
        return self._fraction

    @property
    def message(self) -> Message | None:
        """What was written, or why nothing was."""
        return self._message

    @property
    def failed(self) -> bool:
        """Whether the message tells of a failure."""
        return self._failed

    def run(self, walk: Walk, result: SimulationResult, order: Order) -> None:
        """Write `walk` as ordered; the answer comes with `changed`."""
        if walk.refusal is not None:
            self._message, self._failed = walk.refusal, True
            self.changed.emit()
            return
        speak = self._speak(order.language)

        def work(cancelled: Cancel) -> tuple[Path, ...]:
            with words.spoken_by(speak):
                files = self._files(walk, result, order, cancelled)
            for path, data in files:
                write_bytes(data, path)
            return tuple(path for path, _ in files)

        self._running, self._fraction = True, 0.0
        self._message, self._failed = None, False
        self._jobs.submit(work, replace=True)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; nothing is written."""
        if self._running:
            self._jobs.cancel()
            self._running = False
            self._message = Message.of("Worksheet", _CANCELLED)
            self.changed.emit()

    def forget(self) -> None:
        """Take the last message away: another choice was made."""
        if self._message is not None and not self._running:
            self._message, self._failed = None, False
            self.changed.emit()

    def shut_down(self) -> None:
        """End the thread."""
        self._running = False
        self._jobs.shut_down()

    def _files(
        self, walk: Walk, result: SimulationResult, order: Order, cancelled: Cancel
    ) -> list[tuple[Path, bytes]]:
        if order.format.is_script:
            make = numpy_script if order.format == Format.NUMPY else torch_script
            source = make(recipe_of(Walked(walk, result)), order.path.name)
            return [(order.path, source.encode())]
        end = end_of(walk, result)
        difference = None
        if end is not None:
            difference = finite_difference(result.forward, end, cancelled=cancelled)
        walked = Walked(walk, result, difference)
        sheets = worksheets(walked, order.variant, order.language, cancelled)
        equations = [each for sheet in sheets for each in sheet.equations]
        outlines = typeset_all(equations, self._further.emit, cancelled)
        paths = (order.path, key_path(order.path))
        return [
            (path, self._written(sheet, outlines, order.format, cancelled))
            for path, sheet in zip(paths, sheets, strict=False)
        ]

    def _written(
        self, sheet: Worksheet, outlines: Mapping[str, Outline], form: Format, cancelled: Cancel
    ) -> bytes:
        if form == Format.PDF:
            return self._pdf(sheet, outlines, self._colors, cancelled)
        return html_of(sheet, outlines, self._colors).encode()

    def _advance(self, fraction: float) -> None:
        if self._running:
            self._fraction = fraction
            self.changed.emit()

    def _receive(self, outcome: Outcome) -> None:
        if not self._running:
            return
        self._running = False
        error = outcome.error
        if error is None:
            names = ", ".join(path.name for path in outcome.value)
            self._message = Message.of("Worksheet", _WRITTEN, files=names)
        elif isinstance(error, Problem):
            self._failed = True
            reason = Message("Problem", error.template, error.arguments)
            self._message = Message.of("Worksheet", _FAILED, reason=reason)
        else:
            self.changed.emit()
            raise error
        self.changed.emit()


def key_path(path: Path) -> Path:
    """Where the answer key of the sheet at `path` goes; nothing that exists is written over."""
    number, ending = 1, f"-answers{path.suffix}"
    while True:
        wanted = path.with_name(f"{shortened(path.stem, ending)}{ending}")
        if not wanted.exists():
            return wanted
        number += 1
        ending = f"-answers-{number}{path.suffix}"


def default_name(title: str, form: Format) -> str:
    """A file name from the project's title."""
    low = title.strip().casefold()
    if form.is_script:
        stem = re.sub(r"[^\w]+", "_", low).strip("_")
        return file_name(stem, f"_{form.value}{form.suffix}", "worksheet")
    return file_name(re.sub(r"\s+", "-", low), form.suffix, "worksheet")


_WRITTEN = QT_TRANSLATE_NOOP("Worksheet", "Saved: {files}")
_FAILED = QT_TRANSLATE_NOOP("Worksheet", "Nothing was saved: {reason}")
_CANCELLED = QT_TRANSLATE_NOOP("Worksheet", "Cancelled; nothing was saved.")
