"""Claims about the layer cards, by mouse and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from gradsim.project.edits.layers import set_gain
from gradsim.ui.builder.layer_list import LayerList
from gradsim.ui.builder.panel import BuilderPanel
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.messages import Message
from tests.ui.builder.conftest import OpenPanel

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def cards(panel: BuilderPanel) -> LayerList:
    panel.layers.setFocus()
    return panel.layers


def centre(cards: LayerList, row: int) -> QPoint:
    return cards.visualRect(cards.model().index(row, 0)).center()


def click(qtbot: QtBot, cards: LayerList, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mouseClick(cards.viewport(), LEFT, keys, centre(cards, row))


def ids(workbench: Workbench) -> tuple[int, ...]:
    return workbench.document.project.layer_ids


def test_a_click_selects_a_layer_everywhere(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    click(qtbot, cards, 2)
    assert workbench.selection.layer_ids == (ids(workbench)[2],)


def test_control_and_shift_clicks_select_several(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    click(qtbot, cards, 0)
    click(qtbot, cards, 2, SHIFT)
    assert workbench.selection.layer_ids == ids(workbench)[:3]
    click(qtbot, cards, 1, CONTROL)
    assert workbench.selection.layer_ids == (ids(workbench)[0], ids(workbench)[2])


def test_a_layer_selected_elsewhere_is_selected_in_the_list(
    cards: LayerList, workbench: Workbench
) -> None:
    workbench.selection.select([ids(workbench)[3]])
    assert [index.row() for index in cards.selectionModel().selectedRows()] == [3]
    assert cards.currentIndex().row() == 3


def test_arrows_walk_through_the_layers(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    click(qtbot, cards, 0)
    qtbot.keyClick(cards, KEY.Key_Down)
    assert workbench.selection.layer_ids == (ids(workbench)[1],)


def test_keys_duplicate_move_and_delete(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    before = ids(workbench)
    click(qtbot, cards, 1)
    qtbot.keyClick(cards, KEY.Key_Up, ALT)
    assert ids(workbench) == (before[1], before[0], *before[2:])
    assert workbench.selection.layer_ids == (before[1],)
    qtbot.keyClick(cards, KEY.Key_Down, ALT)
    assert ids(workbench) == before
    qtbot.keyClick(cards, KEY.Key_D, CONTROL)
    assert len(ids(workbench)) == 6
    qtbot.keyClick(cards, KEY.Key_Delete)
    assert ids(workbench) == before


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_deleting_leaves_the_neighbour_selected_in_list_and_workbench(
    qtbot: QtBot, cards: LayerList, workbench: Workbench, key: Qt.Key
) -> None:
    before = ids(workbench)
    click(qtbot, cards, 2)
    qtbot.keyClick(cards, key)
    assert workbench.selection.layer_ids == (before[3],)
    assert [index.row() for index in cards.selectionModel().selectedRows()] == [2]


def test_undo_brings_layers_and_cards_back(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    before = ids(workbench)
    click(qtbot, cards, 0)
    click(qtbot, cards, 1, SHIFT)
    qtbot.keyClick(cards, KEY.Key_Delete)
    assert cards.model().rowCount() == 3
    workbench.document.undo_stack.undo()
    assert ids(workbench) == before
    assert cards.model().rowCount() == 5


def test_a_dragged_card_is_dropped_between_two_others(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    before = ids(workbench)
    click(qtbot, cards, 3)
    data = cards.model().mimeData([cards.currentIndex()])
    model = cards.model()
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, cards.rootIndex())
    assert ids(workbench) == (before[0], before[3], before[1], before[2], before[4])
    assert [index.row() for index in cards.selectionModel().selectedRows()] == [1]
    assert workbench.document.undo_stack.count() == 1


def test_the_menu_handle_opens_the_menu_for_its_own_card(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    click(qtbot, cards, 0)
    row = cards.visualRect(cards.model().index(3, 0))
    qtbot.mouseClick(cards.viewport(), LEFT, NONE, QPoint(row.right() - 12, row.center().y()))
    assert cards.menu.isVisible()
    assert workbench.selection.layer_ids == (ids(workbench)[3],)
    cards.menu.close()


def test_the_menu_handle_of_a_selected_card_keeps_the_selection(
    qtbot: QtBot, cards: LayerList, workbench: Workbench
) -> None:
    click(qtbot, cards, 0)
    click(qtbot, cards, 2, SHIFT)
    row = cards.visualRect(cards.model().index(1, 0))
    qtbot.mouseClick(cards.viewport(), LEFT, NONE, QPoint(row.right() - 12, row.center().y()))
    assert workbench.selection.layer_ids == ids(workbench)[:3]
    cards.menu.close()


def test_the_menu_opens_by_key(qtbot: QtBot, cards: LayerList) -> None:
    click(qtbot, cards, 1)
    qtbot.keyClick(cards, KEY.Key_Return)
    assert cards.menu.isVisible()
    cards.menu.close()
    reason = QContextMenuEvent.Reason.Keyboard
    cards.contextMenuEvent(QContextMenuEvent(reason, QPoint(), cards.mapToGlobal(QPoint())))
    assert cards.menu.isVisible()
    cards.menu.close()


def test_the_menu_does_what_it_says(cards: LayerList, workbench: Workbench) -> None:
    by_text = {action.text(): action for action in cards.menu.actions() if action.text()}
    workbench.selection.select([ids(workbench)[1]])
    second = ids(workbench)[1]
    by_text["Insert before"].trigger()
    assert ids(workbench).index(second) == 2
    workbench.selection.select([second])
    by_text["Insert after"].trigger()
    assert len(ids(workbench)) == 7
    cards.menu.aboutToShow.emit()
    assert not by_text["Redraw typed numbers"].isEnabled()


def test_deleting_everything_is_refused_below_the_list(
    qtbot: QtBot, panel: BuilderPanel, workbench: Workbench
) -> None:
    panel.layers.setFocus()
    panel.layers.selectAll()
    assert len(workbench.selection.layer_ids) == 5
    qtbot.keyClick(panel.layers, KEY.Key_Delete)
    assert len(ids(workbench)) == 5
    assert "at least one layer" in panel.layers_problem.text()
    assert panel.layers_problem.isVisible()


def test_cards_are_named_for_screen_readers(cards: LayerList) -> None:
    assert cards.accessibleName() == "Layers"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert cards.model().index(0, 0).data(role).startswith("Layer 1: 3 × Sigmoid")


def test_hovering_the_handle_marks_it_and_leaving_unmarks_it(
    qtbot: QtBot, cards: LayerList
) -> None:
    row = cards.visualRect(cards.model().index(1, 0))
    qtbot.mouseMove(cards.viewport(), QPoint(row.right() - 12, row.center().y()))
    assert cards.itemDelegate().menu_row == 1
    cards.leaveEvent(QEvent(QEvent.Type.Leave))
    assert cards.itemDelegate().menu_row == -1


def test_the_text_of_the_tenth_card_stands_below_that_of_the_ninth(open_panel: OpenPanel) -> None:
    panel = open_panel("ten_sigmoid_layers")
    cards = panel.layers
    cards.resize(300, cards.content_height())
    delegate = cards.itemDelegate()
    strong = cards.font()
    strong.setWeight(QFont.Weight.DemiBold)
    beside = 8 + delegate.number_width(strong, cards.model().rowCount())
    lefts = []
    for row in (8, 9):
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, 280, 46)
        option.font = cards.font()
        picture = QImage(280, 46, QImage.Format.Format_RGB32)
        picture.fill(cards._theme.theme.panel)
        painter = QPainter(picture)
        delegate.paint(painter, option, cards.model().index(row, 0))
        painter.end()
        ground = picture.pixelColor(9, 20)
        # The first column of ink right of the number: the detail line at the card's lower half.
        lefts.append(
            next(
                x
                for x in range(beside, 200)
                if any(picture.pixelColor(x, y) != ground for y in range(24, 36))
            )
        )
    assert lefts[0] == lefts[1]


class PaintedRegions(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heights: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return super().eventFilter(watched, event)


def set_first_gain(workbench: Workbench, gain: float) -> None:
    project = set_gain(workbench.document.project, ids(workbench)[:1], gain)
    workbench.document.edit(Message.of("Edit", "Gain"), project)
    for _ in range(5):
        QApplication.processEvents()


def test_an_edit_of_one_layer_paints_its_card_alone(cards: LayerList, workbench: Workbench) -> None:
    set_first_gain(workbench, 1.25)
    painted = PaintedRegions(cards.viewport())
    set_first_gain(workbench, 1.75)
    card = cards.visualRect(cards.model().index(0, 0)).height()
    assert painted.heights
    assert max(painted.heights) <= card + 2


def test_an_edit_that_leaves_the_activation_does_not_paint_its_curve_again(
    panel: BuilderPanel, workbench: Workbench
) -> None:
    workbench.selection.select(ids(workbench)[:1])
    set_first_gain(workbench, 1.25)
    painted = PaintedRegions(panel.inspector.thumbnail)
    set_first_gain(workbench, 1.75)
    assert painted.heights == []
    panel.inspector.thumbnail.repaint()
    assert painted.heights
