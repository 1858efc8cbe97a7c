"""What there is to say about a nudge: what it predicts, where that ends, and what keeping does."""

from __future__ import annotations

from gradsim.engine.chain import FactorKind
from gradsim.engine.nudge.ripple import Ripple
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies.letters import letters_of
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.nudge.levers import draws_from_data
from gradsim.viewmodels.step.nudge.nudge import Nudge
from gradsim.viewmodels.step.nudge.rows import ripple_rows
from gradsim.viewmodels.step.nudge.told import known
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.lenses import is_scalar_chain
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol


def formula_text(nudge: Nudge) -> str:
    """``ΔC ≈ ∂C/∂w₂₁⁽³⁾ · Δw₂₁⁽³⁾ = 0.01234 × 0.1 = 0.001234``."""
    hold, ripple = nudge.slope, nudge.ripple
    if hold is None or ripple is None:
        return ""
    symbol, cost = nudge.symbol.text, COST_SYMBOL.text
    slope = numeral(Scaled.of(hold.slope.mantissa, hold.slope.exponent))
    predicted = ripple.cost.predicted
    end = known(predicted, ripple.cost.doubt)
    amount = _factor(numeral(ripple.amount))
    said = f"Δ{cost} ≈ ∂{cost}/∂{symbol} · Δ{symbol} = {_factor(slope)} × {amount}"
    # What cancels to less than its own rounding has a size, and no digits.
    return f"{said}, |Δ{cost}| {end}" if end.startswith("<") else f"{said} = {end}"


def warnings(nudge: Nudge) -> tuple[Message, ...]:
    """Where the straight line of the derivative ends, and where the numbers do."""
    ripple = nudge.ripple
    if ripple is None:
        return ()
    said = _kinks(ripple)
    layer = ripple.moved.overflow_layer
    if layer is not None:
        said.append(Message.of("Nudge", _OVERFLOW, layer=layer))
    return tuple(said)


def notes(nudge: Nudge) -> tuple[Message, ...]:
    """The sentences below the numbers."""
    ripple, result = nudge.ripple, nudge.result
    if ripple is None or result is None:
        return ()
    said: list[Message] = []
    if not nudge.live:
        said.append(Message.of("Nudge", _START))
    said += _of_remedies(nudge, ripple)
    if any(row.told.lost for row in ripple_rows(ripple)):
        said.append(Message.of("Nudge", _LOST))
    if ripple.lever.kind in ("x", "y") and not result.project.data.is_inline:
        said.append(Message.of("Nudge", _TYPED))
    if ripple.lever.kind in ("x", "y") and draws_from_data(result.project):
        said.append(Message.of("Nudge", _LSUV))
    return tuple(said)


def _kinks(ripple: Ripple) -> list[Message]:
    if not ripple.kinks:
        return []
    layer, unit = ripple.kinks[0]
    network = ripple.base.network
    name = words.activation_label(network.layers[layer - 1].activation.name)
    units = () if is_scalar_chain(network) else (unit,)
    taken = letters_of(network, layer)[FactorKind.activation][1]
    symbol = Symbol(taken.letter, taken.layer, units).text
    if len(ripple.kinks) == 1:
        return [Message.of("Nudge", _KINK, symbol=symbol, activation=name)]
    count = words.count(len(ripple.kinks))
    return [Message.of("Nudge", _KINKS, symbol=symbol, count=count)]


def _of_remedies(nudge: Nudge, ripple: Ripple) -> list[Message]:
    """What passes again, and what of it is shown."""
    network, lever = ripple.base.network, ripple.lever
    said: list[Message] = []
    if nudge.samples > 1:
        batch = {"samples": words.count(nudge.samples), "sample": words.count(nudge.sample)}
        said.append(Message.of("Nudge", _BATCH, **batch, cost=COST_SYMBOL.text))
    if lever.kind == "b" and network.takes_off_bias(lever.layer):
        said.append(Message.of("Nudge", _CENTRED, symbol=nudge.symbol.text))
    if not network.evaluating and any(layer.dropout for layer in network.layers):
        said.append(Message.of("Nudge", _MASKS))
    return said


def _factor(written: str) -> str:
    return f"({written})" if written.startswith(words.MINUS) else written


_START = QT_TRANSLATE_NOOP(
    "Nudge",
    "Drag the slider, or an edge or unit of the diagram up and down: what changes is shown beside "
    "what the derivative predicts.",
)
_KINK = QT_TRANSLATE_NOOP(
    "Nudge",
    "{symbol} crosses a kink of {activation}: the straight line of the derivative ends there.",
)
_KINKS = QT_TRANSLATE_NOOP(
    "Nudge",
    "{count} units cross a kink of their activation, first {symbol}: the straight line of the "
    "derivative ends there.",
)
_OVERFLOW = QT_TRANSLATE_NOOP("Nudge", "The moved network overflows in layer {layer}.")
_BATCH = QT_TRANSLATE_NOOP(
    "Nudge",
    "Batch normalization ties the {samples} samples of the batch together, so all of them pass "
    "again. Δ{cost} is the change of their mean cost; the lines below it are of sample {sample}. "
    "The diagram shows means.",
)
_CENTRED = QT_TRANSLATE_NOOP(
    "Nudge",
    "{symbol} moves every sample alike, and the normalization takes the mean away: above it "
    "nothing moves.",
)
_MASKS = QT_TRANSLATE_NOOP("Nudge", "Dropout silences the same units before and after.")
_LOST = QT_TRANSLATE_NOOP(
    "Nudge",
    "“<”: two nearly equal numbers were subtracted; what is smaller than this is lost in rounding.",
)
_TYPED = QT_TRANSLATE_NOOP(
    "Nudge", "Keeping it turns the generated samples into typed ones, with this number changed."
)
_LSUV = QT_TRANSLATE_NOOP(
    "Nudge", "LSUV fits its weights to the data: keeping this number draws them anew."
)
