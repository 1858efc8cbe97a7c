"""The page with the walk as text: a caption of the present step, and a line for each one so far."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from gradsim.engine.problems import Problem
from gradsim.ui.key_names import key_name
from gradsim.ui.panel import Panel
from gradsim.ui.starting_folder import starting_folder
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.viewmodels import words
from gradsim.viewmodels.step.transcript.narration import Form, caption
from gradsim.viewmodels.step.transcript.transcript import Transcript

_SETTING = "transcript_form"
_ROOM_FOR_CAPTION = 240


class TranscriptText(QPlainTextEdit):
    """Lines to read and to select; the last one is that of the present step."""

    copy_all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(by_mouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show `lines`; those that stand there already are left alone."""
        before, self._lines = self._lines, lines
        if before and lines[: len(before)] == before:
            for line in lines[len(before) :]:
                self.appendPlainText(line)
        elif lines and before[: len(lines)] == lines:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            first_gone = self.document().findBlockByNumber(len(lines))
            cursor.setPosition(first_gone.position() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            self.setPlainText("\n".join(lines))

    def mark_last(self, ground: QColor) -> None:
        """Lay `ground` under the line of the present step and scroll to it."""
        here = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document().lastBlock())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        here.cursor = cursor
        look = here.format
        look.setBackground(ground)
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        here.format = look
        self.setExtraSelections([here])
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy without a selection takes everything."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_all_wanted.emit()
        else:
            super().keyPressEvent(event)


class TranscriptPage(StudyPage):
    """Caption, lines, and below them: in words or symbols, copy, save."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._stepper = tools.workbench.stepper
        self._settings = tools.workbench.settings
        self._transcript = Transcript()
        self._language = ""
        self.caption = QLabel()
        self.text = TranscriptText()
        self.words_button = QPushButton()
        self.copy_button = QPushButton()
        self.save_button = QPushButton()
        self.answer = QLabel()
        self._build()
        remembered = self._settings.text(_SETTING)
        spoken = QAccessible.isActive() if not remembered else remembered == Form.WORDS
        self.words_button.setChecked(spoken)
        self.words_button.toggled.connect(self._choose_form)
        self.copy_button.clicked.connect(self.copy_all)
        self.save_button.clicked.connect(self._ask_where)
        self.text.copy_all_wanted.connect(self.copy_all)

    def _build(self) -> None:
        panel = Panel()
        panel.body.setSpacing(6)
        self.caption.setWordWrap(True)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setProperty("muted", True)
        self.words_button.setCheckable(True)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.words_button, self.copy_button, self.save_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self.answer, 1)
        panel.body.addWidget(self.caption)
        panel.body.addWidget(self.text, 1)
        panel.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)

    @property
    def form(self) -> Form:
        """How the lines are written."""
        return Form.WORDS if self.words_button.isChecked() else Form.SYMBOLS

    @property
    def whole(self) -> str:
        """Every line up to the present step."""
        stepper = self._stepper
        if stepper.result is None:
            return ""
        lines = self._transcript.lines(stepper.walk, stepper.result, stepper.position, self.form)
        return "\n".join(lines)

    def refresh(self) -> None:
        """Bring caption and lines to the present step, in the present language."""
        if self._settings.language != self._language:
            self._language = self._settings.language
            self._transcript.forget()
        self._retranslate()
        stepper = self._stepper
        lines: tuple[str, ...] = ()
        told = ""
        if stepper.result is not None:
            given = stepper.walk, stepper.result, stepper.position
            lines = self._transcript.shown(*given, self.form)
            told = caption(*given)
        self.caption.setText(told)
        self.text.show_lines(lines)
        self.text.mark_last(self.tools.workbench.theme.theme.selection)
        self.answer.clear()

    def copy_all(self) -> None:
        """Put every line on the clipboard."""
        QGuiApplication.clipboard().setText(self.whole)
        self.answer.setText(self.tr("Copied."))

    def save(self, path: Path) -> None:
        """Write every line to a UTF-8 text file."""
        from gradsim.project.file import BRIEFLY, write_bytes

        try:
            write_bytes(f"{self.whole}\n".encode(), path, patience=BRIEFLY)
        except Problem as problem:
            reason = words.problem_text(problem)
            told = self.tr("Could not save: {reason}").format(reason=reason)
        else:
            told = self.tr("Saved: {file}").format(file=path.name)
        self.answer.setText(told)
        self.answer.setToolTip(told)

    def _choose_form(self) -> None:
        self._settings.set_text(_SETTING, self.form)
        self.refresh()

    def _ask_where(self) -> None:
        kind = self.tr("Text (*.txt)")
        dialog = QFileDialog(self, self.tr("Save the transcript"), starting_folder(), kind)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self.tr("walk") + ".txt")
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, name: str) -> None:
        self.save(Path(name))

    def _retranslate(self) -> None:
        self.caption.setAccessibleName(self.tr("Caption"))
        self.text.setAccessibleName(self.tr("Transcript of the walk"))
        for button, label, tip in (
            (
                self.words_button,
                self.tr("In words"),
                self.tr("Write quantities and numbers in words, to be read aloud"),
            ),
            (
                self.copy_button,
                self.tr("Copy"),
                self.tr("Copy every line ({key} in the text)").format(key=key_name("Ctrl+C")),
            ),
            (self.save_button, self.tr("Save…"), self.tr("Save every line as text")),
        ):
            button.setText(label)
            button.setAccessibleName(tip)
            button.setToolTip(tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low page leaves the room to the lines, whose last one says the same."""
        super().resizeEvent(event)
        self.caption.setVisible(event.size().height() >= _ROOM_FOR_CAPTION)
