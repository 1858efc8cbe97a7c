"""The first page of Compare: activation × initialization, each cell a real ensemble."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
)

from gradsim.engine.problems import Problem
from gradsim.ui.compare.grid.canvas import GridCanvas
from gradsim.ui.compare.grid.controls import GridControls
from gradsim.ui.compare.grid.menu import ReplaceMenu
from gradsim.ui.compare.grid.output_note import OutputNote
from gradsim.ui.compare.grid.picker import point_down
from gradsim.ui.compare.grid.picture import GridPicture
from gradsim.ui.compare.grid.side import SidePanel
from gradsim.ui.compare.grid.status import GridStatus
from gradsim.ui.compare.grid.table import GridTableModel
from gradsim.ui.compare.page import ComparePage
from gradsim.ui.panel import Panel
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.plot_menu import PlotMenu
from gradsim.ui.segmented import Segmented
from gradsim.ui.splitter import RememberedSplitter
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.tables import grid_table
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.configuration import configuration
from gradsim.viewmodels.gradients.quantities import statistic_symbol
from gradsim.viewmodels.gradients.wording import scope_message

_COLUMN = 136
"""Room for a number and its word."""


class GridPage(ComparePage):
    """The grid left, the cell that is looked at right."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self.view = GridView(
            workbench.document, workbench.scope, workbench.runs, workbench.settings, self
        )
        theme = workbench.theme
        self.controls = GridControls(self.view, theme)
        self.canvas = GridCanvas(self.view, theme)
        self.table = QTableView()
        self.status = GridStatus(self.view, theme)
        self.note = OutputNote(self.view)
        self.side = SidePanel(self.view, theme, workbench.race)
        self.picture = GridPicture(self.canvas, theme)
        self.views = Segmented(("grid", "table"))
        self.export_button = QPushButton()
        self.empty, self.refusal = QLabel(), QLabel()
        self._panel = Panel()
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._begin)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self._build_table()
        point_down(self.export_button, self.workbench.theme)
        self._panel.header.addWidget(self.views)
        self._panel.header.addWidget(self.export_button)
        self.views.show_value("grid")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("muted", True)
        self.refusal.setProperty("problem", True)
        for label in (self.empty, self.refusal):
            label.setWordWrap(True)
        self.refusal.hide()
        self._stack = QStackedWidget()
        for widget in (self.canvas, self.table, self.empty):
            self._stack.addWidget(widget)
        self._panel.body.addWidget(self.controls)
        self._panel.body.addWidget(self.refusal)
        self._panel.body.addWidget(self.note)
        self._panel.body.addWidget(self._stack, 1)
        self._panel.body.addWidget(self.status)
        across = RememberedSplitter(
            "compare-grid", Qt.Orientation.Horizontal, self.workbench.settings
        )
        across.addWidget(self._panel)
        across.addWidget(self.side)
        self.side.keep_readable()
        across.settle([780, 300], [1, 0])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(across)

    def _build_table(self) -> None:
        self.table.setModel(GridTableModel(self.view))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.table.activated.connect(self._load_index)
        self.table.selectionModel().currentChanged.connect(self._look_at_index)

    def _connect(self) -> None:
        view = self.view
        self.picture.caption = self._caption
        self.picture.configuration = self._shared
        self.picture.table = partial(grid_table, view)
        for source in (self.canvas, self.side):
            source.load_asked.connect(self.load)
            source.pin_asked.connect(self.pin)
            source.race_asked.connect(self.race)
        self.canvas.menu_asked.connect(self.open_menu)
        self.export_button.clicked.connect(self._open_export)
        self.views.chosen.connect(self._show_view)
        view.rearranged.connect(self._follow_shape)
        self.workbench.scope.changed.connect(self._tell_scope)
        self.workbench.scope.samples_changed.connect(self._tell_scope)
        self.why_key = QShortcut(QKeySequence("W"), self.canvas)
        self.why_key.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.why_key.activated.connect(self.side.toggle_why)

    # what a person does ------------------------------------------------------------------------

    def load(self, place: Place) -> None:
        """Open a cell in the builder; a sentence says why where it cannot be."""
        try:
            self.view.load(place)
        except Problem as problem:
            self._refuse(problem)
        else:
            self.refusal.hide()

    def pin(self, place: Place) -> None:
        """Pin a cell; with four runs pinned a menu asks which to replace."""
        try:
            pinned = self.view.pin(place)
        except Problem as problem:
            self._refuse(problem)
            return
        self.refusal.hide()
        if pinned is None:
            self.view.look_at(place)
            corner = self.side.pin_button.rect().bottomLeft()
            ReplaceMenu(self.view, self).popup(self.side.pin_button.mapToGlobal(corner))

    def race(self, place: Place) -> None:
        """Let a cell race; a sentence says why where it cannot."""
        try:
            self.workbench.race.add(self.view.project_at(place))
        except Problem as problem:
            self._refuse(problem)
        else:
            self.refusal.hide()

    def open_menu(self, place: Place | None, where: QPoint) -> None:
        """The canvas' own menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place is not None:
            possible = not self.view.reason(place)
            for text, act in (
                (self.tr("Load into the builder"), self.side.load_button.click),
                (self.tr("Pin as a run"), self.side.pin_button.click),
                (self.tr("Why?"), self.side.toggle_why),
                (self.tr("Let it race"), self.side.race_button.click),
            ):
                menu.addAction(text, act).setEnabled(possible)
            menu.addSeparator()
        export = PlotMenu(self.picture)
        export.setTitle(self.tr("Export"))
        menu.addMenu(export)
        menu.popup(where)

    def _caption(self) -> Sequence[CaptionLine]:
        """What an exported picture says below itself."""
        scope, setup = self.workbench.scope, self.view.setup
        said = self.tr("depth {depth}, width {width}, {seeds} seeds, {scope}")
        asked = {"depth": setup.depth, "width": setup.width, "seeds": setup.seeds}
        words_of_scope = words.text(scope_message(scope.sample, scope.samples))
        return ((None, self._about()), (None, said.format(**asked, scope=words_of_scope)))

    def _shared(self) -> Sequence[str]:
        """Cost, data and seed are the project's; what the hidden layers are, each cell says."""
        return configuration(self.workbench.document.project)[-3:]

    # the page ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """The view follows the document itself; another theme is followed by its parts."""

    def take_focus(self) -> None:
        """The arrow keys walk the cells."""
        table = self._stack.currentWidget() is self.table
        bare = self._stack.currentWidget() is self.empty
        shown = self.controls.activations if bare else self.table if table else self.canvas
        shown.setFocus()

    def finish_drawing(self) -> None:
        """Measure every cell, for a picture."""
        self.view.set_active(self.isVisible())
        self.view.finish()
        self.side.finish()
        self.canvas.draw_all()

    def shut_down(self) -> None:
        """End the threads."""
        self._soon.stop()
        self.view.shut_down()
        self.side.shut_down()

    def _refuse(self, problem: Problem) -> None:
        self.refusal.setText(words.problem_text(problem))
        self.refusal.show()

    def _follow_shape(self) -> None:
        """A friendly sentence where there is nothing to compare."""
        bare = not self.view.rows or not self.view.columns
        table = self.views.button("table").isChecked()
        shown = self.empty if bare else self.table if table else self.canvas
        self._stack.setCurrentWidget(shown)
        self._tell_scope()

    def _show_view(self, _name: str) -> None:
        self._follow_shape()

    def _tell_scope(self) -> None:
        scope = self.workbench.scope
        self._panel.set_note(words.text(scope_message(scope.sample, scope.samples)))

    def _about(self) -> str:
        choice = self.view.choice
        symbol = words.text(statistic_symbol(choice.quantity, choice.statistic))
        said = self.tr("log₁₀ of {symbol} of the first layer over the last, median of the draws")
        return said.format(symbol=symbol)

    def _look_at_index(self, index: QModelIndex) -> None:
        if index.isValid() and self.table.isVisible():
            self.view.look_at(self.table.model().place(index))  # type: ignore[attr-defined]

    def _load_index(self, index: QModelIndex) -> None:
        self.load(self.table.model().place(index))  # type: ignore[attr-defined]

    def _open_export(self) -> None:
        corner = self.export_button.rect().bottomLeft()
        menu = PlotMenu(self.picture)
        menu.popup(self.export_button.mapToGlobal(corner))

    def _retranslate(self) -> None:
        self._panel.set_title(self.tr("Activation × initialization"))
        self.views.set_text("grid", self.tr("Picture"), self.tr("Show the cells as a picture"))
        self.views.set_text("table", self.tr("Table"), self.tr("Show the cells as a table"))
        self.export_button.setText(self.tr("Export"))
        self.export_button.setToolTip(self.tr("Copy or save the grid as picture or numbers"))
        self.table.setAccessibleName(self.tr("Table of the cells"))
        self.empty.setText(
            self.tr("Nothing to compare yet. Tick at least one activation and one initializer.")
        )
        self._tell_scope()

    def _follow(self) -> None:
        """The view follows the document, and each part the theme."""

    def changeEvent(self, event: QEvent) -> None:
        """Another language: the faces are worded anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.view.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure from now on; what that takes follows the first picture, turn by turn."""
        super().showEvent(event)
        self._soon.start()

    def _begin(self) -> None:
        if not self.view.prepared:
            self.view.prepare()
            return
        self._soon.stop()
        self.view.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._soon.stop()
        self.view.set_active(False)
