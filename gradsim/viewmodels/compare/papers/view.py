"""The gallery of published set-ups: which one is read, what was measured of it, what is running."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal

from gradsim.engine.blas import limit_blas_threads
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.project.datasets import sample_count
from gradsim.project.gallery import GALLERY, Entry, Finding, measure_entry
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings

_SETTING = "paper"


class PapersView(QObject):
    """Reads one entry at a time; findings are kept as long as the program runs."""

    changed = Signal()
    """Another entry, a finding, or a problem."""
    progress_changed = Signal()
    _progressed = Signal(int, int, int)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        parent: QObject | None = None,
        entries: Mapping[str, Entry] = GALLERY,
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.entries = entries
        known = settings.text(_SETTING)
        self._name = known if known in entries else next(iter(entries))
        self._findings: dict[str, Finding] = {}
        self._problems: dict[str, Problem] = {}
        self._measured = ""
        self._number = 0
        self.done = self.total = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._take)
        self._jobs.busy_changed.connect(self._follow_busy)
        self._progressed.connect(self._note, Qt.ConnectionType.QueuedConnection)

    @property
    def entry(self) -> Entry:
        """The entry that is read."""
        return self.entries[self._name]

    @property
    def finding(self) -> Finding | None:
        """What was found of it; None before it is measured."""
        return self._findings.get(self._name)

    @property
    def problem(self) -> Problem | None:
        """Why it could not be measured."""
        return self._problems.get(self._name)

    @property
    def running(self) -> bool:
        """Whether the entry that is read is being measured."""
        return bool(self._measured) and self._measured == self._name

    @property
    def busy_elsewhere(self) -> bool:
        """Whether another entry is being measured."""
        return bool(self._measured) and self._measured != self._name

    def finding_of(self, name: str) -> Finding | None:
        """What was found of any entry."""
        return self._findings.get(name)

    def choose(self, name: str) -> None:
        """Read another entry; a measurement of the one before goes on."""
        if name != self._name and name in self.entries:
            self._name = name
            self._settings.set_text(_SETTING, name)
            self.changed.emit()

    def measure(self) -> None:
        """Measure the entry that is read, from the start; another one that is running ends."""
        entry, self._measured = self.entry, self._name
        self._number += 1
        number = self._number
        self._problems.pop(self._name, None)
        self.done, self.total = 0, sum(setup.seeds for setup in entry.setups)
        self._jobs.cancel()
        widest = max(entry.setups, key=lambda each: each.width).project()
        limit_blas_threads(widest.network, sample_count(widest.data))

        def work(cancelled: Cancel) -> tuple[str, Finding]:
            def tell(done: int, total: int) -> None:
                self._progressed.emit(number, done, total)

            return entry.name, measure_entry(entry, progress=tell, cancelled=cancelled)

        self._jobs.submit(work, replace=True)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop measuring."""
        self._number += 1
        self._measured = ""
        self._jobs.cancel()
        self.changed.emit()

    def open(self, setup: str) -> None:
        """Open a set-up of the entry in the builder, as one undo step."""
        chosen = next(each for each in self.entry.setups if each.name == setup)
        template = QT_TRANSLATE_NOOP("Undo", "Open “{source}”")
        project = chosen.project()
        self._document.replace(Message.of("Undo", template, source=self.entry.short), project)

    def finish(self) -> None:
        """Wait for what runs: for a picture."""
        self._jobs.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self._number += 1
        self._jobs.shut_down()

    def _note(self, number: int, done: int, total: int) -> None:
        if number == self._number:
            self.done, self.total = done, total
            self.progress_changed.emit()

    def _take(self, outcome: Outcome) -> None:
        name, self._measured = self._measured, ""
        if isinstance(outcome.error, Problem):
            self._problems[name] = outcome.error
        elif outcome.error is not None:
            raise outcome.error
        else:
            name, finding = outcome.value
            self._findings[name] = finding
        self.changed.emit()

    def _follow_busy(self, _busy: bool) -> None:
        self.progress_changed.emit()
