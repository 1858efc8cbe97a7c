"""TeX as plain text that can be read, for the moment before a formula is typeset."""

from __future__ import annotations

import re

from gradsim.viewmodels.digits import subscript, superscript
from gradsim.viewmodels.words import MINUS

_WORDS = {
    r"\partial": "∂", r"\sigma": "σ", r"\Phi": "Φ", r"\varphi": "φ", r"\sum": "Σ",
    r"\odot": " ⊙ ", r"\times": " × ", r"\cdot": "·", r"\infty": "∞", r"\prime": "′",
    r"\sqrt": "√", r"\pi": "π", r"\alpha": "α",
    r"\left": "", r"\right": "", r"\leftarrow": "←", r"\sim": "~", r"\pm": "±", r"\quad": "  ",
    r"\eta": "η", r"\phi": "φ", r"\ldots": "…", r"\leq": "≤",
    r"\lambda": "λ", r"\gamma": "γ", r"\beta": "β", r"\mu": "μ", r"\epsilon": "ε",
    r"\,": "", r"\;": " ", r"\ ": " ",
}  # fmt: skip
_FRACTION = re.compile(r"\\frac\{([^{}]*)\}\{([^{}]*)\}")
_NAMED = re.compile(r"\\(?:mathrm|text)\{([^{}]*)\}")
_RAISED = re.compile(r"\^\{([\d()−+-]+)\}|\^(\d)")
_BRACKETED = re.compile(r"\^\{(\[\d+\])\}")
_LOWERED = re.compile(r"_\{([\d,]+)\}|_(\d)")
_INDEX = re.compile(r"_\{([^{}]*)\}")
_POWER = re.compile(r"\^\{([^{}]*)\}")
_MARKED = re.compile(r"\\(hat|overline)(?:\{([^{}]*)\}| (\w))")
_MARKS = {"hat": "\N{COMBINING CIRCUMFLEX ACCENT}", "overline": "\N{COMBINING OVERLINE}"}
_ROOT = re.compile(r"√\{([^{}]*)\}")
_GROUP = re.compile(r"(?<![\w}√])\{([^{}]*)\}")
_ALONE = re.compile(
    r"\d+|∂?[^\W\d_]\N{COMBINING CIRCUMFLEX ACCENT}?(_\w+)?[₀-₉⁰-⁹¹²³₊₋⁺⁻⁽⁾,]*(\[\d+\])?"
)
"""A number, or one quantity or ∂ of it with its indices: below a line it needs no brackets."""
_COMMAND = re.compile(r"\\([A-Za-z]+)")


def plain_formula(tex: str) -> str:
    """`tex` in Unicode: ``\\frac{1}{2}\\,\\sigma(z)`` becomes ``1/2σ(z)``."""
    text = tex
    for command, sign in sorted(_WORDS.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(command, sign)
    text = _NAMED.sub(r"\1", text)
    text = _RAISED.sub(lambda found: superscript(found[1] or found[2]), text)
    text = _BRACKETED.sub(r"\1", text)
    text = _LOWERED.sub(lambda found: subscript(found[1] or found[2]), text)
    text = text.replace("{-}", MINUS).replace("^{′}", "′").replace("^{T}", "ᵀ")
    text = text.replace("∂ ", "∂")
    before = ""
    while before != text:
        before = text
        text = _POWER.sub(r"^(\1)", text)
        text = _GROUP.sub(r"\1", text)
        text = _INDEX.sub(r"_\1", text)
        text = _MARKED.sub(_marked, text)
        text = _ROOT.sub(r"√(\1)", text)
        text = _FRACTION.sub(_slashed, text)
    text = _COMMAND.sub(r"\1 ", text)
    return text.replace("{", "").replace("}", "").replace("_", "").replace("-", MINUS)


def _marked(found: re.Match[str]) -> str:
    """A letter with its mark; a mean of several letters in angle brackets."""
    inside = (found[2] or found[3]).strip()
    if len(inside) > 1:
        return f"⟨{inside}⟩"
    return inside + _MARKS[found[1]]


def _slashed(found: re.Match[str]) -> str:
    """``over/under``, with brackets around what a slash would tear apart."""
    over, under = found[1], found[2]
    over = f"({over})" if re.search(r"[+−-]", over) else over
    under = under if _ALONE.fullmatch(under) else f"({under})"
    return f"{over}/{under}"
