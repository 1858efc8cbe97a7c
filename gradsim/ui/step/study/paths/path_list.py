"""The list of paths: a click, or the arrow keys and Enter, walk one of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from gradsim.ui.step.study.paths.path_delegate import PathDelegate
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.paths.listing import Listing
from gradsim.viewmodels.step.paths.table import BAR, CONTRIBUTION, ROUTE, PathTable

ROW = 22
FEWEST_ROWS = 4
_BAR_SHARE = 0.22
_NARROWEST_BAR = 64


class PathList(QTableView):
    """As high as its rows, if there is room, and never lower than four."""

    path_chosen = Signal(int)
    """The index of the path that a person chose to walk."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self.table = PathTable(self)
        self.setModel(self.table)
        self._delegate = PathDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._build()
        self.clicked.connect(self._walk)
        theme.changed.connect(self.viewport().update)
        self._retranslate()

    def _build(self) -> None:
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(ROUTE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CONTRIBUTION, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_listing(self, listing: Listing | None) -> None:
        """Show other paths; the walked one is current and in sight."""
        if listing is not None and listing is self.table.listing:
            return
        self._delegate.walked = -1 if listing is None else listing.walked
        self.table.show_listing(listing)
        self._fit()
        rows = max(min(self.table.rowCount(), FEWEST_ROWS), 1)
        self.setMinimumHeight(rows * ROW)
        self.setMaximumHeight(max(self.table.rowCount(), 1) * ROW)
        if listing is not None and not self.hasFocus():
            index = self.table.index(listing.walked, ROUTE)
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.scrollTo(index)
        self.viewport().update()
        self.updateGeometry()

    def _fit(self) -> None:
        """The numbers get what they need, the bars their share, the routes the rest."""
        metrics = self.fontMetrics()
        rows = range(self.table.rowCount())
        texts = [str(self.table.index(row, CONTRIBUTION).data()) for row in rows]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=20)
        self.setColumnWidth(CONTRIBUTION, round(1.08 * widest) + 14)
        self.setColumnWidth(BAR, max(_NARROWEST_BAR, round(_BAR_SHARE * self.viewport().width())))

    def _walk(self, index: QModelIndex) -> None:
        if self.table.is_path(index.row()):
            self.path_chosen.emit(index.row())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Strongest paths"))
        self.setAccessibleDescription(self.tr("Enter walks the path of the row."))

    def sizeHint(self) -> QSize:
        """The fewest rows; where there is room for more the layout gives it."""
        return QSize(200, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the narrowest place."""
        return QSize(120, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks; the rest is what a table does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._walk(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus on the current row."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
