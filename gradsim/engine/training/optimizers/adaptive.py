"""Steps scaled by the size of past gradients: RMSProp, Adam, AdamW; order as in torch.optim."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gradsim.engine.options import Option
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.training.optimizers.rule import EPSILON, Array, Optimizer, Term

_ALPHA = Option("alpha", 0.99, 0.0, 0.99999, step=0.01, label=QT_TRANSLATE_NOOP("Option", "α"))
_BETA1 = Option("beta1", 0.9, 0.0, 0.99999, step=0.01, label=QT_TRANSLATE_NOOP("Option", "β₁"))
_BETA2 = Option("beta2", 0.999, 0.0, 0.99999, step=0.001, label=QT_TRANSLATE_NOOP("Option", "β₂"))
_DECAY = Option("decay", 0.01, 0.0, 10.0, step=0.01, label=QT_TRANSLATE_NOOP("Option", "Decay λ"))


def _rms(
    w: Array,
    g: Array,
    memory: list[Array],
    _step: int,
    rate: float,
    *,
    alpha: float,
    epsilon: float,
) -> None:
    """v ← α v + (1−α) g²; w ← w − η g/(√v + ε)."""
    (mean_square,) = memory
    mean_square *= alpha
    mean_square += (1.0 - alpha) * g * g
    size = np.sqrt(mean_square)
    size += epsilon
    g /= size
    g *= rate
    w -= g


def _adam(
    w: Array,
    g: Array,
    memory: list[Array],
    step: int,
    rate: float,
    *,
    beta1: float,
    beta2: float,
    epsilon: float,
) -> None:
    """m ← β₁m + (1−β₁)g; v ← β₂v + (1−β₂)g²; w ← w − η m′/(√v′ + ε).

    m′ = m/(1−β₁^t) and v′ = v/(1−β₂^t) undo that both averages start at 0.
    """
    mean, mean_square = memory
    mean *= beta1
    mean += (1.0 - beta1) * g
    mean_square *= beta2
    g *= g
    g *= 1.0 - beta2
    mean_square += g
    size = np.sqrt(mean_square)
    size /= math.sqrt(1.0 - beta2**step)
    size += epsilon
    np.divide(mean, size, out=size)
    size *= rate / (1.0 - beta1**step)
    w -= size


def _decayed_adam(
    w: Array,
    g: Array,
    memory: list[Array],
    step: int,
    rate: float,
    *,
    beta1: float,
    beta2: float,
    epsilon: float,
    decay: float,
) -> None:
    """w ← (1 − ηλ) w, then Adam's step: the decay is not divided by √v′."""
    w *= 1.0 - rate * decay
    _adam(w, g, memory, step, rate, beta1=beta1, beta2=beta2, epsilon=epsilon)


def _square_average(symbol: str, share: float, old: float, g: float) -> Term:
    return Term(
        "v", f"{symbol} v + (1 − {symbol}) g²", "{0} · {1} + {2} · {3}²",
        (share, old, 1.0 - share, g), share * old + (1.0 - share) * g * g,
    )  # fmt: skip


def _rms_terms(
    _w: float, g: float, memory: Sequence[float], _step: int, rate: float,
    *, alpha: float, epsilon: float,
) -> tuple[Term, ...]:  # fmt: skip
    v = _square_average("α", alpha, memory[0], g)
    change = -rate * g / (math.sqrt(v.value) + epsilon)
    numbers = (rate, g, v.value, epsilon)
    return v, Term("Δw", "−η g / (√v + ε)", "−{0} · {1} / (√{2} + {3})", numbers, change)


def _adam_terms(
    _w: float, g: float, memory: Sequence[float], step: int, rate: float,
    *, beta1: float, beta2: float, epsilon: float,
) -> tuple[Term, ...]:  # fmt: skip
    mean = beta1 * memory[0] + (1.0 - beta1) * g
    m = Term(
        "m", "β₁ m + (1 − β₁) g", "{0} · {1} + {2} · {3}",
        (beta1, memory[0], 1.0 - beta1, g), mean,
    )  # fmt: skip
    v = _square_average("β₂", beta2, memory[1], g)
    rest1, rest2 = 1.0 - beta1**step, 1.0 - beta2**step
    m_hat = Term("m′", "m / (1 − β₁^t)", "{0} / {1}", (mean, rest1), mean / rest1)
    v_hat = Term("v′", "v / (1 − β₂^t)", "{0} / {1}", (v.value, rest2), v.value / rest2)
    change = -rate * m_hat.value / (math.sqrt(v_hat.value) + epsilon)
    numbers = (rate, m_hat.value, v_hat.value, epsilon)
    moved = Term("Δw", "−η m′ / (√v′ + ε)", "−{0} · {1} / (√{2} + {3})", numbers, change)
    return m, v, m_hat, v_hat, moved


def _decayed_terms(
    w: float, g: float, memory: Sequence[float], step: int, rate: float,
    *, beta1: float, beta2: float, epsilon: float, decay: float,
) -> tuple[Term, ...]:  # fmt: skip
    *before, last = _adam_terms(w, g, memory, step, rate, beta1=beta1, beta2=beta2, epsilon=epsilon)
    return (*before, Term(
        "Δw", "−η λ w − η m′ / (√v′ + ε)", "−{4} · {5} · {6} − {0} · {1} / (√{2} + {3})",
        (*last.numbers, rate, decay, w), last.value - rate * decay * w,
    ))  # fmt: skip


RMSPROP = Optimizer(
    name="rmsprop",
    label=QT_TRANSLATE_NOOP("Optimizer", "RMSProp"),
    tex=r"v \leftarrow \alpha v + (1-\alpha)\,g^2,\quad "
    r"w \leftarrow w - \eta\,\frac{g}{\sqrt{v}+\epsilon}",
    source="Tieleman & Hinton 2012",
    memory=1,
    move=_rms,
    terms=_rms_terms,
    options=(_ALPHA, EPSILON),
)

ADAM = Optimizer(
    name="adam",
    label=QT_TRANSLATE_NOOP("Optimizer", "Adam"),
    tex=r"m \leftarrow \beta_1 m + (1-\beta_1)\,g,\quad v \leftarrow \beta_2 v + (1-\beta_2)\,g^2,"
    r"\quad w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v}+\epsilon}",
    source="Kingma & Ba 2015, algorithm 1",
    memory=2,
    move=_adam,
    terms=_adam_terms,
    options=(_BETA1, _BETA2, EPSILON),
)

ADAMW = Optimizer(
    name="adamw",
    label=QT_TRANSLATE_NOOP("Optimizer", "AdamW"),
    tex=r"w \leftarrow (1-\eta\lambda)\,w,\quad "
    r"w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v}+\epsilon}",
    source="Loshchilov & Hutter 2019",
    memory=2,
    move=_decayed_adam,
    terms=_decayed_terms,
    options=(_BETA1, _BETA2, EPSILON, _DECAY),
)
