"""The stylesheet of what lists, scrolls and opens: lists, tables, tabs, menus, scroll bars."""

VIEWS = """
QAbstractItemView {
    background: $panel; color: $text; border: 1px solid $panel_border; border-radius: 6px;
    alternate-background-color: $hover; outline: none;
    selection-background-color: $selection; selection-color: $text;
}
QAbstractItemView:focus { border: 2px solid $focus; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $selection; color: $text; }
QAbstractItemView[bare="true"], QAbstractItemView[bare="true"]:focus {
    border: none; background: transparent;
}
QListView::item { padding: 4px 6px; border-radius: 4px; }
QTreeView::item { padding: 3px 4px; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: $arrow_right; }
QTreeView::branch:has-children:open { image: $arrow_down; }
QTableView { gridline-color: $panel_border; }
QTableView::item { padding: 2px 6px; }
QTableView::item:focus { border: 2px solid $focus; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    background: $hover; color: $text_muted; border: none; padding: 4px 8px;
    border-right: 1px solid $panel_border; border-bottom: 1px solid $panel_border;
}
QTableView[compact="true"]::item { padding: 2px 2px; }
QTableView[compact="true"] QHeaderView::section { padding: 4px 4px; }
QTableView[dense="true"]::item { padding: 2px 1px; }
QTableView[dense="true"] QHeaderView::section { padding: 4px 1px; }
QTableCornerButton::section { background: $hover; border: none; }

QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: $text_muted; border: none; padding: 7px 16px 6px 16px;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:focus {
    background: $selection; border-top-left-radius: 6px; border-top-right-radius: 6px;
}
QTabWidget::pane { border: none; border-top: 1px solid $panel_border; }

QMenuBar { background: $window; color: $text; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: $pressed; }
QMenu { background: $panel; color: $text; border: 1px solid $panel_border; padding: 5px; }
QMenu::item { padding: 5px 30px 5px 28px; border-radius: 5px; border: 1px solid transparent; }
QMenu::item:selected { background: $selection; border-color: $field_border; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $panel_border; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 7px; }
QMenu::indicator:non-exclusive:checked { image: $menu_check; }
QMenu::indicator:exclusive:checked { image: $menu_dot; }
QMenu::right-arrow { image: $arrow_right; width: 11px; height: 11px; right: 6px; }
QMenu::icon { left: 6px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $field_border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $text_disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QStatusBar { background: $window; color: $text_muted; }
QStatusBar::item { border: none; }
"""
