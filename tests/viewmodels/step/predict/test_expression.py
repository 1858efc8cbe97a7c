"""Typed expressions: what is read, what is refused and where, and that nothing else can happen."""

from __future__ import annotations

import math
import random

import pytest

from gradsim.viewmodels.step.predict import problems
from gradsim.viewmodels.step.predict.expression import DEEPEST, evaluate
from gradsim.viewmodels.step.predict.problems import ExpressionProblem
from gradsim.viewmodels.step.predict.tokens import LONGEST

QUANTITIES = {"a": 0.65, "y": 1.0, "z": 2.0, "w13": -0.5, "δ1": 3.0, "d1": 3.0, "w1_12": 7.0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.65*(1-0.65)", 0.2275),
        ("2*(a-y)", -0.7),
        ("2(a−y)", -0.7),
        ("a(1−a)", 0.2275),
        ("2a", 1.3),
        ("(1+1)(2+1)", 6.0),
        ("1e-3", 1e-3),
        (".5", 0.5),
        ("3.", 3.0),
        ("-a^2", -0.4225),
        ("(-a)^2", 0.4225),
        ("2^3^2", 512.0),
        ("2**3", 8.0),
        ("z^-1", 0.5),
        ("z²", 4.0),
        ("z¹⁰", 1024.0),
        ("−3 × 2 ÷ 4", -1.5),
        ("3·2", 6.0),
        ("8/2/2", 2.0),
        ("1-2-3", -4.0),
        ("--1", 1.0),
        ("+-+2", -2.0),
        ("2*-3", -6.0),
        ("exp(0)", 1.0),
        ("ln(exp(2))", 2.0),
        ("log(1)", 0.0),
        ("sqrt(9)", 3.0),
        ("tanh(0)", 0.0),
        ("σ(0)", 0.5),
        ("Sigmoid(0)(1-sigmoid(0))", 0.25),
        ("sigmoid(-2000)", 0.0),
        ("w₁₃", -0.5),
        ("w13", -0.5),
        ("w_13", -0.5),
        ("w_1_3", -0.5),
        ("w1_12", 7.0),
        ("δ₁ + d1", 6.0),
        ("A*Y", 0.65),
        ("  1  +  1  ", 2.0),
    ],
)
def test_reads_what_a_person_writes(text: str, value: float) -> None:
    assert evaluate(text, QUANTITIES).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "sentence", "place"),
    [
        ("", problems.EMPTY, 0),
        ("   ", problems.EMPTY, 0),
        ("no idea", problems.UNKNOWN_NAME, 0),
        ("2*q", problems.UNKNOWN_NAME, 2),
        ("inf", problems.NOT_FINITE_NAME, 0),
        ("1+NaN", problems.NOT_FINITE_NAME, 2),
        ("∞", problems.NOT_FINITE_NAME, 0),
        ("1,5", problems.BAD_NUMBER, 0),
        ("1.2.3", problems.BAD_NUMBER, 0),
        ("1e999", problems.TOO_LARGE, 0),
        ("a/0", problems.DIVISION, 1),
        ("a/(y-1)", problems.DIVISION, 1),
        ("0^-1", problems.DIVISION, 1),
        ("(1", problems.NOT_CLOSED, 0),
        ("1)", problems.NOT_OPENED, 1),
        ("()", problems.MISSING_VALUE, 1),
        ("2*", problems.MISSING_END, 2),
        ("*2", problems.MISSING_VALUE, 0),
        ("2 3", problems.MISSING_OPERATOR, 2),
        ("a y", problems.MISSING_OPERATOR, 2),
        ("sin", problems.NEEDS_BRACKET, 0),
        ("tanh 2", problems.NEEDS_BRACKET, 0),
        ("ln(0)", problems.LOGARITHM, 0),
        ("sqrt(-1)", problems.ROOT, 0),
        ("(0-2)^0.5", problems.POWER, 5),
        ("exp(1000)", problems.TOO_LARGE, 0),
        ("9^9^9^9", problems.TOO_LARGE, 3),
        ("1e308*10", problems.TOO_LARGE, 5),
        ("a=1", problems.UNKNOWN_SIGN, 1),
        ("__import__('os')", problems.UNKNOWN_SIGN, 0),
        ("a.real", problems.UNKNOWN_SIGN, 1),
        ("lambda: 1", problems.UNKNOWN_SIGN, 6),
        ("\uff11", problems.UNKNOWN_SIGN, 0),
        ("(" * 31 + "1" + ")" * 31, problems.TOO_DEEP, 30),
        ("-" * 31 + "1", problems.TOO_DEEP, 30),
        ("1+" * 150 + "1", problems.TOO_LONG, LONGEST),
    ],
)
def test_refuses_with_a_sentence_and_a_place(text: str, sentence: str, place: int) -> None:
    with pytest.raises(ExpressionProblem) as caught:
        evaluate(text, QUANTITIES)
    assert caught.value.message.template == sentence
    assert caught.value.place == place


def test_depth_is_allowed_up_to_its_bound() -> None:
    assert evaluate("(" * DEEPEST + "1" + ")" * DEEPEST, {}).value == 1.0
    assert evaluate("1" + "^1" * DEEPEST, {}).value == 1.0


def test_a_quantity_without_a_number_cannot_be_computed_with() -> None:
    with pytest.raises(ExpressionProblem):
        evaluate("u+1", {"u": math.inf})


def test_a_lone_number_is_told_from_an_expression() -> None:
    assert evaluate("-3", {}).plain
    assert not evaluate("1-4", {}).plain


@pytest.mark.parametrize("seed", range(8))
def test_random_texts_give_a_finite_number_or_a_problem(seed: int) -> None:
    chance = random.Random(seed)
    parts = [*"0123456789.+-*/^()eE azywδσ_²∞,=[]{}\\\"'$\t−×÷", "exp(", "ln(", "sqrt(", "tanh(",
             "w13", "1e3", "**", "∂", "한", "😀", "\x00", "٣"]  # fmt: skip
    for _ in range(1500):
        text = "".join(chance.choices(parts, k=chance.randrange(1, 40)))
        place, value = _taken(text)
        assert 0 <= place <= len(text)
        assert math.isfinite(value)


def _taken(text: str) -> tuple[int, float]:
    """The place of the problem, and the number where there is none."""
    try:
        return 0, evaluate(text, QUANTITIES).value
    except ExpressionProblem as problem:
        return problem.place, 0.0
