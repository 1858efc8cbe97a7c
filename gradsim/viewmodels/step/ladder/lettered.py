"""The factors of a scalar chain with lettered layers, L, L−1, …, in the reader's notation."""

from __future__ import annotations

import re

from msgspec.structs import replace

from gradsim.engine.activations import activation_of
from gradsim.engine.costs import cost_of
from gradsim.engine.network import Network
from gradsim.viewmodels.digits import plain_superscript
from gradsim.viewmodels.step.card.path_formulas import symbol_tex
from gradsim.viewmodels.step.walk.steps import Step, StepKind, Symbol

# Symbols know numbered layers only. A number that no network reaches stands in for the letter,
# so that the letter comes to stand wherever the notation puts the number.
_STAND_IN = 7_000_000
_NUMBERED = re.compile(r"(?:699\d|7000)\d{3}")
_RAISED_NUMBERED = re.compile("⁽?((?:⁶⁹⁹|⁷⁰⁰)[⁰¹²³⁴⁵⁶⁷⁸⁹]{4})⁾?")
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")


def lettered_step(step: Step) -> Step:
    """`step` as that of a scalar chain; `lettered_tex` and `lettered_text` write it."""
    layer = _STAND_IN - (step.depth - step.layer)
    return replace(step, layer=layer, unit=None, source=None, bare=True)


def lettered_tex(tex: str) -> str:
    """TeX with the numbers that stand in put into letters: ``a^{(L-1)}``."""
    return _NUMBERED.sub(lambda found: _letters(int(found[0]), "-"), tex)


def lettered_text(text: str) -> str:
    """Plain text with the numbers that stand in put into letters: ``a^(L−1)``.

    There is no raised L in plain Unicode that fonts have, hence the caret.
    """
    raised = _RAISED_NUMBERED.sub(
        lambda found: f"^({_letters(int(plain_superscript(found[1])), '−')})", text
    )
    return _NUMBERED.sub(lambda found: _letters(int(found[0]), "−"), raised)


def _letters(number: int, minus: str) -> str:
    below = _STAND_IN - number
    return "L" if below == 0 else f"L{minus}{below}"


def short_form(step: Step, network: Network) -> str:
    """TeX of what the factor of the scalar chain is: ``2(a-y)``, ``\\sigma'(z)``, ``w``, ``a``.

    `step` is one of `lettered_step`, or a bare one.
    """
    lettered = step.layer > _STAND_IN // 2
    depth = step.depth
    layer = step.layer if not lettered else step.layer - _STAND_IN + depth
    match step.kind:
        case StepKind.COST:
            tex = _in_one_line(cost_of(network.cost).derivative_tex)
            tex = tex.replace("a_j", Symbol("a", step.layer).tex).replace("_j", "")
        case StepKind.ACTIVATION:
            rule = activation_of(network.layers[layer - 1].activation)
            z = Symbol("z", step.layer).tex
            tex = rf"{symbol_tex(rule.symbol)}^{{\prime}}({z})"
        case StepKind.BIAS:
            tex = "1"
        case StepKind.WEIGHTS:
            tex = Symbol("a", step.layer - 1).tex if layer > 1 else Symbol("x").tex
        case StepKind.SHORTCUT:
            tex = f"{Symbol('a', step.layer).tex}-y"
        case StepKind.PREVIOUS_ACTIVATION:
            tex = Symbol("w", step.layer).tex
        case _:
            raise AssertionError(step.kind)
    return lettered_tex(tex)


def _in_one_line(tex: str) -> str:
    """Fractions with a slash: ``(a-y)/(a(1-a))``."""

    def part(inside: str) -> str:
        single = len(inside.replace("_j", "")) == 1
        return inside if single else f"({inside})"

    return _FRACTION.sub(lambda found: f"{part(found[1])}/{part(found[2])}", tex)
