"""The factor card: title, formula, numbers put in, meaning, arrays; the transport below."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.equation.fractions import EM
from gradsim.ui.step.formula_view import FormulaView, Piece
from gradsim.ui.step.grids_view import GridsView
from gradsim.ui.step.keys import StepKeys
from gradsim.ui.step.predict.card_part import CardPart
from gradsim.ui.step.titled_panel import TitledPanel
from gradsim.ui.step.transport import Transport
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.single_shot import single_shot
from gradsim.viewmodels.step.card.card import KIND_LABELS, Card, card
from gradsim.viewmodels.step.card.formula import Formula
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.equation import parameter_symbol
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.predict.session import Predictions
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL
from gradsim.viewmodels.step.walk.walk import Lens

_NUMBERS_EM = 14.5
_LOW = 200
_AFTER_PAINTING_MS = 20


class FactorCard(TitledPanel):
    """Shows what the step revealed last is made of."""

    def __init__(
        self,
        workbench: Workbench,
        equations: Equations,
        keys: StepKeys,
        predictions: Predictions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self._theme = workbench.theme
        self._equations = equations
        self.formula = FormulaView(equations, workbench.theme)
        self.sentences = QLabel()
        self.grids = GridsView(workbench.theme)
        self.transport = Transport(workbench, keys)
        self.pages = QStackedWidget()
        self.predict = CardPart(predictions, workbench, equations, self.pages, self.body, self)
        self._ahead = single_shot(self, _AFTER_PAINTING_MS, self._prepare_next)
        self._build()
        self._stepper.position_changed.connect(self.refresh)
        self._stepper.steps_changed.connect(self.refresh)
        workbench.theme.changed.connect(self.refresh)
        predictions.changed.connect(self._follow_question)
        self.predict.focus_freed.connect(self._take_focus_back)
        self.predict.turned.connect(self._turn)
        self.refresh()

    def _build(self) -> None:
        self.sentences.setWordWrap(True)
        self.sentences.setProperty("muted", True)
        self.sentences.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(4)
        inner.addWidget(self.predict.verdict_bar)
        inner.addWidget(self.formula)
        inner.addWidget(self.grids)
        inner.addWidget(self.sentences)
        inner.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setWidget(scrolled)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages.addWidget(self.scroll_area)
        # Every line of the card counts in a low window.
        self.predict.switch.setFixedHeight(22)
        frame = self.layout()
        assert frame is not None
        frame.setContentsMargins(14, 8, 14, 8)
        frame.setSpacing(4)
        self.body.setSpacing(5)
        self.header.addWidget(self.predict.switch)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.transport)
        # So high that a sigmoid factor, the longest of the ordinary ones, needs no scrolling.
        self.setMinimumSize(300, 250)

    def refresh(self) -> None:
        """Show the current step, or before the first one what is to come."""
        if self.predict.is_open:
            self._show_question_title()
            return
        stepper = self._stepper
        shown = None
        if stepper.result is not None:
            shown = card(stepper.walk, stepper.result, stepper.position)
        if shown is None:
            self._show_start()
        else:
            self._show_card(shown)
        self._ahead.start()
        self.scroll_area.verticalScrollBar().setValue(0)

    def _turn(self) -> None:
        """A question has come or gone."""
        self.transport.setVisible(not self.predict.is_open)
        self.refresh()

    def _follow_question(self) -> None:
        if self.predict.is_open:
            self._show_question_title()

    def _show_question_title(self) -> None:
        predictions = self.predict.predictions
        exercise = predictions.exercise
        if exercise is not None:
            shape = "–".join(str(width) for width in exercise.widths)
            name = words.activation_label(exercise.activation)
            title = self.tr("Practice — {shape}, {activation}")
            self.set_title(title.format(shape=shape, activation=name), self.tr("Practice"))
            return
        number, count = predictions.index + 1, len(self._stepper.steps)
        self._show_title(number, count, self.tr("your prediction"))

    def _take_focus_back(self) -> None:
        """The field that had the focus is gone: → is to act again."""
        button = self.transport.next_button
        (button if button.isEnabled() else self.transport.back_button).setFocus()

    def _prepare_next(self) -> None:
        """Have the card of the next step typeset before it is asked for."""
        stepper = self._stepper
        if stepper.result is None or stepper.at_end or stepper.position == 0:
            return
        coming = card(stepper.walk, stepper.result, stepper.position + 1)
        if coming is not None:
            for line in _lines_of(coming.formula):
                for piece in line:
                    self._equations.prepare(piece.tex, piece.size)

    def _show_card(self, shown: Card) -> None:
        kind = QCoreApplication.translate("StepKind", KIND_LABELS[shown.kind])
        self._show_title(shown.number, shown.count, kind)
        formula = shown.formula
        lines = _lines_of(formula)
        self.formula.show_lines(lines, self._theme.theme.factor_text(shown.kind))
        self.grids.show_grids(formula.grids)
        self.sentences.setText(" ".join(words.text(each) for each in shown.sentences))

    def _show_title(self, number: int, count: int, kind: str) -> None:
        if self._stepper.lens == Lens.FORWARD:
            text = self.tr("Value {number} of {count} — {kind}")
        else:
            text = self.tr("Factor {number} of {count} — {kind}")
        short = self.tr("{number} of {count} — {kind}")
        values = {"number": number, "count": count, "kind": kind}
        self.set_title(text.format(**values), short.format(**values))

    def _show_start(self) -> None:
        walk = self._stepper.walk
        self.set_title(self.tr("At the start"))
        self.grids.show_grids(())
        self.formula.show_lines((), self._theme.theme.text)
        if walk.refusal is not None:
            told = walk.instead or walk.refusal
            self.sentences.setText(words.text(told))
        else:
            self.sentences.setText(self._start_text() if walk.steps else "")

    def _cost_text(self) -> str:
        """What all of it is the derivative of."""
        result = self._stepper.result
        assert result is not None
        name = words.cost_label(result.project.network.cost)
        return f"{name}: {COST_SYMBOL.text} = {numeral(float(result.forward.cost))}\n\n"

    def _start_text(self) -> str:
        walk = self._stepper.walk
        count = words.count(len(walk.steps))
        if walk.lens == Lens.FORWARD:
            text = self.tr("{count} values lead from the input to the cost. Press → for the first.")
            return text.format(count=count)
        if walk.lens == Lens.LAYER:
            text = self.tr(
                "{count} factors lead from the cost back to layer {layer}, a whole layer at a "
                "time. Press → for the first."
            )
            return self._cost_text() + text.format(count=count, layer=layer_number(1))
        text = self.tr(
            "{count} factors lead from the cost back to {parameter}. "
            "Press → to multiply in the first."
        )
        start = text.format(count=count, parameter=parameter_symbol(walk).text)
        return self._cost_text() + start

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low card leaves the shapes of small arrays unsaid."""
        super().resizeEvent(event)
        self.grids.set_brief(self.scroll_area.height() < _LOW)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.predict.retranslate()
            self.refresh()


def _lines_of(formula: Formula) -> tuple[tuple[Piece, ...], ...]:
    """The symbols and below them the numbers, each in pieces between equals signs."""
    first, *others = formula.symbols.split(" = ")
    symbols = (
        Piece(first, formula.symbols_text, EM, strong=True),
        *(Piece(f"= {tex}", plain_formula(f"= {tex}"), EM, strong=True) for tex in others),
    )
    parts = formula.numbers.removeprefix("= ").split(" = ") if formula.numbers else []
    numbers = tuple(
        Piece(f"= {tex}", plain_formula(f"= {tex}"), _NUMBERS_EM, strong=False) for tex in parts
    )
    return symbols, numbers
