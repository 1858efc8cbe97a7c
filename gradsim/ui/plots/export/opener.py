"""Opens the export dialog on what is on screen, the plot that has the focus chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.ui.actions import Actions
from gradsim.ui.notice_bar import NoticeBar
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings

NO_PLOT = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "There is no plot on screen that could be exported.")
)


class ExportOpener(QObject):
    """Follows the command; what is needed for the dialog is imported when it is first used."""

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        notice: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._notice = notice
        actions.export_plot.triggered.connect(self.open)

    def open(self) -> None:
        """Ask in which form, or say that there is nothing."""
        from gradsim.ui.plots.export.dialog import ExportDialog
        from gradsim.ui.plots.export.subject import focused_subject, subjects_of

        subjects = subjects_of(self._window)
        if not subjects:
            self._notice.show_problem(NO_PLOT)
            return
        chosen = focused_subject(subjects)
        ExportDialog(subjects, self._window, chosen=chosen, settings=self._settings).open()
