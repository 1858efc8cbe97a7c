"""The card of what took the decades: a chooser and the lens that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from gradsim.ui.gradients.lenses.entries import LENSES
from gradsim.ui.gradients.lenses.lens import Lens, LensTools
from gradsim.ui.gradients.lenses.parts import PartsLens
from gradsim.ui.key_names import key_name
from gradsim.ui.segmented import Segmented
from gradsim.ui.whole_panel import WholePanel
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.gradients.view import GradientsView

_SETTING = "gradient_lens"
_MOST_HELD = 246


class LensPanel(WholePanel):
    """Shows one lens at a time and remembers which.

    Attributes
    ----------
    parts : PartsLens
        The first lens, which is always there.
    """

    def __init__(self, view: GradientsView, workbench: Workbench) -> None:
        super().__init__(_MOST_HELD)
        self._tools = LensTools(workbench, view)
        self._settings = workbench.settings
        self.parts = PartsLens(self._tools)
        self._made: dict[str, Lens] = {}
        self._name = LENSES[0].name
        self.chooser = Segmented([entry.name for entry in LENSES])
        self._stack = _LowStack()
        self.header.addWidget(self.chooser)
        self.body.addWidget(self._stack, 1)
        self._add(LENSES[0].name, self.parts)
        known = self._settings.text(_SETTING)
        self._show(known if known in {entry.name for entry in LENSES} else self._name)
        self.chooser.chosen.connect(self.open_lens)
        self._keys = [self._key(number) for number in range(1, len(LENSES) + 1)]
        self._retranslate()

    @property
    def name(self) -> str:
        """The name of the lens that is shown."""
        return self._name

    @property
    def lens(self) -> Lens:
        """The lens that is shown."""
        return self._made[self._name]

    def open_lens(self, name: str) -> None:
        """Turn to the lens `name` and remember it."""
        if name != self._name:
            self._show(name)
            self._settings.set_text(_SETTING, name)

    def finish_drawing(self) -> None:
        """Compute and draw at once what the lens shows."""
        self.lens.finish_drawing()

    def shut_down(self) -> None:
        """End what the lenses run in the background."""
        for lens in self._made.values():
            lens.shut_down()

    def _key(self, number: int) -> QShortcut:
        """Alt and the lens' number turn to it, wherever in the workspace the focus is."""
        key = QShortcut(QKeySequence(f"Alt+{number}"), self)
        key.setObjectName(LENSES[number - 1].name)
        key.activated.connect(self._follow_key)
        return key

    def _follow_key(self) -> None:
        self.open_lens(self.sender().objectName())

    def _add(self, name: str, lens: Lens) -> None:
        self._made[name] = lens
        self._stack.addWidget(lens)
        lens.note_changed.connect(self._show_note)

    def _show(self, name: str) -> None:
        if name not in self._made:
            entry = next(entry for entry in LENSES if entry.name == name)
            self._add(name, entry.make(self._tools))
        self._name = name
        self.chooser.show_value(name)
        self._stack.setCurrentWidget(self._made[name])
        self._show_note()

    def _show_note(self) -> None:
        """The lens' note, where there is room for all of it."""
        self.set_note(self.lens.note)
        self.title_label.setToolTip(self.lens.note)
        taken = self.title_label.sizeHint().width() + self.chooser.sizeHint().width()
        room = self.header.geometry().width() - 2 * self.header.spacing() - taken
        self.note_label.setVisible(bool(self.lens.note) and self._note_width() <= room)

    def _note_width(self) -> int:
        return self.note_label.fontMetrics().horizontalAdvance(self.note_label.text())

    def _retranslate(self) -> None:
        self.set_title(self.tr("What took the decades"))
        self.chooser.setAccessibleName(self.tr("View of what took the decades"))
        for number, entry in enumerate(LENSES, start=1):
            label = QCoreApplication.translate("Lens", entry.label)
            tip = QCoreApplication.translate("Lens", entry.tip)
            self.chooser.set_text(entry.name, label)
            self.chooser.button(entry.name).setToolTip(f"{tip} ({key_name(f'Alt+{number}')})")
        self._show_note()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold the note."""
        super().resizeEvent(event)
        self._show_note()


class _LowStack(QStackedWidget):
    """Asks only for the room of what is shown: hidden lenses may be higher."""

    def sizeHint(self) -> QSize:
        """Of the shown lens."""
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Of the shown lens."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
