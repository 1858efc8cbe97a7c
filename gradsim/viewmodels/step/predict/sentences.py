"""The sentences that name a mistake; each begins with what went wrong."""

from __future__ import annotations

from gradsim.engine.problems import QT_TRANSLATE_NOOP

FORGOT_TWO = QT_TRANSLATE_NOOP(
    "Prediction", "You forgot the 2: the derivative of the square brings it down."
)
NEEDLESS_TWO = QT_TRANSLATE_NOOP(
    "Prediction", "One 2 too many: the ½ before the square has cancelled it."
)
FORGOT_SHARE = QT_TRANSLATE_NOOP(
    "Prediction", "You forgot to divide by the number of outputs: this cost is a mean."
)
FORGOT_HALF = QT_TRANSLATE_NOOP("Prediction", "You forgot the ½ before the square.")
FORGOT_SQUARE = QT_TRANSLATE_NOOP("Prediction", "You forgot the square: that is a − y itself.")
COST_ITSELF = QT_TRANSLATE_NOOP("Prediction", "That is the cost itself, not its derivative.")
ALREADY_DELTA = QT_TRANSLATE_NOOP(
    "Prediction",
    "That is a − y, what is left once the slope of the output is multiplied in; asked is the "
    "factor before it.",
)
TARGET_FIRST = QT_TRANSLATE_NOOP(
    "Prediction", "Wrong sign: the target is subtracted from the output, not the other way round."
)
WRONG_SIGN = QT_TRANSLATE_NOOP("Prediction", "Wrong sign; the size is right.")
Z_FOR_A = QT_TRANSLATE_NOOP("Prediction", "You put in z instead of a.")
VALUE_FOR_SLOPE = QT_TRANSLATE_NOOP(
    "Prediction", "You forgot f′: that is a, the height of the curve; asked is its slope at z."
)
SLOPE_AT_A = QT_TRANSLATE_NOOP("Prediction", "That is the slope at a; it is taken at z.")
OF_TANH = QT_TRANSLATE_NOOP("Prediction", "That is the derivative of tanh; this layer has sigmoid.")
OF_SIGMOID = QT_TRANSLATE_NOOP(
    "Prediction", "That is the derivative of sigmoid; this layer has tanh."
)
WITHOUT_SQUARE = QT_TRANSLATE_NOOP("Prediction", "You forgot the square: it is 1 − a².")
WITHOUT_A = QT_TRANSLATE_NOOP("Prediction", "That is 1 − a alone: it is a (1 − a).")
OWN_SLOPE = QT_TRANSLATE_NOOP(
    "Prediction", "That is how a unit moves with its own z; asked is how it moves with another's."
)
FORGOT_SLOPE = QT_TRANSLATE_NOOP(
    "Prediction", "You forgot f′: that is what arrives at a, not yet what is left at z."
)
FORGOT_ARRIVING = QT_TRANSLATE_NOOP(
    "Prediction", "That is f′ alone: what arrives from above is still to be multiplied in."
)
NOT_APPLIED = QT_TRANSLATE_NOOP("Prediction", "That is z itself: the activation is still to come.")
SLOPE_FOR_VALUE = QT_TRANSLATE_NOOP("Prediction", "That is the slope f′(z); asked is the value.")
WEIGHT_FOR_INPUT = QT_TRANSLATE_NOOP(
    "Prediction", "You took the weight: z moves with the weight as fast as what comes in is large."
)
INPUT_FOR_WEIGHT = QT_TRANSLATE_NOOP(
    "Prediction", "That is what comes in: z moves with it as fast as the weight is large."
)
Z_BELOW = QT_TRANSLATE_NOOP(
    "Prediction", "You took z instead of a: what comes in has passed the activation."
)
ACTIVATION_ABOVE = QT_TRANSLATE_NOOP(
    "Prediction", "That is the activation behind the weight; what comes in before it counts."
)
BIAS_ITSELF = QT_TRANSLATE_NOOP("Prediction", "That is the bias itself, not a derivative by it.")
BIAS_NOT_ZERO = QT_TRANSLATE_NOOP(
    "Prediction", "Not 0: the bias is added to z, so z moves exactly as the bias does."
)
NEIGHBOUR = QT_TRANSLATE_NOOP(
    "Prediction", "You multiplied in the wrong neighbour: that belongs to {symbol}."
)
FORGOT_DELTA = QT_TRANSLATE_NOOP(
    "Prediction", "That is only what comes in: δ is still to be multiplied in."
)
FORGOT_INPUT = QT_TRANSLATE_NOOP(
    "Prediction", "That is δ alone: what comes in is still to be multiplied in."
)
TIMES_BIAS = QT_TRANSLATE_NOOP(
    "Prediction", "The bias is not multiplied in: its factor is 1, whatever its value."
)
FORGOT_WEIGHTS = QT_TRANSLATE_NOOP(
    "Prediction", "You forgot the weights: each δ goes back through its own."
)
FORGOT_BIAS = QT_TRANSLATE_NOOP("Prediction", "You forgot the bias.")
MINUS_BIAS = QT_TRANSLATE_NOOP("Prediction", "Wrong sign of the bias: it is added.")
ALREADY_APPLIED = QT_TRANSLATE_NOOP("Prediction", "That is a: asked is z, before the activation.")
FORGOT_FACTOR = QT_TRANSLATE_NOOP(
    "Prediction", "You forgot {symbol}: that is the product so far, without the new factor."
)
ONLY_FACTOR = QT_TRANSLATE_NOOP(
    "Prediction", "That is the new factor alone: the product so far is to be multiplied by it."
)
ADDED = QT_TRANSLATE_NOOP("Prediction", "You added: along a path the factors are multiplied.")
LEFT_OUT = QT_TRANSLATE_NOOP("Prediction", "You left out {symbol}.")
ONE_PATH = QT_TRANSLATE_NOOP(
    "Prediction", "You missed the other paths: that is {symbol} alone, and all of them add up."
)
MISSED_PATH = QT_TRANSLATE_NOOP("Prediction", "You missed a path: {symbol}.")
ONE_TERM = QT_TRANSLATE_NOOP(
    "Prediction", "You missed the others: that is {symbol} alone, and all of them add up."
)
MISSED_TERM = QT_TRANSLATE_NOOP("Prediction", "You missed {symbol} in the sum.")
SIZES_ADDED = QT_TRANSLATE_NOOP(
    "Prediction", "You added the sizes: contributions of opposite sign cancel in part."
)
MULTIPLIED = QT_TRANSLATE_NOOP("Prediction", "You multiplied: paths are added up.")
