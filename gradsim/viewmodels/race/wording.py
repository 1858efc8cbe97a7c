"""The race in words: who leads by how much, whose layers move first, who is out and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training.divergence import Divergence
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.race.moment import RacerMoment
from gradsim.viewmodels.training.wording import divergence_message, span_of_layers

_CONTEXT: Final = "Race"
_WORTH_TELLING: Final = 1.05
"""How many times as much another cost is, at least, where that is told."""
_ALONE = QT_TRANSLATE_NOOP("Race", "Racer {racer} has the cost {cost}, at the start {start}.")
_LEADS = QT_TRANSLATE_NOOP(
    "Race",
    "Racer {first} leads: the cost is {cost}, against {other} for racer {second}, which is "
    "{times} times as much.",
)
_LEADS_TO_ZERO = QT_TRANSLATE_NOOP(
    "Race", "Racer {first} leads: the cost is {cost}, against {other} for racer {second}."
)
_LEVEL = QT_TRANSLATE_NOOP(
    "Race", "Nobody leads: the best cost, {cost}, is that of racers {racers}."
)
_ORDER_BY_COST = QT_TRANSLATE_NOOP("Race", "In order of cost: {racers}.")
_ORDER_BY_RIGHT = QT_TRANSLATE_NOOP("Race", "In order of right answers: {racers}.")
_PLACE = QT_TRANSLATE_NOOP("Race", "racer {racer} ({value})")
_LEADS_RIGHT = QT_TRANSLATE_NOOP(
    "Race",
    "Racer {first} leads: {share} of the answers are right, against {other} for racer {second}.",
)
_LEVEL_RIGHT = QT_TRANSLATE_NOOP(
    "Race", "Nobody leads: {share} of the answers are right for racers {racers}."
)
_UNLIKE_RIGHT = QT_TRANSLATE_NOOP(
    "Race", "The racers have different costs, so they are ordered by right answers."
)
_UNLIKE = QT_TRANSLATE_NOOP(
    "Race", "The racers have different costs, whose values cannot be compared: nobody leads."
)
_LINE = QT_TRANSLATE_NOOP("Race", "cost {cost}, at the start {start}")
_LINE_RIGHT = QT_TRANSLATE_NOOP("Race", "cost {cost}, at the start {start}; {share} right")
_ASIDE = QT_TRANSLATE_NOOP("Race", "kept aside: cost {cost}")
_ASIDE_RIGHT = QT_TRANSLATE_NOOP("Race", "kept aside: cost {cost}; {share} right")
_OUT = QT_TRANSLATE_NOOP("Race", "Racer {racer} is out. {reason}")
_OUT_AT = QT_TRANSLATE_NOOP("Race", "Racer {racer} is out at layer {layer}. {reason}")
_STAYED = QT_TRANSLATE_NOOP("Race", "Racer {racer} could not start. {reason}")
_NOBODY = QT_TRANSLATE_NOOP("Race", "Nobody is left in the race.")

_FIRST = QT_TRANSLATE_NOOP("Race", "racer {racer} at step {step}")
_NEVER = QT_TRANSLATE_NOOP("Race", "racer {racer} not yet")
_LAYER = QT_TRANSLATE_NOOP("Race", "Layer {layer} has moved by {share} of its size: {racers}.")
_WINNER = QT_TRANSLATE_NOOP("Race", "{layers}: racer {racers}")
_WINNERS = QT_TRANSLATE_NOOP("Race", "{layers}: racers {racers}")
_WINNER_ALL = QT_TRANSLATE_NOOP("Race", "Racer {racers} was first at every layer that has moved.")
_WINNERS_BY = QT_TRANSLATE_NOOP("Race", "First to move, layer by layer: {groups}.")
_ORDER = QT_TRANSLATE_NOOP(
    "Race",
    "Racer {racer}: layer {layer} moved first (step {step}), layer {last} last (step {late}).",
)
_AT_ONCE = QT_TRANSLATE_NOOP("Race", "Racer {racer}: every layer moved at step {step}.")
_ONE_STILL = QT_TRANSLATE_NOOP("Race", "Racer {racer}: layer {layers} has not moved so far.")
_STILL = QT_TRANSLATE_NOOP("Race", "Racer {racer}: layers {layers} have not moved so far.")
_ALL_STILL = QT_TRANSLATE_NOOP("Race", "Racer {racer}: no layer has moved so far.")


def right_text(share: float) -> str:
    """The share of right answers, as Train writes it: “98.3 %”."""
    return f"{100 * share:.1f} %"


def reading(racer: RacerMoment, kept_aside: bool = False) -> tuple[float, float]:
    """Cost and right answers of a racer, over the samples trained on or those kept aside."""
    prefix = "validation_" if kept_aside else ""
    return racer.now(f"{prefix}cost"), racer.now(f"{prefix}accuracy")


def standing(racers: Sequence[RacerMoment]) -> tuple[RacerMoment, ...]:
    """Those that started, the best first; those that are out behind the others."""
    started = [each for each in racers if each.started]
    by_right = _by_right(started)

    def place(racer: RacerMoment) -> tuple[bool, float]:
        cost, right = reading(racer)
        value = -right if by_right else cost
        return racer.divergence is not None, math.inf if math.isnan(value) else value

    return tuple(sorted(started, key=place))


def score_message(racer: RacerMoment) -> Message:
    """The numbers of one racer."""
    cost, right = reading(racer)
    start = float(racer.column("cost")[0])
    if math.isnan(right):
        return _said(_LINE, cost=words.number(cost), start=words.number(start))
    return _said(
        _LINE_RIGHT, cost=words.number(cost), start=words.number(start), share=right_text(right)
    )


def aside_message(racer: RacerMoment) -> Message | None:
    """The same over the samples kept aside; None where there are none."""
    cost, right = reading(racer, kept_aside=True)
    if math.isnan(cost):
        return None
    if math.isnan(right):
        return _said(_ASIDE, cost=words.number(cost))
    return _said(_ASIDE_RIGHT, cost=words.number(cost), share=right_text(right))


def standing_messages(racers: Sequence[RacerMoment]) -> tuple[Message, ...]:
    """Who leads, by how much, and who is out."""
    said: list[Message] = []
    going = [each for each in standing(racers) if each.divergence is None]
    costs = {each.cost for each in racers if each.started}
    if len(costs) > 1:
        said.append(_said(_UNLIKE_RIGHT if _by_right(going) else _UNLIKE))
    if len(costs) > 1 and not _by_right(going):
        pass
    elif len(going) == 1:
        cost, start = going[0].now("cost"), float(going[0].column("cost")[0])
        said.append(
            _said(
                _ALONE,
                racer=going[0].number,
                cost=words.number(cost),
                start=words.number(start),
            )
        )
    elif going:
        said.append(_lead(going))
        if len(going) > 2:
            said.append(_in_order(going))
    else:
        said.append(_said(_NOBODY))
    for racer in racers:
        if racer.divergence is not None:
            said.append(_out(racer.number, racer.divergence))
        elif racer.problem is not None:
            problem = Message("Problem", racer.problem.template, racer.problem.arguments)
            said.append(_said(_STAYED, racer=racer.number, reason=problem))
    return tuple(said)


def movement_messages(racers: Sequence[RacerMoment], share: float) -> tuple[Message, ...]:
    """Whose layers had moved by `share` of their size first, and which have not."""
    started = [each for each in racers if each.started and each.steps]
    if not started:
        return ()
    said = [_first_layer(started, share)]
    if len(started) > 1:
        said += _winners(started, share)
    return (*said, *(_order(each, share) for each in started))


def _first_layer(racers: Sequence[RacerMoment], share: float) -> Message:
    """Layer 1, the one that a vanishing gradient reaches last."""
    steps = [(int(each.first_moves(share)[0]), each.number) for each in racers]
    moved = sorted(each for each in steps if each[0])
    told = [_said(_FIRST, racer=number, step=words.count(step)) for step, number in moved]
    told += [_said(_NEVER, racer=number) for step, number in steps if not step]
    joined = ", ".join(map(words.text, told))
    return _said(_LAYER, layer=1, share=f"{words.percent(share)} %", racers=joined)


def _winners(racers: Sequence[RacerMoment], share: float) -> list[Message]:
    """Which racer was first at which layers; several where they were at the same step."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for layer in range(1, max(each.layers for each in racers) + 1):
        steps = {
            each.number: int(each.first_moves(share)[layer - 1])
            for each in racers
            if layer <= each.layers
        }
        moved = [step for step in steps.values() if step]
        if moved:
            first = tuple(number for number, step in steps.items() if step == min(moved))
            groups.setdefault(first, []).append(layer)
    if not groups:
        return []
    if len(groups) == 1 and len(winners := next(iter(groups))) == 1:
        return [_said(_WINNER_ALL, racers=_numbers(winners))]
    told = []
    for first, layers in groups.items():
        template = _WINNER if len(first) == 1 else _WINNERS
        said = _said(template, layers=span_of_layers(layers), racers=_numbers(first))
        told.append(words.text(said))
    return [_said(_WINNERS_BY, groups="; ".join(told))]


def _order(racer: RacerMoment, share: float) -> Message:
    """Which of a racer's layers moved first and last, or have not."""
    steps = racer.first_moves(share)
    still = [index + 1 for index, step in enumerate(steps) if not step]
    if len(still) == racer.layers:
        return _said(_ALL_STILL, racer=racer.number)
    if still:
        template = _ONE_STILL if len(still) == 1 else _STILL
        return _said(template, racer=racer.number, layers=span_of_layers(still))
    first, last = int(steps.argmin()), int(steps.argmax())
    if steps[first] == steps[last]:
        return _said(_AT_ONCE, racer=racer.number, step=words.count(int(steps[first])))
    return _said(
        _ORDER,
        racer=racer.number,
        layer=first + 1,
        step=words.count(int(steps[first])),
        last=span_of_layers([last + 1]),
        late=words.count(int(steps[last])),
    )


def _out(number: int, divergence: Divergence) -> Message:
    """Who is out, with the layer where the reason does not name it."""
    reason = divergence_message(divergence)
    if divergence.kind == "cost":
        return _said(_OUT_AT, racer=number, layer=divergence.layer, reason=reason)
    return _said(_OUT, racer=number, reason=reason)


def _lead(going: Sequence[RacerMoment]) -> Message:
    first, second = going[0], going[1]
    by_right = _by_right(going)
    place = 1 if by_right else 0
    best, other = reading(first)[place], reading(second)[place]
    if best == other:
        level = [each.number for each in going if reading(each)[place] == best]
        racers = _numbers(sorted(level))
        if by_right:
            return _said(_LEVEL_RIGHT, share=right_text(best), racers=racers)
        return _said(_LEVEL, cost=words.number(best), racers=racers)
    told = {"first": first.number, "second": second.number}
    if by_right:
        return _said(_LEADS_RIGHT, share=right_text(best), other=right_text(other), **told)
    numbers = {"cost": words.number(best), "other": words.number(other)}
    if best > 0 and math.isfinite(other) and other / best >= _WORTH_TELLING:
        return _said(_LEADS, times=words.number(other / best, 3), **numbers, **told)
    return _said(_LEADS_TO_ZERO, **numbers, **told)


def _in_order(going: Sequence[RacerMoment]) -> Message:
    by_right = _by_right(going)
    told = []
    for racer in going:
        cost, right = reading(racer)
        value = right_text(right) if by_right else words.number(cost)
        told.append(words.text(_said(_PLACE, racer=racer.number, value=value)))
    return _said(_ORDER_BY_RIGHT if by_right else _ORDER_BY_COST, racers=", ".join(told))


def _by_right(racers: Sequence[RacerMoment]) -> bool:
    """Whether racers are ordered by right answers: their costs differ, and all have them."""
    unlike = len({each.cost for each in racers}) > 1
    return unlike and not any(math.isnan(each.now("accuracy")) for each in racers)


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _said(template: str, **arguments: object) -> Message:
    return Message(_CONTEXT, template, arguments)
