"""Which plot, in which form: the export dialog with a preview of what will be written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.plots.export.subject import Subject
from gradsim.ui.plots.export.writing import FORMATS, ask_and_write, file_bytes
from gradsim.ui.plots.pictures import Picture
from gradsim.ui.theme import LIGHT, Theme
from gradsim.viewmodels.gradients.tables import in_english
from gradsim.viewmodels.settings import Settings

_SCALES = ("1", "2", "4")
_GROUNDS = ("screen", "light")
_PREVIEW = QSize(460, 250)
_MOST_ROWS = 200


class ExportDialog(QDialog):
    """Offers the plots that are on screen; `chosen` is the one to begin with.

    The form, the size and the ground are remembered where there are `settings`.
    """

    def __init__(
        self,
        subjects: Sequence[Subject],
        parent: QWidget | None = None,
        *,
        chosen: Subject | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._subjects = tuple(subjects)
        self._settings = settings
        self.plot_box, self.form_box = QComboBox(), QComboBox()
        self.scale_box, self.ground_box = QComboBox(), QComboBox()
        self._labels = [QLabel() for _ in range(4)]
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(_PREVIEW)
        self.numbers = QPlainTextEdit()
        self.numbers.setReadOnly(True)
        self.numbers.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.numbers.setTabChangesFocus(True)
        self.copy_button, self.save_button = QPushButton(), QPushButton()
        self._build()
        if chosen is not None and chosen in self._subjects:
            self.plot_box.setCurrentIndex(self._subjects.index(chosen))
        for box in (self.plot_box, self.form_box, self.scale_box, self.ground_box):
            box.currentIndexChanged.connect(self._choose)
        self._retranslate()
        self._choose()

    @property
    def subject(self) -> Subject:
        """The plot chosen."""
        return self._subjects[max(self.plot_box.currentIndex(), 0)]

    @property
    def form(self) -> str:
        """One of ``FORMATS``."""
        return str(self.form_box.currentData())

    @property
    def theme(self) -> Theme | None:
        """The light one where it is asked for; None for the one on screen."""
        return LIGHT if self.ground_box.currentData() == "light" else None

    @property
    def sharpness(self) -> float:
        """Pixels of the image for each of the screen's design."""
        return float(self.scale_box.currentData())

    def content(self) -> bytes:
        """The file as chosen."""
        return file_bytes(self.subject, self.form, theme=self.theme, sharpness=self.sharpness)

    def copy(self) -> None:
        """Put the picture, or the numbers, on the clipboard."""
        clipboard, table = QGuiApplication.clipboard(), self.subject.table
        if self.form != "csv":
            clipboard.setImage(Picture(self.subject, self.theme).image(self.sharpness))
        elif table is not None:
            clipboard.setText(in_english(table).clipboard_text())

    def save(self) -> None:
        """Ask where to, and write; the dialog stays for another form of the same plot."""
        name = f"{self.subject.file_stem}.{self.form}"
        kind = self.form_box.currentText()
        ask_and_write(self, self.windowTitle(), kind, name, self.content())

    def _build(self) -> None:
        for subject in self._subjects:
            self.plot_box.addItem(subject.widget.accessibleName())
        for box, values, key in (
            (self.form_box, FORMATS, "export_form"),
            (self.scale_box, _SCALES, "export_scale"),
            (self.ground_box, _GROUNDS, "export_ground"),
        ):
            for value in values:
                box.addItem("", value)
            box.setCurrentIndex(max(box.findData(self._remembered(key)), 0))
        if self._settings is None or not self._settings.text("export_scale"):
            self.scale_box.setCurrentIndex(_SCALES.index("2"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        boxes = (self.plot_box, self.form_box, self.scale_box, self.ground_box)
        for label, box in zip(self._labels, boxes, strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        self._preview = QStackedWidget()
        self._preview.addWidget(self.picture)
        self._preview.addWidget(self.numbers)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._preview, 1)
        layout.addWidget(buttons)

    def _remembered(self, key: str) -> str:
        return "" if self._settings is None else self._settings.text(key)

    def _choose(self) -> None:
        """Remember the choice, and show what it makes."""
        if self._settings is not None:
            self._settings.set_text("export_form", self.form)
            self._settings.set_text("export_scale", str(self.scale_box.currentData()))
            self._settings.set_text("export_ground", str(self.ground_box.currentData()))
        numbers = self.form == "csv"
        self.scale_box.setEnabled(self.form == "png")
        self.ground_box.setEnabled(not numbers)
        known = self.subject.table is not None
        self.save_button.setEnabled(known or not numbers)
        self.copy_button.setEnabled(known or not numbers)
        self._preview.setCurrentWidget(self.numbers if numbers else self.picture)
        self._show_preview()

    def _show_preview(self) -> None:
        table = self.subject.table
        if self.form == "csv":
            rows = [] if table is None else in_english(table).csv_text().splitlines()
            none = self.tr("This plot has no table of numbers.")
            self.numbers.setPlainText("\n".join(rows[:_MOST_ROWS]) if rows else none)
            return
        ratio = self.devicePixelRatioF()
        image = Picture(self.subject, self.theme).image(ratio)
        room = self.picture.size() * ratio
        scaled = QPixmap.fromImage(image).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        self.picture.setPixmap(scaled)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export plot"))
        names = (self.tr("Plot"), self.tr("Form"), self.tr("Size"), self.tr("Ground"))
        boxes = (self.plot_box, self.form_box, self.scale_box, self.ground_box)
        for label, box, name in zip(self._labels, boxes, names, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        forms = (
            self.tr("PNG picture"),
            self.tr("SVG picture"),
            self.tr("PDF picture"),
            self.tr("CSV table of the numbers"),
        )
        scales = (
            self.tr("as on screen"),
            self.tr("twice as sharp"),
            self.tr("four times as sharp"),
        )
        grounds = (self.tr("as on screen"), self.tr("light, for paper"))
        for box, texts in (
            (self.form_box, forms),
            (self.scale_box, scales),
            (self.ground_box, grounds),
        ):
            for index, text in enumerate(texts):
                box.setItemText(index, text)
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Put it on the clipboard"))
        self.save_button.setText(self.tr("Save…"))
        self.picture.setAccessibleName(self.tr("Preview of the picture"))
        self.numbers.setAccessibleName(self.tr("Preview of the numbers"))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """The preview fits the room that it has."""
        super().showEvent(event)
        self._show_preview()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The preview keeps fitting."""
        super().resizeEvent(event)
        if self.isVisible():
            self._show_preview()
