"""Quantities of the network as text and TeX, and derivatives of one by another."""

from __future__ import annotations

from msgspec import Struct

from gradsim.viewmodels.digits import subscript
from gradsim.viewmodels.notation import Notation, current


class Symbol(Struct, frozen=True):
    """One quantity of the network, ``a`` of layer 4, unit 3: written as text or as TeX.

    `layer` and `units` count from 1 whatever the notation; ``C`` is the cost, and ``a`` of layer 0
    the input. `text` and `tex` follow the notation in use, `text_in` and `tex_in` the one given.
    """

    letter: str
    layer: int | None = None
    units: tuple[int, ...] = ()

    def __str__(self) -> str:
        """As `text`: a symbol kept in a message is written when the message is."""
        return self.text

    @property
    def text(self) -> str:
        """Plain Unicode: ``a₃⁽⁴⁾``."""
        return self.text_in(current())

    @property
    def tex(self) -> str:
        """TeX: ``a_{3}^{(4)}``."""
        return self.tex_in(current())

    def text_in(self, notation: Notation) -> str:
        """Plain Unicode in `notation`: ``a₃⁽⁴⁾``, ``a₂[3]``."""
        layer = notation.layer_text(self.layer) if self.layer else ""
        return f"{self._letter(notation)}{subscript(self._joined(notation))}{layer}"

    def tex_in(self, notation: Notation) -> str:
        """TeX in `notation`: ``a_{3}^{(4)}``, ``a_{2}^{[3]}``."""
        units = f"_{{{self._joined(notation)}}}" if self.units else ""
        layer = notation.layer_tex(self.layer) if self.layer else ""
        letter = self._letter(notation)
        return f"{_GREEK.get(letter, letter)}{units}{layer}"

    def _letter(self, notation: Notation) -> str:
        if self.letter == _COST:
            return notation.cost_letter
        return _INPUT if self.layer == 0 else self.letter

    def _joined(self, notation: Notation) -> str:
        numbers = [notation.unit_number(unit) for unit in self.units]
        joiner = "," if any(number > 9 for number in numbers) else ""
        return joiner.join(map(str, numbers))


_COST = "C"
_GREEK = {"γ": r"\gamma", "β": r"\beta", "λ": r"\lambda"}
_INPUT = "x"
COST_SYMBOL = Symbol(_COST)


def derivative_tex(numerator: Symbol, denominator: Symbol) -> str:
    """TeX of ∂numerator/∂denominator as a fraction."""
    return rf"\frac{{\partial {numerator.tex}}}{{\partial {denominator.tex}}}"


def derivative_text(numerator: Symbol, denominator: Symbol) -> str:
    """Plain text of ∂numerator/∂denominator: ``∂a₃⁽⁴⁾/∂z₃⁽⁴⁾``."""
    return f"∂{numerator.text}/∂{denominator.text}"


def gradient_text(by: Symbol) -> str:
    """Plain text of the gradient of the cost by `by`: ``∂C/∂w₂₁⁽³⁾``."""
    return derivative_text(COST_SYMBOL, by)


def gradient_tex(by: Symbol) -> str:
    """TeX of the gradient of the cost by `by`."""
    return derivative_tex(COST_SYMBOL, by)
