"""What happens when the program itself fails: it says so, keeps the project, and goes on."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget


class ErrorHook(QObject):
    """Takes over ``sys.excepthook`` (and that of threads) until :meth:`remove`."""

    saving_wanted = Signal()
    """The reader asked to save the project under another name."""
    _caught = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._previous = sys.excepthook
        self._previous_in_threads = threading.excepthook
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def box(self) -> QMessageBox | None:
        """The dialog, while it is open."""
        return self._box

    def install(self) -> None:
        """From now on unexpected exceptions open a dialog instead of ending silently."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def remove(self) -> None:
        """Put the earlier hooks back."""
        sys.excepthook = self._previous
        threading.excepthook = self._previous_in_threads

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Print the exception and, unless it ends the program, tell the reader about it."""
        self._previous(kind, error, trace)
        if issubclass(kind, Exception):
            details = "".join(traceback.format_exception(kind, error, trace))
            self._caught.emit(f"{kind.__name__}: {error}", details)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _tell(self, what: str, details: str) -> None:
        if self._box is not None or QApplication.closingDown():
            return
        box = QMessageBox(self._window)
        box.setOption(QMessageBox.Option.DontUseNativeDialog)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("GradSim")
        box.setText(self.tr("GradSim ran into an error of its own."))
        box.setInformativeText(
            self.tr("Your project is still open and unchanged. {error}").format(error=what)
        )
        box.setDetailedText(details)
        save = box.addButton(self.tr("Save a copy…"), QMessageBox.ButtonRole.ActionRole)
        go_on = box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        save.clicked.connect(self.saving_wanted)
        box.finished.connect(self._forget)
        self._box = box
        box.open()

    def _forget(self) -> None:
        self._box = None
