"""The page "From scalar to full": the ladder, what leads from rung to rung, and one matrix."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.panel import Panel
from gradsim.ui.step.study.ladder.canvas import LadderCanvas
from gradsim.ui.step.study.ladder.entry_map import EntryMap
from gradsim.ui.step.study.ladder.layout import HEIGHT, ROWS
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.viewmodels import words
from gradsim.viewmodels.step.ladder.ladder import Ladder
from gradsim.viewmodels.step.ladder.model import LadderModel
from gradsim.viewmodels.step.sequence import Fold

_PITCH = 64
_FEWEST = 7
_NAMES = 46


class LadderPage(StudyPage):
    """Follows the walk in whatever lens is open."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        bench = tools.workbench
        self.model = LadderModel(bench.stepper, self)
        self.canvas = LadderCanvas(tools.equations, bench.theme)
        self.map = EntryMap(bench.theme)
        self.sentences = QLabel()
        self.entry = QLabel()
        self.refusal = QLabel()
        self.sample_button = QPushButton()
        self.strip = QScrollArea()
        self._rungs = tuple(QLabel() for _ in ROWS)
        self._map_label = QLabel()
        self._refused = QWidget()
        self._content = QWidget()
        self._shown: Ladder | None = None
        self._build()
        tools.keys.watch(self.canvas)
        self.model.changed.connect(self._follow)
        self.canvas.column_chosen.connect(self._go)
        self.canvas.fold_chosen.connect(self._open_fold)
        self.canvas.laid_out.connect(self._keep_cursor_in_view)
        self.map.entry_changed.connect(self._tell_entry)
        self.strip.horizontalScrollBar().valueChanged.connect(self.canvas.update)
        self.sample_button.clicked.connect(self._look_at_a_sample)

    def _build(self) -> None:
        panel = Panel()
        layout = panel.layout()
        assert layout is not None
        layout.setContentsMargins(10, 6, 8, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panel)
        self._build_content()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        self.scroll_area = scroll
        panel.body.addWidget(scroll, 1)
        refused = QVBoxLayout(self._refused)
        refused.setContentsMargins(4, 4, 4, 4)
        self.refusal.setWordWrap(True)
        self.refusal.setProperty("muted", True)
        self.sample_button.setAutoDefault(False)
        refused.addWidget(self.refusal)
        refused.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)
        refused.addStretch(1)
        panel.body.addWidget(self._refused, 1)

    def _build_content(self) -> None:
        self._content.setObjectName("scrolled")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        rows = QHBoxLayout()
        rows.setSpacing(4)
        names = QWidget()
        names.setFixedHeight(HEIGHT)
        for label, (top, bottom) in zip(self._rungs, ROWS, strict=True):
            label.setParent(names)
            label.setProperty("muted", True)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            label.setGeometry(0, round(top), _NAMES, round(bottom - top))
        names.setFixedWidth(_NAMES)
        self.strip.setFrameShape(QFrame.Shape.NoFrame)
        self.strip.setWidgetResizable(True)
        self.strip.setWidget(self.canvas)
        self.strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.strip.setFixedHeight(HEIGHT + 9)
        rows.addWidget(names, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self.strip, 1)
        column.addLayout(rows)
        below = QGridLayout()
        below.setHorizontalSpacing(10)
        below.setVerticalSpacing(4)
        self._map_label.setProperty("muted", True)
        self._map_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.entry.setWordWrap(True)
        self.entry.setTextFormat(Qt.TextFormat.PlainText)
        self.sentences.setWordWrap(True)
        self.sentences.setProperty("muted", True)
        for label in (self.entry, self.sentences):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self._map_label)
        left.addWidget(self.map, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.entry)
        right.addWidget(self.sentences)
        right.addStretch(1)
        below.addLayout(left, 0, 0)
        below.addLayout(right, 0, 1)
        below.setColumnStretch(1, 1)
        column.addLayout(below)
        column.addStretch(1)

    # Showing

    @property
    def shown(self) -> Ladder | None:
        """What the canvas paints."""
        return self._shown

    def refresh(self) -> None:
        """Show the ladder where the walk stands."""
        self._retranslate()
        self._shown = self.model.ladder(self._capacity)
        refusal = self.model.refusal
        self._content.setVisible(refusal is None)
        self.scroll_area.setVisible(refusal is None)
        self._refused.setVisible(refusal is not None)
        self.refusal.setText("" if refusal is None else words.text(refusal))
        self.sample_button.setVisible(self.model.needs_sample)
        shown = self._shown
        self.canvas.show_ladder(shown, float(self.strip.viewport().width()))
        told = () if shown is None else shown.sentences
        self.sentences.setText(" ".join(words.text(each) for each in told))
        matrix = None if shown is None else shown.matrix
        self.map.setVisible(matrix is not None)
        self._map_label.setVisible(matrix is not None)
        self.entry.setVisible(matrix is not None)
        self.map.show_matrix(matrix)
        self._speak()

    def finish_drawing(self) -> None:
        """Find the path at once, for a picture."""
        self.model.finish()
        self.refresh()

    def shut_down(self) -> None:
        """End the search for paths."""
        self.model.shut_down()

    @property
    def _capacity(self) -> int:
        return max(_FEWEST, self.strip.width() // _PITCH)

    def _tell_entry(self) -> None:
        matrix = None if self._shown is None else self._shown.matrix
        if matrix is None:
            self.entry.setText("")
            return
        told = words.text(matrix.told(*self.map.entry))
        self.entry.setText(told)
        self.map.setAccessibleDescription(told.replace("\n", "; "))
        self._map_label.setText(f"{matrix.grid.label}  {matrix.grid.shape}")

    def _speak(self) -> None:
        """Give screen readers the three rungs of the cursor's factor in words."""
        shown = self._shown
        told = ""
        if shown is not None and shown.cursor is not None:
            at = shown.columns[shown.cursor]
            told = self.tr("{scalar}; {indexed} = {number}; {matrix}, {shape}").format(
                scalar=at.scalar.text,
                indexed=at.indexed.text,
                number=at.number,
                matrix=at.matrix.text,
                shape=at.shape,
            )
        self.canvas.setAccessibleDescription(told)

    def _retranslate(self) -> None:
        texts = (self.tr("scalar"), self.tr("indices"), self.tr("matrix"))
        for label, text in zip(self._rungs, texts, strict=True):
            label.setText(text)
        self.canvas.setAccessibleName(self.tr("From scalar to full"))
        self.map.setAccessibleName(self.tr("Entries of the matrix; the arrow keys move the cursor"))
        sample = words.count(self.tools.workbench.scope.last_sample)
        text = self.tr("Look at sample {sample}").format(sample=sample)
        self.sample_button.setText(text)
        self.sample_button.setAccessibleName(text)

    def _keep_cursor_in_view(self) -> None:
        box = self.canvas.cursor_box
        bar = self.strip.horizontalScrollBar()
        room = self.strip.viewport().width()
        # The row grows with its layout request; the bar learns of it only then.
        bar.setMaximum(max(self.canvas.minimumWidth() - room, 0))
        if box is None:
            return
        around = _PITCH * 1.2
        if box.right() + around > bar.value() + room:
            bar.setValue(round(box.right() + around - room))
        if box.left() - around < bar.value():
            bar.setValue(round(max(box.left() - around, 0.0)))

    # Acting

    def _go(self, index: int) -> None:
        self.model.go(index, self._capacity)

    def _open_fold(self, fold: Fold) -> None:
        self.model.open_fold(fold)

    def _look_at_a_sample(self) -> None:
        scope = self.tools.workbench.scope
        scope.choose(scope.last_sample)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width, once the strip has it."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._follow)
