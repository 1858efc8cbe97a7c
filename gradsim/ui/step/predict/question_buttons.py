"""The row below a question: what is asked of the number, hint, skip, close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gradsim.ui.key_names import key_name
from gradsim.ui.step.predict.form_menu import FormMenu
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.step.predict.session import HINTS, Predictions

_ICON = QSize(12, 12)


class QuestionButtons(QWidget):
    """Stands where the transport stands while nothing is asked."""

    def __init__(
        self, predictions: Predictions, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._predictions = predictions
        self._theme = theme
        self.form_button = QPushButton()
        self.form_menu = FormMenu(predictions, self.form_button)
        self.hint_button = QPushButton()
        self.skip_button = QPushButton()
        self.close_button = QPushButton()
        self._build()
        self.hint_button.clicked.connect(predictions.hint)
        self.skip_button.clicked.connect(predictions.give_up)
        self.close_button.clicked.connect(predictions.close)
        predictions.changed.connect(self.refresh)
        theme.changed.connect(self._redraw_icon)
        self._redraw_icon()
        self.refresh()

    def _build(self) -> None:
        self.form_button.setMenu(self.form_menu)
        self.form_button.setProperty("menu", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.hint_button)
        layout.addWidget(self.skip_button)
        layout.addStretch(1)
        layout.addWidget(self.form_button)
        layout.addWidget(self.close_button)
        for button in (self.form_button, self.hint_button, self.skip_button, self.close_button):
            button.setAutoDefault(False)
        self.close_button.setIconSize(_ICON)
        self.close_button.setProperty("iconOnly", True)
        self.close_button.setFixedWidth(30)

    def add_keys(self, *parts: QWidget) -> None:
        """Ctrl+H, Ctrl+Enter and Escape act wherever in `parts` the focus is."""
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        meant = (
            ("Ctrl+H", self._predictions.hint),
            ("Ctrl+Return", self._predictions.give_up),
            ("Ctrl+Enter", self._predictions.give_up),
            ("Esc", self._predictions.close),
        )
        for part in parts:
            for key, act in meant:
                QShortcut(QKeySequence(key), part, context=within).activated.connect(act)

    def refresh(self) -> None:
        """Say what each button does now."""
        predictions = self._predictions
        shown, over = predictions.hints, predictions.over
        self.hint_button.setDisabled(shown >= HINTS or over)
        self.skip_button.setDisabled(over)
        self._retranslate()

    def _redraw_icon(self) -> None:
        self.close_button.setIcon(self._theme.icons.icon("close"))

    def _retranslate(self) -> None:
        predictions = self._predictions
        shown = min(predictions.hints + 1, HINTS)
        hint = self.tr("Hint {number} of {count}").format(number=shown, count=HINTS)
        self.hint_button.setText(self.tr("Hint"))
        self.hint_button.setAccessibleName(hint)
        self.hint_button.setToolTip(f"{hint} ({key_name('Ctrl+H')})")
        skip = self.tr("Show") if predictions.tried else self.tr("Skip")
        self.skip_button.setText(skip)
        self.skip_button.setAccessibleName(skip)
        self.skip_button.setToolTip(f"{skip} ({key_name('Ctrl+Enter')})")
        close = self.tr("Put the question away")
        self.close_button.setAccessibleName(close)
        self.close_button.setToolTip(self.tr("{action} (Esc)").format(action=close))
        self.form_button.setText(self.form_menu.label(predictions.form))
        self.form_button.setAccessibleName(
            self.tr("Asked is: {form}").format(form=self.form_menu.label(predictions.form))
        )
        self.form_button.setToolTip(words.text(predictions.score))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
