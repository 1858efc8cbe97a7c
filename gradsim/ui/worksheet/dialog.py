"""Asks how to export the walk that is open, exports it, and says what was written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.restyle import restyle
from gradsim.ui.starting_folder import starting_folder
from gradsim.ui.theme.tokens import LIGHT
from gradsim.ui.translation import LANGUAGES
from gradsim.ui.workbench import Workbench
from gradsim.ui.worksheet.pdf import pdf_of
from gradsim.ui.worksheet.speech import words_of
from gradsim.viewmodels import words
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.worksheet.content import Variant, subtitle
from gradsim.viewmodels.worksheet.exporting import Exporting, Format, Order, default_name

_WIDTH = 560
_FORMAT_SETTING = "worksheet_format"
_VARIANT_SETTING = "worksheet_variant"
_FOLDER_SETTING = "worksheet_folder"


class WorksheetDialog(QDialog):
    """Format, what a learner gets, language; then a file. It stays open for the next export."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self._bench = bench
        self._files: QFileDialog | None = None
        colors = {family: LIGHT.factor_text(family).name() for family in Family}
        self.exporting = Exporting(pdf_of, colors, words_of, self)
        self._build()
        self._connect()
        self._restore()
        self._retranslate()
        self.resize(_WIDTH, self.sizeHint().height())

    def _build(self) -> None:
        self._walk = QLabel()
        self._walk.setWordWrap(True)
        self.formats, self._format_group = self._radios(tuple(Format))
        self.variants, self._variant_group = self._radios(tuple(Variant))
        self._format_title, self._variant_title = QLabel(), QLabel()
        self._language_title = QLabel()
        self.language = QComboBox()
        for language, name in LANGUAGES.items():
            self.language.addItem(name, language)
        self._language_title.setBuddy(self.language)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = QPushButton()
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.cancel_button = QPushButton()
        self._buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.ActionRole)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._format_title, 0, 0)
        grid.addWidget(self._variant_title, 0, 1)
        for column, radios in enumerate((self.formats, self.variants)):
            for row, radio in enumerate(radios.values(), start=1):
                grid.addWidget(radio, row, column)
        grid.addWidget(self._language_title, 5, 0)
        grid.addWidget(self.language, 6, 0)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self._walk)
        layout.addLayout(grid)
        layout.addWidget(self.message)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _radios(self, values: tuple[str, ...]) -> tuple[dict[str, QRadioButton], QButtonGroup]:
        group = QButtonGroup(self)
        radios = {str(value): QRadioButton() for value in values}
        for radio in radios.values():
            group.addButton(radio)
        return radios, group

    def _connect(self) -> None:
        self._format_group.buttonToggled.connect(self._choose)
        self._variant_group.buttonToggled.connect(self._choose)
        self.language.currentIndexChanged.connect(self.exporting.forget)
        self.save_button.clicked.connect(self._ask_file)
        self.cancel_button.clicked.connect(self.exporting.cancel)
        self._buttons.rejected.connect(self.reject)
        self.exporting.changed.connect(self._render)
        self._bench.stepper.steps_changed.connect(self._render)

    def _restore(self) -> None:
        settings = self._bench.settings
        kept = (
            (self._format_group, self.formats, _FORMAT_SETTING),
            (self._variant_group, self.variants, _VARIANT_SETTING),
        )
        for group, radios, setting in kept:
            first = next(iter(radios))
            known = settings.text(setting, first)
            with QSignalBlocker(group):
                radios.get(known, radios[first]).setChecked(True)
        self.language.setCurrentIndex(self.language.findData(settings.language))

    @property
    def format(self) -> Format:
        """The chosen format."""
        return Format(_chosen(self.formats))

    @property
    def variant(self) -> Variant:
        """What a learner gets."""
        return Variant(_chosen(self.variants))

    @property
    def file_dialog(self) -> QFileDialog | None:
        """The file dialog, while it is open."""
        return self._files

    def _choose(self) -> None:
        self._bench.settings.set_text(_FORMAT_SETTING, _chosen(self.formats))
        self._bench.settings.set_text(_VARIANT_SETTING, _chosen(self.variants))
        self.exporting.forget()
        self._render()

    def _ask_file(self) -> None:
        form = self.format
        dialog = QFileDialog(self, self.tr("Export worksheet"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.suffix[1:])
        dialog.setNameFilters([f"*{form.suffix}", self.tr("All files (*)")])
        dialog.setDirectory(starting_folder(self._folders()))
        title = words.project_title(self._bench.document.project.title)
        dialog.selectFile(default_name(title, form))
        dialog.fileSelected.connect(self._export)
        dialog.finished.connect(self._forget_files)
        dialog.finished.connect(dialog.deleteLater)
        self._files = dialog
        dialog.open()

    def _folders(self) -> Iterator[Path]:
        """Where the last sheet went, and where the project lies."""
        known = self._bench.settings.text(_FOLDER_SETTING)
        if known:
            yield Path(known)
        path = self._bench.document.path
        if path is not None:
            yield path.parent

    def _forget_files(self) -> None:
        self._files = None

    def _export(self, name: str) -> None:
        stepper = self._bench.stepper
        result = stepper.result
        if result is None:
            return
        path = Path(name)
        self._bench.settings.set_text(_FOLDER_SETTING, str(path.parent.absolute()))
        order = Order(self.format, self.variant, self.language.currentData(), path)
        self.exporting.run(stepper.walk, result, order)

    def _render(self) -> None:
        exporting = self.exporting
        result, walk = self._bench.stepper.result, self._bench.stepper.walk
        running = exporting.running
        refusal = walk.refusal
        ready = result is not None and refusal is None and bool(walk.steps)
        self.save_button.setEnabled(ready and not running)
        self.cancel_button.setVisible(running)
        self.progress.setVisible(running)
        self.progress.setValue(round(1000 * exporting.fraction))
        for radio in (*self.formats.values(), *self.variants.values(), self.language):
            radio.setEnabled(not running)
        if self.format.is_script:
            for radio in self.variants.values():
                radio.setEnabled(False)
        if result is None:
            self._walk.setText(self.tr("The numbers are not there yet."))
        elif refusal is not None:
            self._walk.setText(words.text(refusal))
        else:
            self._walk.setText(" · ".join(subtitle(walk, result)))
        message = exporting.message
        self.message.setText("" if message is None else words.text(message))
        self.message.setVisible(message is not None)
        if self.message.property("problem") != exporting.failed:
            self.message.setProperty("problem", exporting.failed)
            restyle(self.message)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export worksheet"))
        self._format_title.setText(self.tr("Write it as"))
        self._variant_title.setText(self.tr("What a learner gets"))
        self._language_title.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language"))
        formats = {
            Format.HTML: self.tr("HTML page"),
            Format.PDF: self.tr("PDF, A4"),
            Format.NUMPY: self.tr("NumPy script"),
            Format.TORCH: self.tr("PyTorch script"),
        }
        variants = {
            Variant.FILLED: self.tr("Everything filled in"),
            Variant.BLANK: self.tr("Blank, with gaps to fill in"),
            Variant.ANSWERS_BEHIND: self.tr("Blank, the answers on pages behind it"),
            Variant.ANSWERS_APART: self.tr("Blank, the answers in a second file"),
        }
        for form, text in formats.items():
            self.formats[form].setText(text)
        for variant, text in variants.items():
            self.variants[variant].setText(text)
        self.progress.setAccessibleName(self.tr("Progress of the export"))
        self.save_button.setText(self.tr("Save as…"))
        self.cancel_button.setText(self.tr("Cancel the export"))
        self._render()

    def done(self, result: int) -> None:
        """Stop what runs, then close."""
        self.exporting.shut_down()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing by the frame ends the thread too."""
        self.exporting.shut_down()
        super().closeEvent(event)


def _chosen(radios: dict[str, QRadioButton]) -> str:
    return next(value for value, radio in radios.items() if radio.isChecked())
