"""The notation: how symbols are written, with equations that show it; open beside the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.equations import Equations
from gradsim.ui.segmented import Segmented
from gradsim.ui.step.formula_view import FormulaView, Piece
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import USUAL, current, written
from gradsim.viewmodels.notation.choice import CHOICES
from gradsim.viewmodels.notation.half import HalfChoice
from gradsim.viewmodels.notation.samples import (
    Sample,
    chain_of_weight,
    gradient_of_matrix,
    gradient_passed_down,
)

_EM = 18.0
_WIDTH = 560
_WITH, _WITHOUT = "with", "without"


class NotationDialog(QDialog):
    """A row of choices each; what is chosen is in use at once, in the whole window."""

    def __init__(
        self, workbench: Workbench, equations: Equations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choice = workbench.notation
        self._theme = workbench.theme
        self._half = HalfChoice(workbench.document, workbench.settings, self)
        self.switches = {field: Segmented(tuple(words_)) for field, words_ in CHOICES.items()}
        self.half_switch = Segmented((_WITHOUT, _WITH))
        self._labels = {name: QLabel() for name in (*CHOICES, "half")}
        self._note = QLabel()
        self._half_note = QLabel()
        self.samples = {
            make: FormulaView(equations, workbench.theme)
            for make in (chain_of_weight, gradient_of_matrix, gradient_passed_down)
        }
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.usual_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self._build()
        self._connect()
        self._retranslate()
        self.resize(_WIDTH, self.sizeHint().height())

    def _build(self) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        for row, (field, switch) in enumerate(self.switches.items()):
            self._add_row(rows, row, field, switch)
        half = QGridLayout()
        half.setHorizontalSpacing(16)
        half.setVerticalSpacing(6)
        self._add_row(half, 0, "half", self.half_switch)
        for note in (self._note, self._half_note):
            note.setProperty("muted", True)
            note.setWordWrap(True)
        half.addWidget(self._half_note, 1, 0, 1, 2)
        shown = QFrame()
        shown.setObjectName("panel")
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.setSpacing(13)
        for view in self.samples.values():
            inner.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(rows)
        layout.addWidget(self._note)
        layout.addWidget(shown)
        layout.addLayout(half)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _add_row(self, grid: QGridLayout, row: int, name: str, switch: Segmented) -> None:
        grid.addWidget(self._labels[name], row, 0)
        grid.addWidget(switch, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 170)

    def _connect(self) -> None:
        for switch in self.switches.values():
            switch.chosen.connect(self._choose)
        self.half_switch.chosen.connect(self._choose_half)
        self.usual_button.clicked.connect(self._choice.back_to_usual)
        self._buttons.rejected.connect(self.close)
        self._choice.changed.connect(self._follow)
        self._half.changed.connect(self._follow_half)
        self._theme.changed.connect(self._follow)

    def _choose(self, word: str) -> None:
        field = next(name for name, each in self.switches.items() if each is self.sender())
        self._choice.choose(field, word)

    def _choose_half(self, word: str) -> None:
        self._half.choose(word == _WITH)

    def _follow(self) -> None:
        """Show what is in use, and the equations in it."""
        for field, switch in self.switches.items():
            switch.show_value(self._choice.value(field))
        self.usual_button.setEnabled(current() != USUAL)
        for make, view in self.samples.items():
            sample = make(current())
            view.show_lines((_pieces(sample),), self._theme.theme.text)
            view.setAccessibleName(" = ".join(sample.text))

    def _follow_half(self) -> None:
        self.half_switch.setEnabled(self._half.applies)
        self.half_switch.show_value(_WITH if self._half.half else _WITHOUT)
        self._half_note.setText(words.text(self._half.meaning))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Notation"))
        named = {
            "cost_letter": self.tr("Cost"),
            "layer_style": self.tr("Number of the layer"),
            "first_index": self.tr("Layers and units count"),
            "layout": self.tr("Layout of gradients"),
            "half": self.tr("Cost of this project"),
        }
        for name, label in self._labels.items():
            label.setText(named[name])
        texts = {
            "cost_letter": {"C": "C", "L": "L"},
            "layer_style": {"superscript": "w⁽³⁾", "brackets": "w[3]"},
            "first_index": {"1": self.tr("from 1"), "0": self.tr("from 0")},
            "layout": {
                "denominator": self.tr("Denominator: columns"),
                "numerator": self.tr("Numerator: rows"),
            },
        }
        for field, switch in self.switches.items():
            switch.setAccessibleName(named[field])
            for word, text in texts[field].items():
                switch.set_text(word, text, f"{named[field]}: {text}")
        self.half_switch.setAccessibleName(named["half"])
        for word, text in ((_WITHOUT, "Σ (a − y)²"), (_WITH, "½ Σ (a − y)²")):
            self.half_switch.set_text(word, text, f"{named['half']}: {text}")
        explanation = written(
            self.tr(
                "No number changes. From 0 counts as NumPy and PyTorch do: the first layer is "
                "layer 0, and the input is x. In numerator layout gradients are rows: ∂C/∂W has "
                "the shape of Wᵀ, and the factors stand in the order of the chain."
            )
        )
        self._note.setText(explanation)
        self.usual_button.setText(self.tr("Back to the usual"))
        self._follow()
        self._follow_half()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _pieces(sample: Sample) -> tuple[Piece, ...]:
    first, *others = zip(sample.tex, sample.text, strict=True)
    return (
        Piece(*first, _EM, strong=True),
        *(Piece(f"= {tex}", f"= {text}", _EM, strong=True) for tex, text in others),
    )
