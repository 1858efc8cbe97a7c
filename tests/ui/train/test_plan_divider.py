"""The divider beside the plan: it leaves every field in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gradsim.ui.main_window import MainWindow
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.train.workspace import TrainWorkspace


def test_the_plan_keeps_its_fields_when_its_divider_is_held_to_the_left(
    train: TrainWorkspace, window: MainWindow, qtbot: QtBot, either_language: str
) -> None:
    del either_language
    window.resize(1440, 900)
    QApplication.processEvents()
    splitter = train.plan_panel.parentWidget()
    assert isinstance(splitter, RememberedSplitter)
    for _ in range(25):
        qtbot.keyClick(splitter.handle(1), Qt.Key.Key_Left)
    assert train.plan_panel.width() < 240, "it gives way as far as it can"
    form = train.form
    for row in [*(each.row for each in form.choices.values()), *form.numbers.values()]:
        if row.isVisible():
            right = row.control.mapTo(train.plan_panel, row.control.rect().topRight())
            assert right.x() <= train.plan_panel.contentsRect().right() - 12, row.name
