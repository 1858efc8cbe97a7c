"""The line in which an answer is written, with the buttons that check it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from gradsim.ui.restyle import restyle
from gradsim.ui.step.predict.keypad import Keypad
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.predict.tokens import LONGEST
from gradsim.viewmodels.step.predict.topics import Form

_KEYPAD_SETTING = "predict_keypad"
_SIGNS = ("−", "0", "+")


class AnswerRow(QWidget):
    """Field, keypad and Check; for a sign three buttons besides."""

    given = Signal(str)
    """An answer to be checked."""
    keypad_toggled = Signal()

    def __init__(
        self, settings: Settings, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self._form = Form.VALUE
        self._over = False
        self.field = QLineEdit()
        self.keypad_button = QToolButton()
        self.check_button = QPushButton()
        self.sign_buttons = tuple(QPushButton(sign) for sign in _SIGNS)
        self.keypad = Keypad()
        self._build()
        self.field.returnPressed.connect(self._give)
        self.check_button.clicked.connect(self._give)
        self.keypad_button.toggled.connect(self._show_keypad)
        self.keypad.pressed.connect(self._press)
        theme.changed.connect(self._redraw_icon)
        self.keypad_button.setChecked(settings.flag(_KEYPAD_SETTING))
        self.show_form(Form.VALUE, over=False)
        self._redraw_icon()
        self.setFocusProxy(self.field)

    def _build(self) -> None:
        # Longer texts are told to be too long instead of being cut off in silence.
        self.field.setMaxLength(2 * LONGEST)
        self.keypad_button.setCheckable(True)
        self.keypad_button.setProperty("iconOnly", True)
        self.keypad_button.setIconSize(QSize(13, 13))
        self.keypad_button.setFixedWidth(30)
        self.check_button.setProperty("primary", True)
        self.check_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for button in self.sign_buttons:
            button.setFixedWidth(34)
            button.setAutoDefault(False)
            button.clicked.connect(self._give_sign)
            row.addWidget(button)
        row.addWidget(self.keypad_button)
        row.addWidget(self.check_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.keypad)

    def show_form(self, form: Form, *, over: bool) -> None:
        """What kind of answer is wanted; `over` where the next question may come."""
        self._form, self._over = form, over
        signs = form is Form.SIGN
        for button in self.sign_buttons:
            button.setVisible(signs and not over)
        self.keypad_button.setVisible(not signs and not over)
        self.keypad.setVisible(self.keypad_button.isChecked() and not signs and not over)
        self.field.setReadOnly(over)
        self._retranslate()

    def show_refused(self, refused: bool, place: int | None) -> None:
        """Mark the field, and put the cursor where it cannot be read."""
        if bool(self.field.property("invalid")) != refused:
            self.field.setProperty("invalid", refused)
            restyle(self.field)
        if refused and place is not None:
            self.field.setCursorPosition(min(place, len(self.field.text())))

    def write(self, text: str) -> None:
        """Write at the cursor, as if typed."""
        if not self._over:
            self.field.insert(text)
            self.field.setFocus()

    def _press(self, key: str) -> None:
        if key == "⌫":
            self.field.backspace()
            self.field.setFocus()
        else:
            self.write(key)

    def _give(self) -> None:
        self.given.emit(self.field.text())

    def _give_sign(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.field.setText(button.text())
        self._give()

    def _show_keypad(self, on: bool) -> None:
        self._settings.set_flag(_KEYPAD_SETTING, on)
        self.keypad.setVisible(on)
        self.keypad_toggled.emit()

    def _redraw_icon(self) -> None:
        self.keypad_button.setIcon(self._theme.icons.icon("keypad"))

    def _retranslate(self) -> None:
        placeholder = {
            Form.VALUE: self.tr("number or expression"),
            Form.SIGN: self.tr("+, − or 0"),
            Form.MAGNITUDE: self.tr("n of 10ⁿ, as −3"),
        }[self._form]
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(self.tr("Answer"))
        self.field.setAccessibleDescription(placeholder)
        check = self.tr("Next question") if self._over else self.tr("Check")
        self.check_button.setText(check)
        self.check_button.setAccessibleName(check)
        self.check_button.setToolTip(self.tr("{action} (Enter)").format(action=check))
        keypad = self.tr("Keypad")
        self.keypad_button.setAccessibleName(keypad)
        self.keypad_button.setToolTip(keypad)
        names = (self.tr("negative"), self.tr("zero"), self.tr("positive"))
        for button, name in zip(self.sign_buttons, names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
