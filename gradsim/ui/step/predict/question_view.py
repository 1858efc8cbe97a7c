"""The question on the card: what is asked, what may be used, the answer, the hints."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.restyle import restyle
from gradsim.ui.step.equation.fractions import EM
from gradsim.ui.step.formula_view import FormulaView, Piece
from gradsim.ui.step.predict.answer_row import AnswerRow
from gradsim.ui.step.predict.quantities import Quantities
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.predict.judging import Outcome
from gradsim.viewmodels.step.predict.question import Question
from gradsim.viewmodels.step.predict.session import HINTS, Predictions
from gradsim.viewmodels.step.predict.topics import Form

_HINT_EM = 14.5
_LOW = 200


class QuestionView(QWidget):
    """Shows what is asked now; the buttons below it are the card's."""

    def __init__(
        self,
        predictions: Predictions,
        workbench: Workbench,
        equations: Equations,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._predictions = predictions
        self._theme = workbench.theme
        self._shown: Question | None = None
        self.about_label = QLabel()
        self.formula = FormulaView(equations, workbench.theme)
        self.quantities = Quantities()
        self.answer = AnswerRow(workbench.settings, workbench.theme)
        self.told_label = QLabel()
        self.apart_formula = FormulaView(equations, workbench.theme)
        self.hint_label = QLabel()
        self._build()
        self.quantities.chosen.connect(self.answer.write)
        self.answer.given.connect(self._take)
        self.answer.keypad_toggled.connect(self._make_room)
        predictions.changed.connect(self.refresh)
        predictions.asked.connect(self._focus)
        predictions.told.connect(self._announce)
        workbench.theme.changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        for label in (self.about_label, self.told_label, self.hint_label):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.about_label.setProperty("muted", True)
        self.scroll_area = QScrollArea()
        inner = QWidget()
        inner.setObjectName("scrolled")
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(6)
        for part in (
            self.about_label,
            self.formula,
            self.apart_formula,
            self.hint_label,
            self.quantities,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setWidget(inner)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its own least height would squeeze the keypad in a low card.
        self.scroll_area.setMinimumHeight(24)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.scroll_area, 1)
        # Whatever is scrolled, the answer and what is said of it stay in sight.
        whole.addWidget(self.answer)
        whole.addWidget(self.told_label)
        self.setFocusProxy(self.answer)

    def refresh(self) -> None:
        """Show the question as it stands."""
        question = self._predictions.question
        if question is None:
            self._shown = None
            return
        if question is not self._shown:
            anew = self._predictions.notice is not None
            if not anew:
                self.answer.field.clear()
                self.scroll_area.verticalScrollBar().setValue(0)
            self._shown = question
        over = self._predictions.over
        self.about_label.setText(f"{words.text(question.about)} {self._form_text(question.form)}")
        self._show_formula(question)
        self.quantities.show_quantities(question.visible)
        self.answer.show_form(question.form, over=over)
        self._show_told()
        self._show_hints(question)
        self._make_room()

    def _make_room(self) -> None:
        """In a low card the first line gives way to what is said of the answer, and to the keypad.

        Its words are told by the names of the quantities as well.
        """
        crowded = self.told_label.isVisibleTo(self) or self.answer.keypad.isVisibleTo(self)
        self.about_label.setVisible(not (crowded and self.height() < _LOW))

    def _show_formula(self, question: Question) -> None:
        """What is asked for; a hint that says what it equals stands in the place of the "?"."""
        color = self._theme.theme.factor_text(question.step_kind)
        lines: list[tuple[Piece, ...]] = []
        row: list[Piece] = [Piece(question.tex, question.text, EM, strong=True)]
        for hint in question.hints[: self._predictions.hints]:
            if hint.tex.startswith(f"{question.tex} = "):
                lines.append((*row, *_pieces(hint.tex.removeprefix(f"{question.tex} = "))))
                row = []
        ends_open = not lines or self._predictions.hints == HINTS
        question_mark = Piece("= ?", "= ?", EM, strong=not lines)
        if row:
            lines.append((*row, question_mark))
        elif ends_open:
            lines[-1] = (*lines[-1], question_mark)
        self.formula.show_lines(tuple(lines), color)
        self.formula.setAccessibleName(f"{question.text} = ?")

    def _form_text(self, form: Form) -> str:
        return {
            Form.VALUE: self.tr("Right within 1 %."),
            Form.SIGN: self.tr("Only its sign is asked."),
            Form.MAGNITUDE: self.tr("Only n is asked, where 10ⁿ ≤ |x| < 10ⁿ⁺¹."),
        }[form]

    def _show_told(self) -> None:
        predictions = self._predictions
        judgement = predictions.judgement
        told = predictions.notice or predictions.verdict
        refused = judgement is not None and judgement.outcome is not Outcome.RIGHT
        if judgement is not None and refused and not predictions.over:
            told = judgement.sentence
        self.told_label.setText("" if told is None else words.text(told))
        self.told_label.setVisible(told is not None)
        problem = refused and not predictions.over
        if bool(self.told_label.property("problem")) != problem:
            self.told_label.setProperty("problem", problem)
            restyle(self.told_label)
        unreadable = judgement is not None and judgement.outcome is Outcome.UNREADABLE
        place = judgement.place if judgement is not None and unreadable else None
        self.answer.show_refused(unreadable, place)

    def _show_hints(self, question: Question) -> None:
        """The hints that are no continuation of what is asked: a formula of its own, or words."""
        shown = question.hints[: self._predictions.hints]
        apart = [hint.tex for hint in shown
                 if hint.tex and not hint.tex.startswith(f"{question.tex} = ")]  # fmt: skip
        lines = tuple(_pieces(tex, follows=False) for tex in apart)
        self.apart_formula.show_lines(lines, self._theme.theme.text)
        self.apart_formula.setVisible(bool(lines))
        said = [words.text(hint.sentence) for hint in shown if hint.sentence is not None]
        self.hint_label.setText(" ".join(said))
        self.hint_label.setVisible(bool(said))

    def _take(self, text: str) -> None:
        if self._predictions.over:
            self._predictions.practise()
        else:
            self._predictions.check(text)

    def _focus(self) -> None:
        if self.isVisible():
            self.answer.field.setFocus()
            self.answer.field.selectAll()

    def _announce(self, told: Message) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self.answer.field, words.text(told))
            QAccessible.updateAccessibility(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the first line where there is room for it."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()


def _pieces(tex: str, *, follows: bool = True) -> tuple[Piece, ...]:
    """What stands between equals signs; the first one, too, has such a sign where it `follows`."""
    found = []
    for number, part in enumerate(tex.split(" = ")):
        whole = f"= {part}" if number or follows else part
        found.append(Piece(whole, plain_formula(whole), _HINT_EM, strong=False))
    return tuple(found)
