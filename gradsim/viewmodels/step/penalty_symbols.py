"""What penalties add to the gradient of a weight, as symbols: ``λw``, ``λ sign w``, ``λ ∂Ω/∂w``."""

from __future__ import annotations

from typing import Final

from gradsim.viewmodels.step.symbols import Symbol

_LAMBDAS: Final = {"l1": ("_{1}", "₁"), "l2": ("_{2}", "₂"), "omega": (r"_{\Omega}", "_Ω")}


def penalty_terms(weights: Symbol, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """TeX and plain text of what each penalty adds to ∂C/∂W: ``λ W``, ``λ₁ sign W``.

    Where there are several, their λ are told apart.
    """
    several = len(names) > 1
    found = []
    for name in names:
        mark = _LAMBDAS[name] if several else ("", "")
        tex, text = rf"\lambda{mark[0]}", f"λ{mark[1]}"
        if name == "l2":
            found.append((rf"{tex}\,{weights.tex}", f"{text}{weights.text}"))
        elif name == "l1":
            found.append((rf"{tex}\,\mathrm{{sign}}\,{weights.tex}", f"{text} sign {weights.text}"))
        else:
            slope = _slope_tex(r"\Omega", weights)
            found.append((rf"{tex}\,{slope}", f"{text} ∂Ω/∂{weights.text}"))
    return tuple(found)


def penalty_term(weights: Symbol, names: tuple[str, ...]) -> str:
    """Plain text of all that penalties add: ``+λW``, or of several ``+∂R/∂W``."""
    terms = penalty_terms(weights, names)
    return f"+{terms[0][1] if len(terms) == 1 else f'∂R/∂{weights.text}'}"


def penalty_term_tex(weights: Symbol, names: tuple[str, ...]) -> str:
    """The same as TeX."""
    terms = penalty_terms(weights, names)
    return f"+{terms[0][0] if len(terms) == 1 else _slope_tex('R', weights)}"


def _slope_tex(penalty: str, weights: Symbol) -> str:
    return rf"\frac{{\partial {penalty}}}{{\partial {weights.tex}}}"
