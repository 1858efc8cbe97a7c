"""What the penalties of the project's plan add to the gradient of a weight, in symbols and numbers.

The walk, the measurement and the gradient check are of the cost alone; the penalty stands beside.
"""

from __future__ import annotations

from msgspec import Struct

from gradsim.engine.chain import FactorKind
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.penalties import Penalty
from gradsim.engine.penalties.penalty import applicable, weight_term
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.penalty_symbols import penalty_term, penalty_terms
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import Symbol


class PenaltyTerm(Struct, frozen=True):
    """What is added to ∂C/∂w of one weight: its symbol, ``+λw``, and its number."""

    symbol: str
    value: Scaled


def penalty_of(result: SimulationResult) -> Penalty:
    """The penalty of the project's plan, as far as it acts in this network."""
    return applicable(result.project.training.penalty, result.project.network)


def term_of(
    result: SimulationResult, address: ParameterAddress, symbol: Symbol
) -> PenaltyTerm | None:
    """The term of one parameter; None without penalties and for a bias, which has none."""
    penalty = penalty_of(result)
    if penalty.nothing or address.kind != "w":
        return None
    arriving = next(
        factor.arriving
        for factor in result.factors
        if factor.layer == address.layer and factor.kind is FactorKind.weights
    )
    value = weight_term(result.forward, address, penalty, arriving)
    return PenaltyTerm(penalty_term(symbol, penalty.names), Scaled.of(value))


def terms_tex(penalty: Penalty, weights: Symbol) -> str:
    """``+ λ W``: everything that is added, in TeX."""
    return " + ".join(tex for tex, _ in penalty_terms(weights, penalty.names))


def terms_text(penalty: Penalty, weights: Symbol) -> str:
    """The same as plain text."""
    return " + ".join(text for _, text in penalty_terms(weights, penalty.names))


def about(result: SimulationResult) -> tuple[Message, ...]:
    """What the penalties do, each with its λ, and what is not of them."""
    penalty = penalty_of(result)
    lambdas = {"l1": penalty.l1, "l2": penalty.l2, "omega": penalty.omega}
    told = [
        Message.of("Card", _MEANINGS[name], value=numeral(lambdas[name])) for name in penalty.names
    ]
    return (*told, Message.of("Card", _BESIDE))


_MEANINGS = {
    "l1": QT_TRANSLATE_NOOP(
        "Card",
        "L1 pulls every weight towards 0 by the same λ = {value}, however small the weight is.",
    ),
    "l2": QT_TRANSLATE_NOOP(
        "Card", "L2 pulls every weight towards 0 in proportion to its size, with λ = {value}."
    ),
    "omega": QT_TRANSLATE_NOOP(
        "Card",
        "Ω, with λ = {value}, pulls the weights so that this layer hands the gradient on at the "
        "size at which it came; in the first layer it has no term.",
    ),
}
_BESIDE = QT_TRANSLATE_NOOP(
    "Card",
    "This term is added for this layer's step alone and goes no further back. Profiles, the "
    "gradient check and the comparison at the end are of the cost without penalties.",
)
