"""What can be wrong with a typed expression: one sentence each, with the place where it is."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message


class ExpressionProblem(ValueError):
    """An expression that cannot be read or computed.

    Parameters
    ----------
    template : str
        One English sentence, marked under the context "Prediction".
    place : int
        Where in the typed text, counted in characters from 0.
    **arguments
        Values for the placeholders.
    """

    def __init__(self, template: str, place: int, /, **arguments: object) -> None:
        super().__init__(template)
        self.message = Message.of("Prediction", template, **arguments)
        self.place = place


EMPTY = QT_TRANSLATE_NOOP("Prediction", "Nothing is written yet.")
TOO_LONG = QT_TRANSLATE_NOOP("Prediction", "That is longer than {most} characters.")
TOO_DEEP = QT_TRANSLATE_NOOP("Prediction", "More than {most} brackets or signs lie in one another.")
UNKNOWN_SIGN = QT_TRANSLATE_NOOP("Prediction", "“{sign}” has no meaning here.")
UNKNOWN_NAME = QT_TRANSLATE_NOOP("Prediction", "“{name}” is none of the quantities shown.")
NOT_FINITE_NAME = QT_TRANSLATE_NOOP(
    "Prediction", "“{name}” is not a number that can be computed with."
)
BAD_NUMBER = QT_TRANSLATE_NOOP("Prediction", "“{name}” is not a number.")
MISSING_VALUE = QT_TRANSLATE_NOOP("Prediction", "A number or a name is missing here.")
MISSING_END = QT_TRANSLATE_NOOP("Prediction", "The expression breaks off: something must follow.")
NOT_CLOSED = QT_TRANSLATE_NOOP("Prediction", "This bracket is never closed.")
NOT_OPENED = QT_TRANSLATE_NOOP("Prediction", "This bracket was never opened.")
NEEDS_BRACKET = QT_TRANSLATE_NOOP("Prediction", "{name} needs brackets: {name}(…).")
MISSING_OPERATOR = QT_TRANSLATE_NOOP("Prediction", "An operator is missing before this.")
DIVISION = QT_TRANSLATE_NOOP("Prediction", "Here something is divided by zero.")
LOGARITHM = QT_TRANSLATE_NOOP("Prediction", "ln needs a number above 0; here it has {value}.")
ROOT = QT_TRANSLATE_NOOP("Prediction", "sqrt needs a number from 0 up; here it has {value}.")
POWER = QT_TRANSLATE_NOOP(
    "Prediction", "A negative number has no real power with a broken exponent."
)
TOO_LARGE = QT_TRANSLATE_NOOP("Prediction", "Here the number grows beyond what can be computed.")
