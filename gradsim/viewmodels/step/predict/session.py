"""The predictions of one window: what is asked now, what was answered, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.predict import telling
from gradsim.viewmodels.step.predict.schedule import due_count, next_kind
from gradsim.viewmodels.step.predict.tally import Tally
from gradsim.viewmodels.step.predict.topics import Form
from gradsim.viewmodels.step.stepper import Stepper

if TYPE_CHECKING:  # read when the first question is asked, so that the start need not
    from gradsim.viewmodels.step.predict.judging import Judgement
    from gradsim.viewmodels.step.predict.practice import Exercise
    from gradsim.viewmodels.step.predict.question import Question

_ON_SETTING = "predict_on"
_FORM_SETTING = "predict_form"
HINTS = 2


class Predictions(QObject):
    """Stands before the stepper's next step: asks, judges, and only then lets it be shown.

    Practice asks about networks of its own; the open project takes no part in it.
    """

    changed = Signal()
    """Whatever is shown of it is another."""
    asked = Signal()
    """A person's own move has led to a question: the answer field may take the focus."""
    told = Signal(Message)
    """What was said of an answer."""

    def __init__(self, stepper: Stepper, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._settings = settings
        self._on = settings.flag(_ON_SETTING)
        known = settings.text(_FORM_SETTING)
        self._form = Form(known) if known in tuple(Form) else Form.VALUE
        self.tally = Tally(settings)
        self._queue: tuple[Question, ...] = ()
        self._index = 0
        self._exercise: Exercise | None = None
        self._over = False
        self._hints = 0
        self._judgement: Judgement | None = None
        self._counted = False
        self._verdict: Message | None = None
        self._notice: Message | None = None
        self._unasked: dict[int, Message | None] = {}  # by the position where it is said
        stepper.set_guard(self)
        stepper.position_changed.connect(self._follow_position)
        stepper.steps_changed.connect(self._follow_steps)

    @property
    def active(self) -> bool:
        """Whether what is to come is asked before it is shown."""
        return self._on

    @property
    def form(self) -> Form:
        """Whether the number, its sign or its order of magnitude is asked."""
        return self._form

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        if self._exercise is not None:
            return self._exercise.question
        return self._queue[0] if self._queue else None

    @property
    def index(self) -> int:
        """The step that is asked about, from 0."""
        return self._index

    @property
    def exercise(self) -> Exercise | None:
        """The practice question, while practice is open."""
        return self._exercise

    @property
    def over(self) -> bool:
        """Whether the practice question is answered and the next one may come."""
        return self._over

    @property
    def hints(self) -> int:
        """How many hints are shown: 0, 1 or 2."""
        return self._hints

    @property
    def judgement(self) -> Judgement | None:
        """What the last answer to the present question was worth."""
        return self._judgement

    @property
    def tried(self) -> bool:
        """Whether a wrong answer was given to the present question."""
        return self._counted

    @property
    def verdict(self) -> Message | None:
        """What was said at the end of the last question, until the walk moves on."""
        return self._verdict

    @property
    def notice(self) -> Message | None:
        """Why the question is another than before, or why nothing is asked."""
        return self._notice or self._unasked.get(self._stepper.position)

    @property
    def score(self) -> Message:
        """“7 of 9 right, 3 in a row”, since the program was started."""
        return telling.score(self.tally.right, self.tally.asked, self.tally.row)

    @property
    def due(self) -> int:
        """How many kinds that were met are due for practice."""
        return due_count(self.tally.progress)

    def set_on(self, on: bool) -> None:
        """Ask before each step from now on, or no more."""
        if on == self._on:
            return
        self._on = on
        self._settings.set_flag(_ON_SETTING, on)
        self._close()
        self._stepper.guard_changed.emit()
        self.changed.emit()

    def toggle(self) -> None:
        """Ask, or no more."""
        self.set_on(not self._on)

    def choose_form(self, form: Form | str) -> None:
        """Ask for the number, its sign or its order of magnitude; the open question, too."""
        form = Form(form)
        if form == self._form:
            return
        self._form = form
        self._settings.set_text(_FORM_SETTING, form)
        if self._exercise is not None and not self._over:
            self._draw(self._exercise.question.kind)
        elif self._queue:
            self._ask(self._questions(self._index))
        self.changed.emit()

    def check(self, text: str) -> None:
        """Take an answer."""
        from gradsim.viewmodels.step.predict.judging import Outcome, judge

        question = self.question
        if question is None or self._over:
            return
        found = self._judgement = judge(question, text)
        self._notice = None
        right = found.outcome is Outcome.RIGHT
        if not self._counted and (right or found.outcome is Outcome.WRONG):
            self._counted = not right
            self.tally.count(question.kind, right=right, helped=self._hints >= HINTS)
        if right:
            self._end(telling.right(question))
            return
        if found.sentence is not None:
            self.told.emit(found.sentence)
        self.changed.emit()

    def hint(self) -> None:
        """Show one hint more."""
        if self.question is not None and not self._over and self._hints < HINTS:
            self._hints += 1
            self.changed.emit()

    def give_up(self) -> None:
        """Show the number; before a first answer nothing is counted."""
        question = self.question
        if question is None or self._over:
            return
        self._end(telling.shown(question, tried=self._counted))

    def close(self) -> None:
        """Put the question away unanswered; the step stays hidden."""
        if self.question is not None:
            self._close()
            self.changed.emit()

    def practise(self) -> None:
        """Ask a question of the kind that is due, on fresh numbers."""
        skip = "" if self._exercise is None else self._exercise.question.kind
        self._queue = ()
        self._draw(next_kind(self.tally.progress, 0, skip))
        if self.question is not None:
            self.changed.emit()
            self.asked.emit()

    # The guard of the walk

    def hold(self, position: int) -> int:
        """The position to which a move forward is let through: the one before what is asked."""
        index = position - 1
        if not self._on:
            return position
        if self._exercise is None and self._queue and self._index == index:
            self.asked.emit()
            return index
        questions = self._questions(index)
        if not questions:
            from gradsim.viewmodels.step.predict.asking import why_unasked

            self._unasked = {position: why_unasked(self._stepper.walk, self._stepper.result, index)}
            return position
        self._stepper.pause()
        self._close()
        self._index = index
        self._ask(questions)
        self.changed.emit()
        self.asked.emit()
        return index

    def _questions(self, index: int) -> tuple[Question, ...]:
        from gradsim.viewmodels.step.predict.asking import questions_before

        result = self._stepper.result
        if result is None:
            return ()
        walk = self._stepper.walk
        return questions_before(walk, result, index, self._form, self.tally.progress.round)

    def _ask(self, queue: tuple[Question, ...]) -> None:
        self._queue = queue
        self._fresh()

    def _fresh(self) -> None:
        self._hints = 0
        self._judgement = None
        self._counted = False
        self._over = False

    def _draw(self, kind: str) -> None:
        from gradsim.viewmodels.step.predict.practice import exercise
        from gradsim.viewmodels.step.predict.schedule import FIRST_KINDS

        seed = self.tally.draw()
        made = exercise(kind, self._form, seed)
        # A kind of another version of the program cannot be asked any more.
        self._exercise = made or exercise(FIRST_KINDS[0], self._form, seed)
        self._verdict = self._notice = None
        self._fresh()

    def _end(self, verdict: Message) -> None:
        """The question is over: on to the next one, or to the step itself."""
        self._verdict = verdict
        if self._exercise is not None:
            self._over = True
        elif len(self._queue) > 1:
            self._ask(self._queue[1:])
        else:
            self._queue = ()
            self._fresh()
            self._stepper.reveal(self._index + 1)
            self._verdict = verdict  # the move has dropped it
        self.told.emit(verdict)
        self.changed.emit()

    def _close(self) -> None:
        self._queue = ()
        self._exercise = None
        self._verdict = self._notice = None
        self._fresh()

    def _follow_position(self) -> None:
        waits = bool(self._queue) and self._stepper.position == self._index
        if self._exercise is None and not waits:
            self._verdict = None
            if self._queue:
                self._close()
            self.changed.emit()

    def _follow_steps(self) -> None:
        """Other numbers: what is asked is asked anew, or put away where it is gone."""
        self._verdict, self._unasked = None, {}
        if not self._queue:
            return
        here = self._stepper.position == self._index
        questions = self._questions(self._index) if here else ()
        if questions:
            self._ask(questions)
            self._notice = telling.asked_anew()
        else:
            self._close()
            self._notice = telling.gone()
        self.changed.emit()
