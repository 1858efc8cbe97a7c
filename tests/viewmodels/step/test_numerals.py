"""Numbers with exponents of their own, and how they are written."""

from __future__ import annotations

import math
import re

import pytest

from gradsim.engine.activations import ACTIVATIONS
from gradsim.engine.costs import COSTS
from gradsim.engine.initializers import INITIALIZERS
from gradsim.engine.remedies import NORMALIZATIONS
from gradsim.engine.training.optimizers import OPTIMIZERS
from gradsim.engine.training.schedules import SCHEDULES
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.numerals import factor_tex, numeral, numeral_tex
from gradsim.viewmodels.step.scaled import ONE, ZERO, Scaled


@pytest.mark.parametrize("value", [1.0, -0.3, 1e300, -1e-300, 5e-324, 0.0, 123.456])
def test_a_scaled_number_is_the_float_it_was_made_of(value: float) -> None:
    assert Scaled.of(value).value == value


def test_products_leave_float_range_without_loss() -> None:
    tenth, product = Scaled.of(0.1), ONE
    for _ in range(1000):
        product = product * tenth
    assert product.value == 0.0
    assert not product.is_zero
    assert product.log10_abs == pytest.approx(-1000, abs=1e-9)
    assert numeral(product) == "1.000·10⁻¹⁰⁰⁰"


def test_equal_numbers_are_equal_however_they_were_made() -> None:
    assert Scaled.of(0.5, 3) == Scaled.of(4.0)
    assert Scaled.of(3.0) * Scaled.of(0.0) == ZERO


def test_too_large_for_a_float_is_infinite_as_a_float_only() -> None:
    large = Scaled.of(1.0, 5000)
    assert large.value == math.inf
    assert large.is_finite
    assert numeral(large).startswith("1.412·10¹⁵⁰⁵")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1.0, "1"),
        (-1.0, "−1"),
        (0.2245, "0.2245"),
        (-0.571, "−0.5710"),
        (-9.556e-5, "−9.556·10⁻⁵"),
        (0.0009556, "0.0009556"),
        (99999.9, "1.000·10⁵"),
        (1234567.0, "1.235·10⁶"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "NaN"),
    ],
)
def test_numbers_are_written_with_four_figures(value: float, text: str) -> None:
    assert numeral(value) == text


def test_a_negative_number_in_a_formula_carries_its_sign_and_as_a_factor_brackets() -> None:
    assert numeral_tex(-0.5) == "{-}0.5000"
    assert factor_tex(-0.5) == "({-}0.5000)"
    assert factor_tex(0.5) == "0.5000"
    assert numeral_tex(2e-12) == r"2.000 \cdot 10^{-12}"


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"= \sigma^{\prime}(z)", "= σ′(z)"),
        (r"= 0.3402\,(1-0.3402)", "= 0.3402(1−0.3402)"),
        (r"= w_{21}^{(3)}", "= w₂₁⁽³⁾"),
        (r"\frac{1}{2}\sum_j (a_j-y_j)^2", "1/2Σj (aj−yj)²"),
        (r"= 2.000 \cdot 10^{-12}", "= 2.000 · 10⁻¹²"),
        (r"\mathrm{ReLU}^{\prime}(z)", "ReLU′(z)"),
        (r"\frac{-y_{j}}{a_{j}}", "(−yj)/aj"),
        (r"\frac{a_{1}-y_{1}}{a_{1}\,(1-a_{1})}", "(a₁−y₁)/(a₁(1−a₁))"),
        (r"\frac{\partial C}{\partial z_{i}}", "∂C/∂zi"),
        (r"\frac{\partial w_{10}^{[2]}}{\partial a_{0}^{[1]}}", "∂w₁₀[2]/∂a₀[1]"),
        (r"\frac{\hat m}{\sqrt{\hat v}+\epsilon}", "m̂/(√(v̂)+ε)"),
        (r"e^{-z_{j}}", "e^(−zj)"),
        (r"\left(1+\cos\frac{\pi t}{T}\right)", "(1+cos π t/T)"),
    ],
)
def test_a_formula_can_be_read_before_it_is_typeset(tex: str, plain: str) -> None:
    assert plain_formula(tex) == plain


def test_no_rule_leaves_tex_behind_in_its_plain_text() -> None:
    alone = (INITIALIZERS, OPTIMIZERS, SCHEDULES)
    forms = [each.tex for table in alone for each in table.values()]
    for rule in (*ACTIVATIONS.values(), *COSTS.values(), *NORMALIZATIONS.values()):
        forms += [rule.tex, rule.derivative_tex]
    for tex in forms:
        plain = plain_formula(tex)
        assert not set("\\{}_") & set(plain), tex
        assert not re.search(r"frac|\bhat |left|right|quad", plain), tex
