"""The stylesheet of what is pressed, typed into and dragged: buttons, fields, boxes, sliders."""

CONTROLS = """
QPushButton, QToolButton {
    background: $panel; color: $text; border: 1px solid $panel_border; border-radius: 6px;
    padding: 4px 12px; min-height: 18px;
}
QToolButton { padding: 4px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:open { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 3px 11px; }
QToolButton:focus { padding: 3px 7px; }
QPushButton:disabled, QToolButton:disabled { color: $text_disabled; background: transparent; }
QPushButton[primary="true"] {
    background: $accent; color: $accent_text; border: 1px solid $accent; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:pressed { background: $accent; }
QPushButton[primary="true"]:focus { border: 2px solid $panel; outline: 2px solid $focus; }
QPushButton[primary="true"]:disabled {
    background: $pressed; border-color: $pressed; color: $text_disabled;
}
QPushButton[flat="true"], QToolButton[flat="true"] {
    background: transparent; border: 1px solid transparent;
}
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: $hover; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border: 2px solid $focus; }
QPushButton[link="true"] {
    background: transparent; border: 1px solid transparent; border-radius: 3px; padding: 0 2px;
    min-height: 0; text-decoration: underline;
}
QPushButton[link="true"]:hover { background: $hover; }
QPushButton[link="true"]:focus { border: 1px solid $focus; }
QPushButton[compact="true"] { padding: 2px 6px; }
QPushButton[compact="true"]:focus { padding: 1px 5px; }
QPushButton::menu-indicator, QToolButton::menu-indicator {
    image: $arrow_down; width: 10px; height: 10px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 8px;
}
QPushButton[menu="true"]::menu-indicator { width: 12px; height: 12px; right: 11px; }
QPushButton[menu="true"] { padding-right: 19px; }
QPushButton[menu="true"]:focus { padding-right: 18px; }
QToolButton[iconOnly="true"]::menu-indicator, QPushButton[iconOnly="true"]::menu-indicator {
    image: none; width: 0;
}
QPushButton[iconOnly="true"] { padding: 4px 6px; }
QPushButton[iconOnly="true"]:focus { padding: 3px 5px; }
QPushButton[compact="true"] { padding: 1px 4px; }
QPushButton[compact="true"]:focus { padding: 0 3px; }
QPushButton[badge="true"] {
    background: transparent; border: 1px solid transparent; color: $text_muted; padding: 1px 8px;
}
QPushButton[badge="true"]:hover { background: $pressed; color: $text; }
QPushButton[badge="true"]:focus { border: 2px solid $focus; padding: 0 7px; }
QPushButton[badge="true"][tone="danger"] { color: $danger_text; }
QFrame#segmented { background: $pressed; border: none; border-radius: 6px; }
QPushButton[segment="true"] {
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 2px 9px;
    color: $text_muted;
}
QPushButton[segment="true"]:hover { color: $text; }
QPushButton[segment="true"]:checked {
    background: $panel; border: 1px solid $panel_border; color: $text;
}
QPushButton[segment="true"]:focus { border: 2px solid $focus; padding: 1px 8px; }

QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: $field; color: $text; border: 1px solid $field_border; border-radius: 6px;
    padding: 3px 8px; min-height: 18px;
    selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $text_disabled; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: 2px 7px;
}
QComboBox:on { border: 2px solid $focus; padding: 2px 7px; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border: 2px solid $danger_text; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $text_disabled; border-color: $panel_border; background: $hover;
}
QAbstractSpinBox QLineEdit {
    border: none; padding: 0; min-height: 0; background: transparent;
}
QComboBox { padding-right: 2px; }
QComboBox:focus, QComboBox:on { padding-right: 1px; }
QComboBox::drop-down {
    subcontrol-origin: border; subcontrol-position: center right; width: 24px; border: none;
    background: transparent;
}
QComboBox::down-arrow { image: $arrow_down; width: 12px; height: 12px; }
QComboBox::down-arrow:disabled { image: $arrow_down_off; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $panel_border; padding: 4px; outline: none;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }
QAbstractSpinBox { padding-right: 22px; }
QAbstractSpinBox:focus { padding-right: 21px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 20px; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {
    background: $hover; border-radius: 4px;
}
QAbstractSpinBox::up-button:pressed, QAbstractSpinBox::down-button:pressed { background: $pressed; }
QAbstractSpinBox::up-arrow { image: $arrow_up; width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: $arrow_down; width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off { image: $arrow_up_off; }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
    image: $arrow_down_off;
}

QCheckBox, QRadioButton { background: transparent; spacing: 7px; padding: 2px; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {
    width: 14px; height: 14px; border: 1px solid $text_disabled; background: $field;
}
QCheckBox::indicator, QListView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked {
    background: $accent; border-color: $accent; image: $check_mark;
}
QCheckBox::indicator:indeterminate {
    background: $accent; border-color: $accent; image: $mixed_mark;
}
QRadioButton::indicator:checked {
    background: $accent; border-color: $accent; image: $radio_dot;
}
QCheckBox:focus, QRadioButton:focus {
    border: 1px solid $focus; border-radius: 5px; padding: 1px;
}

QSlider { background: transparent; min-height: 22px; border-radius: 5px; padding: 0 2px; }
QSlider:focus { border: 2px solid $focus; padding: 0; }
QSlider::groove:horizontal { height: 4px; background: $pressed; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $text_disabled; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    background: $panel; border: 2px solid $accent;
}
QSlider::handle:horizontal:hover { background: $selection; }
QSlider::handle:horizontal:pressed { background: $accent; }
QSlider::handle:horizontal:disabled { border-color: $text_disabled; }

QProgressBar {
    background: $pressed; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""
