"""What a person does with the builder's and the plan's controls, by mouse and key."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from gradsim.ui.builder.fields import NumberField
from gradsim.ui.challenges.strip import ChallengeStrip
from gradsim.ui.challenges.workspace import ChallengesWorkspace
from gradsim.ui.main_window import MainWindow
from gradsim.ui.train.workspace import TrainWorkspace

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Works on the challenges of one window with its controls alone."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.form = window.builder.inspector
        window.open_workspace("challenges")

    @property
    def workspace(self) -> ChallengesWorkspace:
        made = self.window.workspaces.challenges
        assert made is not None
        return made

    @property
    def strip(self) -> ChallengeStrip:
        made = self.window.challenge.strip
        assert made is not None
        return made

    @property
    def train(self) -> TrainWorkspace:
        made = self.window.workspaces.train
        assert made is not None
        return made

    def begin(self, name: str) -> None:
        """Click the challenge in the list, then Start."""
        challenges = self.workspace.list
        row = list(self.workspace.session.challenges).index(name)
        place = challenges.visualItemRect(challenges.item(row)).center()
        self.qtbot.mouseClick(challenges.viewport(), LEFT, pos=place)
        self.qtbot.mouseClick(self.workspace.detail.start_button, LEFT)
        self.measure()

    def measure(self) -> None:
        """Wait until what is open is measured and graded."""
        simulation = self.window.workbench.simulation
        self.qtbot.waitUntil(lambda: simulation.current, timeout=20_000)
        self.workspace.session.finish()

    def click_layer(self, row: int) -> None:
        cards = self.window.builder.layers
        index = cards.model().index(row, 0)
        cards.scrollTo(index)
        self.qtbot.mouseClick(cards.viewport(), LEFT, pos=cards.visualRect(index).center())

    def pick(self, field: QComboBox, name: str) -> None:
        """Choose an entry by the arrow keys."""
        field.setFocus()
        wanted = field.findData(name)
        while field.currentIndex() != wanted:
            key = KEY.Key_Down if field.currentIndex() < wanted else KEY.Key_Up
            self.qtbot.keyClick(field, key)

    def enter(self, field: NumberField, text: str) -> None:
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, KEY.Key_Return)

    def apply_to_hidden(self) -> None:
        self.qtbot.mouseClick(self.form.apply, LEFT)

    def type_weight(self, row: int, column: int, text: str) -> None:
        """Type one number into the window of exact weights of the selected layer."""
        self.form.exact.click()
        exact = self.window.builder.parameters
        assert exact is not None
        index = exact.weights.model().index(row, column)
        exact.weights.setFocus()
        exact.weights.setCurrentIndex(index)
        exact.weights.edit(index)
        # The editor of the number before may not be gone yet.
        editor = exact.weights.findChildren(QLineEdit)[-1]
        editor.selectAll()
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, KEY.Key_Return)
        QCoreApplication.processEvents()
        exact.close()

    def run(self) -> None:
        """Take the steps that the part asks for, by the button of the strip."""
        self.qtbot.mouseClick(self.strip.train_button, LEFT)
        self.train.session.finish()
