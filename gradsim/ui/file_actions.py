"""New, open, save and the question before unsaved changes are lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gradsim.engine.problems import Problem
from gradsim.project.model import Project
from gradsim.project.presets import PREFIX, preset
from gradsim.ui.file_refusals import could_not_open, could_not_save
from gradsim.ui.on_disk import OnDisk
from gradsim.ui.starting_folder import starting_folder
from gradsim.ui.typed_text import take_typed
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.file_names import file_name
from gradsim.viewmodels.recent_files import RecentFiles
from gradsim.viewmodels.settings import Settings

Then = Callable[[], None]


class FileActions(QObject):
    """Carries out the file commands on the document; what fails leaves it as it was."""

    failed = Signal(object)
    """A Message that says what could not be done, and why."""
    succeeded = Signal()

    def __init__(
        self, document: Document, recent: RecentFiles, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document = document
        self._recent = recent
        self._settings = settings
        self._window = window
        self._on_disk = OnDisk()
        self._question: QMessageBox | None = None
        self._dialog: QFileDialog | None = None
        document.path_changed.connect(self._remember_last)

    @property
    def question(self) -> QMessageBox | None:
        """The question about unsaved changes, or a file that others changed, while it is open."""
        return self._question

    @property
    def dialog(self) -> QFileDialog | None:
        """The file dialog, while it is open."""
        return self._dialog

    def adopt(self, path: Path) -> None:
        """Note that the open project came from the file `path`."""
        self._on_disk.remember(path)
        self._document.mark_saved(path)
        self._recent.add(path)
        self._settings.set_last_project(str(path.absolute()))

    def open_preset(self, name: str) -> None:
        """Open a built-in project."""
        self.guard(lambda: self._load(preset(name), None, f"{PREFIX}{name}"))

    def open_project(self, project: Project) -> None:
        """Open a new project that stands in no file."""
        self.guard(lambda: self._load(project, None, ""))

    def open_path(self, path: Path) -> None:
        """Open a project file; only one that can be read asks about unsaved changes."""
        project = self._read(path)
        if project is None:
            return
        if self._document.modified:
            # Saving may have changed that very file by then.
            self.guard(lambda: self._open_selected(str(path)))
        else:
            self._open_read(project, path)

    def open(self) -> None:
        """Ask which file to open."""
        self.guard(self._ask_open)

    def save(self, then: Then | None = None) -> None:
        """Save to the file that the project came from; ask where there is none, and where another
        program changed it since."""
        take_typed(self._window)
        path = self._document.path
        if path is None:
            self.save_as(then)
        elif self._on_disk.differs(path):
            self._ask_about_others(path, then)
        elif self._write(path) and then is not None:
            then()

    def save_as(self, then: Then | None = None) -> None:
        """Ask for a file and save there."""
        dialog = self._saving_dialog()
        dialog.fileSelected.connect(partial(self._save_to, then))
        dialog.open()

    def save_copy(self) -> None:
        """Ask for a file and write the project there; the open one stays where it is saved."""
        dialog = self._saving_dialog()
        dialog.fileSelected.connect(self._copy_to)
        dialog.open()

    def unsaved(self) -> bool:
        """Whether what is open, with what is being typed, would be lost; of a file that is gone,
        it is the only copy."""
        take_typed(self._window)
        path = self._document.path
        return self._document.modified or (path is not None and not path.exists())

    def _saving_dialog(self) -> QFileDialog:
        take_typed(self._window)
        from gradsim.project.file import SUFFIX

        dialog = self._file_dialog(self.tr("Save project"), QFileDialog.AcceptMode.AcceptSave)
        title = words.project_title(self._document.project.title) or self.tr("Untitled")
        name = self._document.path or file_name(title, SUFFIX, "project")
        dialog.selectFile(str(name))
        return dialog

    def guard(self, then: Then) -> None:
        """Do `then`, after asking what to do with unsaved changes if there are any."""
        if not self.unsaved():
            then()
            return
        if self._question is not None:
            self._question.raise_()
            return
        if self._document.modified:
            asked = self.tr("Save the changes to “{project}”?")
            reason = self.tr("Without saving they are lost.")
        else:
            asked = self.tr("“{project}” is gone from its folder. Save it again?")
            reason = self.tr("Without saving it is lost.")
        box = self._box(asked.format(project=self._name()), reason)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.setEscapeButton(buttons.Cancel)
        box.finished.connect(partial(self._answer, then))
        box.open()

    def _answer(self, then: Then, result: int) -> None:
        self._question = None
        if result == QMessageBox.StandardButton.Save:
            self.save(then)
        elif result == QMessageBox.StandardButton.Discard:
            then()

    def _ask_about_others(self, path: Path, then: Then | None) -> None:
        """Another program changed the file: ask whether to save over that."""
        if self._question is not None:
            self._question.raise_()
            return
        asked = self.tr("“{file}” was changed by another program since it was opened.")
        reason = self.tr("Saving would replace what stands in it now.")
        box = self._box(asked.format(file=path.name), reason)
        roles = QMessageBox.ButtonRole
        replace = box.addButton(self.tr("Replace it"), roles.DestructiveRole)
        elsewhere = box.addButton(self.tr("Save as…"), roles.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(elsewhere)
        box.setEscapeButton(cancel)

        def answer() -> None:
            self._question = None
            if box.clickedButton() is elsewhere:
                self.save_as(then)
            elif box.clickedButton() is replace and self._write(path) and then is not None:
                then()

        box.finished.connect(answer)
        box.open()

    def _box(self, asked: str, reason: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setOption(QMessageBox.Option.DontUseNativeDialog)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("GradSim")
        box.setText(asked)
        box.setInformativeText(reason)
        self._question = box
        return box

    def _name(self) -> str:
        """What the open project is called: its file, else its title."""
        document = self._document
        if document.path is not None:
            return document.path.name
        return words.project_title(document.project.title) or self.tr("Untitled")

    def _ask_open(self) -> None:
        dialog = self._file_dialog(self.tr("Open project"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_selected)
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        from gradsim.project.file import SUFFIX

        dialog = QFileDialog(self._window, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.setNameFilters([self.tr("GradSim projects (*.gradsim)"), self.tr("All files (*)")])
        near = (self._document.path or next(iter(self._recent.paths), None),)
        dialog.setDirectory(starting_folder(path.parent for path in near if path is not None))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        return dialog

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _open_selected(self, name: str) -> None:
        path = Path(name)
        project = self._read(path)
        if project is not None:
            self._open_read(project, path)

    def _save_to(self, then: Then | None, name: str) -> None:
        if self._write(Path(name)) and then is not None:
            then()

    def _copy_to(self, name: str) -> None:
        if self._written(Path(name)):
            self.succeeded.emit()

    def _read(self, path: Path) -> Project | None:
        """The project in the file; None, and the reason told, where there is none."""
        from gradsim.project.file import read_project

        try:
            return read_project(path)
        except Problem as problem:
            if not path.exists():
                self._recent.remove(path)
            self.failed.emit(could_not_open(path.name, problem))
            return None

    def _open_read(self, project: Project, path: Path) -> None:
        self._recent.add(path)
        self._load(project, path, str(path.absolute()))

    def _write(self, path: Path) -> bool:
        """Write the open project, which then stands there."""
        written = self._written(path)
        if written:
            self.adopt(path)
            self.succeeded.emit()
        return written

    def _written(self, path: Path) -> bool:
        from gradsim.project.file import BRIEFLY, write_project

        try:
            write_project(self._document.open_project, path, patience=BRIEFLY)
        except Problem as problem:
            self.failed.emit(could_not_save(path.name, problem))
            return False
        return True

    def _load(self, project: Project, path: Path | None, name: str) -> None:
        if path is not None:
            self._on_disk.remember(path)
        self._document.load(project, path)
        self._settings.set_last_project(name)
        self.succeeded.emit()

    def _remember_last(self) -> None:
        """Undo may give back another file: the next start opens that one."""
        path = self._document.path
        if path is not None:
            self._settings.set_last_project(str(path.absolute()))
