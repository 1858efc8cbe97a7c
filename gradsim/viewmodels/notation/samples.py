"""Equations that show at a glance what a notation does."""

from __future__ import annotations

from msgspec import Struct

from gradsim.viewmodels.notation.value import Notation
from gradsim.viewmodels.step.walk.steps import Symbol

_LAYER = 3
_COST = Symbol("C")
_WEIGHT = Symbol("w", _LAYER, (2, 1))
_Z, _A = Symbol("z", _LAYER, (2,)), Symbol("a", _LAYER, (2,))
_MATRIX, _ALL_Z, _BELOW = Symbol("W", _LAYER), Symbol("z", _LAYER), Symbol("a", _LAYER - 1)


class Sample(Struct, frozen=True):
    """One equation as TeX and in plain text; the parts between its equals signs."""

    tex: tuple[str, ...]
    text: tuple[str, ...]


def chain_of_weight(notation: Notation) -> Sample:
    """∂C/∂w₂₁⁽³⁾ as a product: letter, brackets and indices."""
    pairs = ((_COST, _WEIGHT), (_COST, _A), (_A, _Z), (_Z, _WEIGHT))
    tex, text = ([each(*pair, notation) for pair in pairs] for each in (_fraction, _slashed))
    return Sample((tex[0], r"\,".join(tex[1:])), (text[0], " · ".join(text[1:])))


def gradient_of_matrix(notation: Notation) -> Sample:
    """∂C/∂W⁽³⁾ from ∂C/∂z⁽³⁾, (δ aᵀ or a δ): which way round it lies."""
    below, text = _BELOW.tex_in(notation), _BELOW.text_in(notation)
    delta, plain = _fraction(_COST, _ALL_Z, notation), _slashed(_COST, _ALL_Z, notation)
    tex, words = (
        (rf"{below}\,{delta}", f"{text} {plain}")
        if notation.transposed
        else (rf"{delta}\,({below})^{{T}}", f"{plain} ({text})ᵀ")
    )
    return Sample(
        (_fraction(_COST, _MATRIX, notation), tex), (_slashed(_COST, _MATRIX, notation), words)
    )


def gradient_passed_down(notation: Notation) -> Sample:
    """∂C/∂a⁽²⁾ from ∂C/∂z⁽³⁾: Wᵀ δ or δ W."""
    matrix, text = _MATRIX.tex_in(notation), _MATRIX.text_in(notation)
    delta, plain = _fraction(_COST, _ALL_Z, notation), _slashed(_COST, _ALL_Z, notation)
    tex, words = (
        (rf"{delta}\,{matrix}", f"{plain} {text}")
        if notation.transposed
        else (rf"({matrix})^{{T}}\,{delta}", f"({text})ᵀ {plain}")
    )
    return Sample(
        (_fraction(_COST, _BELOW, notation), tex), (_slashed(_COST, _BELOW, notation), words)
    )


def _fraction(over: Symbol, under: Symbol, notation: Notation) -> str:
    return rf"\frac{{\partial {over.tex_in(notation)}}}{{\partial {under.tex_in(notation)}}}"


def _slashed(over: Symbol, under: Symbol, notation: Notation) -> str:
    return f"∂{over.text_in(notation)}/∂{under.text_in(notation)}"
