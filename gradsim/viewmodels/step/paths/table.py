"""The listed paths as a table model: route, contribution, and the length of a signed bar."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.equation import UNKNOWN
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.paths.listing import Listing
from gradsim.viewmodels.step.paths.route import ARROW, Piece, Stop, abridged

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROUTE, CONTRIBUTION, BAR = range(3)
SHARE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The bar's length, −1 … 1, as a float; None where there is no bar."""
ROUTE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The stops of a path's route, as a tuple of `Stop`."""
_TIP_NAMES = 40
_LONG = 12


class PathTable(QAbstractTableModel):
    """One row for each listed path."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._stops: dict[int, tuple[Stop, ...]] = {}

    @property
    def listing(self) -> Listing | None:
        """What is shown."""
        return self._listing

    def show_listing(self, listing: Listing | None) -> None:
        """Show other paths; the current row stays where the number of rows does."""
        if listing is self._listing:
            return
        self._stops.clear()
        before = self.rowCount()
        rows = _rows(listing)
        if rows != before:
            self.beginResetModel()
            self._listing = listing
            self.endResetModel()
            return
        self._listing = listing
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, BAR))

    def is_path(self, row: int) -> bool:
        """Whether a row is one path, which can be walked."""
        return self._listing is not None and 0 <= row < len(self._listing.paths)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One for each listed path."""
        return 0 if parent.isValid() else _rows(self._listing)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Route, contribution, bar."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, and for the painter the bar and the names."""
        listing = self._listing
        if listing is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(listing, row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(listing, row, self._stops_of(listing, row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _told(listing, row, self._stops_of(listing, row))
            case Qt.ItemDataRole.TextAlignmentRole if column == CONTRIBUTION:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == SHARE_ROLE:
            return listing.paths[row].share if listing.revealed else None
        if role == ROUTE_ROLE:
            return self._stops_of(listing, row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Names of the columns, for screen readers."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return words.translated("Paths", (_PATH, _ADDS, _BAR)[section])

    def _stops_of(self, listing: Listing, row: int) -> tuple[Stop, ...]:
        """Written out once: every painting asks for it."""
        if row not in self._stops:
            self._stops[row] = listing.stops(row)
        return self._stops[row]


def _rows(listing: Listing | None) -> int:
    return 0 if listing is None else len(listing.paths)


def _text(listing: Listing, row: int, column: int) -> str:
    if column == ROUTE:
        return ARROW.join(listing.route(row))
    return _number(listing, row) if column == CONTRIBUTION else ""


def _number(listing: Listing, row: int) -> str:
    return numeral(listing.paths[row].contribution) if listing.revealed else UNKNOWN


def _told(listing: Listing, row: int, stops: Sequence[Stop]) -> str:
    """The whole row in words; the walked path says so.

    Of a long route only what differs from the strongest path is told: nobody follows fifty names.
    """
    told = {"number": row + 1, "value": _number(listing, row)}
    walked = row == listing.walked
    differing = [stop.full for stop in stops if stop.differs]
    if differing and len(stops) > _LONG:
        template = _TOLD_WALKED_BUT if walked else _TOLD_BUT
        return words.text(Message.of("Paths", template, names=", ".join(differing), **told))
    route = ARROW.join(stop.full for stop in stops)
    return words.text(Message.of("Paths", _TOLD_WALKED if walked else _TOLD, route=route, **told))


def _tip(listing: Listing, row: int, stops: Sequence[Stop]) -> str:
    """The route with its layers, in bold where it differs from the strongest path."""
    layered = [replace(stop, name=stop.full) for stop in stops]
    pieces = abridged(layered, lambda tried: len(tried) < 2 * _TIP_NAMES)
    route = "".join(_marked(piece) for piece in pieces)
    return f"<p>{route}<br>= {_number(listing, row)}</p>"


def _marked(piece: Piece) -> str:
    return f"<b>{piece.text}</b>" if piece.differs else piece.text


_PATH = QT_TRANSLATE_NOOP("Paths", "Path")
_ADDS = QT_TRANSLATE_NOOP("Paths", "adds")
_BAR = QT_TRANSLATE_NOOP("Paths", "as a bar")
_TOLD = QT_TRANSLATE_NOOP("Paths", "Path {number}: {route}, adds {value}")
_TOLD_BUT = QT_TRANSLATE_NOOP(
    "Paths", "Path {number}: as the strongest but through {names}, adds {value}"
)
_TOLD_WALKED_BUT = QT_TRANSLATE_NOOP(
    "Paths", "Path {number}, walked now: as the strongest but through {names}, adds {value}"
)
_TOLD_WALKED = QT_TRANSLATE_NOOP("Paths", "Path {number}, walked now: {route}, adds {value}")
