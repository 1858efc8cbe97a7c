"""The verdict in words with its numbers, and the buttons that apply what would help."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from gradsim.engine.problems import Problem
from gradsim.ui.gradients.flow import FlowLayout
from gradsim.ui.restyle import restyle
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.gradients.diagnosis import Action, apply_remedy
from gradsim.viewmodels.gradients.view import GradientsView
from gradsim.viewmodels.gradients.wording import layers_text

_MOST_ACTIONS = 3


class VerdictBox(QFrame):
    """Tinted by how alarming the verdict is; words carry the meaning, the tint only helps."""

    def __init__(self, view: GradientsView, document: Document, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self._document = document
        self._actions: tuple[Action, ...] = ()
        self._headline = QLabel()
        self._headline.setProperty("heading", True)
        self._scope = QLabel()
        self._scope.setProperty("muted", True)
        self.rules_button = QToolButton()
        self.rules_button.setText("?")
        self.rules_button.setProperty("flat", True)
        self.rules_button.clicked.connect(self._show_rules)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._refusal = QLabel()
        self._refusal.setWordWrap(True)
        self._refusal.setProperty("problem", True)
        self._refusal.hide()
        self.buttons: list[QPushButton] = []
        self._build()
        view.changed.connect(self.refresh)
        self._retranslate()

    def refresh(self) -> None:
        """Show the verdict on the newest numbers."""
        problem, diagnosis = self._view.problem, self._view.diagnosis()
        scope = self._view.scope()
        self._scope.setText("" if scope is None else words.text(scope))
        self._refusal.hide()
        if problem:
            self._show(self.tr("No numbers"), problem, "danger", ())
        elif diagnosis is None:
            self._show(self.tr("Computing…"), "", "ok", ())
        else:
            self._show(diagnosis.headline, diagnosis.text, diagnosis.tone, diagnosis.actions)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._headline)
        top.addWidget(self._scope, 1)
        top.addWidget(self.rules_button)
        button_row = FlowLayout(across=8, down=6, fill=True)
        for index in range(_MOST_ACTIONS):
            button = QPushButton()
            button.clicked.connect(partial(self._apply, index))
            button.hide()
            self.buttons.append(button)
            button_row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 10)
        layout.setSpacing(6)
        # Buttons above the text: however long that is, they stay where they were clicked.
        layout.addLayout(top)
        layout.addLayout(button_row)
        layout.addWidget(self._text)
        layout.addWidget(self._refusal)

    def _show(self, headline: str, text: str, tone: str, actions: tuple[Action, ...]) -> None:
        self._headline.setText(headline)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._actions = actions[:_MOST_ACTIONS]
        for index, button in enumerate(self.buttons):
            button.setVisible(index < len(self._actions))
            if index < len(self._actions):
                label = words.text(self._actions[index].label)
                # Names in brackets would not leave room for a second button.
                button.setText(re.sub(r" ?\([^)]*\)", "", label))
                button.setAccessibleName(label)
                button.setToolTip(self._layers_tip(self._actions[index]))
        self.setAccessibleName(headline)
        self.setAccessibleDescription(text)
        if self.property("box") != tone:
            self.setProperty("box", tone)
            restyle(self, self._headline)

    def _layers_tip(self, action: Action) -> str:
        layers = action.remedy.layers
        one = self.tr("In layer {layers}; Undo takes it back")
        several = self.tr("In layers {layers}; Undo takes it back")
        return (several if len(layers) > 1 else one).format(layers=layers_text(layers))

    def _apply(self, index: int, _checked: bool = False) -> None:
        try:
            apply_remedy(self._document, self._actions[index])
        except Problem as problem:
            self._refusal.setText(words.problem_text(problem))
            self._refusal.show()

    def _show_rules(self) -> None:
        from gradsim.ui.help.dialog import HelpDialog

        dialog = HelpDialog(self._theme, self.window())
        dialog.open_page("verdict")
        dialog.show()

    def _retranslate(self) -> None:
        self.rules_button.setToolTip(self.tr("How the verdict is reached"))
        self.rules_button.setAccessibleName(self.tr("Rules of the verdict"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
