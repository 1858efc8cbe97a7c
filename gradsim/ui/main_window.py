"""The one window: puts the bars, the builder and the workspaces together and guards its closing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.ui.actions import Actions
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.challenges.opener import ChallengeOpener
from gradsim.ui.dropped_file import dropped_file
from gradsim.ui.file_actions import FileActions
from gradsim.ui.first_hint import FirstHint
from gradsim.ui.help.opener import HelpOpener
from gradsim.ui.main_menu import MainMenu
from gradsim.ui.notice_bar import NoticeBar
from gradsim.ui.own_data.opener import DataImporter, is_table
from gradsim.ui.plots.export.opener import ExportOpener
from gradsim.ui.preset_menu import PresetMenu
from gradsim.ui.run_place import RunPlace
from gradsim.ui.splitter import RememberedSplitter, walk_handles
from gradsim.ui.status_bar import StatusBar
from gradsim.ui.top_bar import TopBar
from gradsim.ui.workbench import Workbench
from gradsim.ui.workspaces import Workspaces
from gradsim.viewmodels import words
from gradsim.viewmodels.first_look import blank_project
from gradsim.viewmodels.gradient_checking import GradientChecking
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation.half import cost_of_new_project
from gradsim.viewmodels.recent_files import RecentFiles

_GEOMETRY = "window"
_DESIGNED_SIZE = (1440, 900)
_SMALLEST_SIZE = (1220, 640)
_FRAME = (4, 40)
"""Room for a title bar and borders, whose true size is not known before the window is shown."""
_SIMULATION = "simulation"


class MainWindow(QMainWindow):
    """Owns the widgets; everything they show lives in the workbench.

    What is not seen at first (dialogs, the Gradients workspace) is imported when it is opened.
    """

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.workbench = workbench
        self.recent = RecentFiles(workbench.settings, self)
        self.files = FileActions(workbench.document, self.recent, workbench.settings, self)
        self.importer = DataImporter(workbench.document, self)
        self.checking = GradientChecking(
            workbench.document, workbench.scope, workbench.simulation, self
        )
        self.actions_ = Actions(workbench.document, self)
        self._closing = False
        self._build()
        self.first_hint = FirstHint(
            self.notice, self.workspaces, workbench.stepper, workbench.settings
        )
        self._export = ExportOpener(self.actions_, workbench.settings, self.notice, self)
        self._help = HelpOpener(self.actions_, workbench.theme, self)
        self.challenge = ChallengeOpener(
            self.workspaces, self.files, self.actions_, self._middle, self
        )
        self._connect()
        self._restore()
        self._render_title()

    def _build(self) -> None:
        bench = self.workbench
        self._menu = MainMenu(self.actions_, self.recent, bench.settings, self)
        self._presets = PresetMenu(self)
        self.top_bar = TopBar(bench, self.actions_, self._menu, self._presets)
        self.notice = NoticeBar(bench.theme)
        self.status = StatusBar(bench, self.checking)
        self.workspaces = Workspaces(bench)
        self._split = RememberedSplitter("window", Qt.Orientation.Horizontal, bench.settings)
        self.builder = BuilderPanel(bench)
        self._split.addWidget(self.builder)
        self._split.addWidget(self.workspaces)
        self._split.settle([276, 1129], [0, 1])
        self._middle = middle = QVBoxLayout()
        middle.setContentsMargins(14, 0, 14, 0)
        middle.setSpacing(7)
        middle.addWidget(self.notice)
        self.run_place = RunPlace(bench, self.workspaces, middle, self)
        middle.addWidget(self._split, 1)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(central)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST_SIZE)

    def _to_next_divider(self) -> None:
        walk_handles(self, 1)

    def _to_previous_divider(self) -> None:
        walk_handles(self, -1)

    def _show_key_map(self) -> None:
        self.workspaces.step.show_key_map()

    def _connect(self) -> None:
        bench, actions = self.workbench, self.actions_
        actions.new.triggered.connect(self._ask_new)
        actions.open.triggered.connect(self.files.open)
        actions.save.triggered.connect(self._save)
        actions.save_as.triggered.connect(self._save_as)
        actions.rename.triggered.connect(self._ask_title)
        actions.export.triggered.connect(self._export_worksheet)
        actions.import_data.triggered.connect(self.importer.ask)
        actions.quit.triggered.connect(self.close)
        actions.reset_layout.triggered.connect(self._reset_layout)
        actions.next_divider.triggered.connect(self._to_next_divider)
        actions.previous_divider.triggered.connect(self._to_previous_divider)
        actions.notation.triggered.connect(self._show_notation)
        actions.check.triggered.connect(self.checking.run)
        actions.key_map.triggered.connect(self._show_key_map)
        self.workspaces.step.strip.row.crowded_out.connect(self.status.show_notice)
        self.workspaces.step_wanted.connect(actions.step.trigger)
        self.workspaces.compare_wanted.connect(actions.workspaces["compare"].trigger)
        for name, action in actions.workspaces.items():
            action.triggered.connect(partial(self._show_workspace, name))
        self._presets.chosen.connect(self.files.open_preset)
        self._menu.recent_chosen.connect(self.files.open_path)
        self.files.failed.connect(self.notice.show_problem)
        self.files.succeeded.connect(self._forget_problem)
        self.status.details_wanted.connect(self._show_check)
        bench.notation.changed.connect(self._write_anew)
        bench.document.path_changed.connect(self._render_title)
        bench.document.project_changed.connect(self._render_title)
        bench.document.modified_changed.connect(self.setWindowModified)
        bench.simulation.failed.connect(self._tell_failure)
        bench.simulation.published.connect(self._forget_failure)

    def open_workspace(self, name: str) -> None:
        """Turn to ``step``, ``gradients``, ``compare``, ``train`` or ``challenges``."""
        self.actions_.workspaces[name].trigger()

    def _ask_new(self) -> None:
        from gradsim.ui.new_project_dialog import NewProjectDialog

        dialog = NewProjectDialog(self)
        dialog.chosen.connect(self._create)
        dialog.open()

    def _ask_title(self) -> None:
        from gradsim.ui.title_dialog import TitleDialog

        TitleDialog(self.workbench.document, self).open()

    def _export_worksheet(self) -> None:
        from gradsim.ui.worksheet.dialog import WorksheetDialog

        self.workbench.stepper.pause()
        self.workbench.stepper.catch_up()
        WorksheetDialog(self.workbench, self).open()

    def _create(self, name: str) -> None:
        if name:
            self.files.open_preset(name)
        else:
            self.files.open_project(blank_project(cost_of_new_project(self.workbench.settings)))

    def _show_workspace(self, name: str, _checked: bool = False) -> None:
        self.workspaces.show_workspace(name, take_focus=not self.top_bar.walking_tabs)

    def _save(self) -> None:
        self.files.save()

    def _save_as(self) -> None:
        self.files.save_as()

    def _reset_layout(self) -> None:
        self.workbench.settings.forget_layout()
        self._take_designed_size()

    def _show_notation(self) -> None:
        from gradsim.ui.notation_dialog import NotationDialog

        shown = self.findChild(NotationDialog)
        if shown is None:
            shown = NotationDialog(self.workbench, self.workspaces.step.equations, self)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _write_anew(self) -> None:
        """Another notation: every widget writes its words and symbols again."""
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))

    def _show_check(self) -> None:
        from gradsim.ui.check_dialog import CheckDialog

        CheckDialog(self.checking, self).open()

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        template = QT_TRANSLATE_NOOP("Hint", "This project cannot be computed: {reason}")
        reason = Message("Problem", error.template, error.arguments)
        self.notice.show_problem(Message.of("Hint", template, reason=reason), _SIMULATION)

    def _forget_failure(self) -> None:
        self.notice.clear(_SIMULATION)

    def _forget_problem(self) -> None:
        self.notice.clear("problem")

    def _render_title(self) -> None:
        document = self.workbench.document
        name = words.project_title(document.project.title)
        if document.path is not None:
            told = name and name != document.path.stem
            name = f"{document.path.name} ({name})" if told else document.path.name
        title = self.tr("{project}[*] – GradSim")
        # Doubled, a [*] within the title is itself and not the mark of unsaved changes.
        name = name.replace("[*]", "[*][*]") or self.tr("Untitled")
        self.setWindowTitle(title.format(project=name))
        self.setWindowModified(document.modified)

    def _restore(self) -> None:
        geometry = self.workbench.settings.layout(_GEOMETRY)
        if geometry is None or not self.restoreGeometry(geometry):
            self._take_designed_size()

    def _take_designed_size(self) -> None:
        self.resize(size_within(self.screen().availableGeometry().size()))

    def finish_drawing(self) -> None:
        """Compute and draw at once what is otherwise shown when it is ready, for a picture."""
        self.workbench.stepper.finish()
        self.workbench.runs.finish()
        self.workspaces.finish_drawing()
        self.builder.finish_drawing()

    def close_for_good(self) -> None:
        """Close without asking about unsaved changes."""
        self._closing = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._render_title()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes first; then remember the layout and end the threads."""
        if not self._closing and self.files.unsaved():
            event.ignore()
            self.files.guard(self.close_for_good)
            return
        self.workbench.settings.set_layout(_GEOMETRY, self.saveGeometry())
        self.checking.shut_down()
        self.builder.shut_down()
        self.workspaces.shut_down()
        self.workbench.shut_down()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that may be projects."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            if is_table(path):
                self.importer.open(str(path))
            else:
                self.files.open_path(path)


def size_within(available: QSize) -> QSize:
    """The size to open in: the designed one where it and its frame fit into `available`."""
    return (
        QSize(*_DESIGNED_SIZE)
        .boundedTo(available - QSize(*_FRAME))
        .expandedTo(QSize(*_SMALLEST_SIZE))
    )
