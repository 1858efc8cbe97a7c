"""How each activation is written in a script: one entry per activation of the engine.

In NumPy the value and the slope are spelled out; in PyTorch the value alone, and autograd has the
slope. ``{name}`` of an option is filled with its number.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from gradsim.engine.activations import activation_of
from gradsim.engine.options import Choice, resolved_options


class ActivationCode(Struct, frozen=True):
    """f and f′ as expressions in z, for NumPy, and f for PyTorch; `needs` are NumPy helpers."""

    value: str
    slope: str
    torch: str
    needs: tuple[str, ...] = ()


HELPERS: Mapping[str, str] = {
    "ratio": '''def ratio(y, a):
    """y / a, and 0 where y is 0 whatever a is."""
    return np.divide(y, a, out=np.zeros_like(y), where=y != 0)''',
    "sech_squared": '''def sech_squared(z):
    """1 / cosh(z)^2, without overflow."""
    t = np.exp(-2 * np.abs(z))
    return 4 * t / (1 + t) ** 2''',
    "sigmoid": '''def sigmoid(z):
    """1 / (1 + e^-z), without overflow."""
    t = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, t) / (1 + t)''',
    "softplus": '''def softplus(z):
    """ln(1 + e^z), without overflow."""
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))''',
    "normal_distribution": '''def normal_distribution(z):
    """Phi(z), the distribution function of the standard normal distribution."""
    return 0.5 * np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2))''',
    "softmax": '''def softmax(z):
    """e^z_j / sum_k e^z_k over the units of each sample."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)''',
    "rest_of_softmax": '''def rest_of_softmax(z):
    """1 - a_j of a softmax, as the sum of the other units."""
    a = softmax(z)
    rest = [np.delete(a, j, axis=-1).sum(axis=-1) for j in range(a.shape[-1])]
    return np.stack(rest, axis=-1)''',
    "log_softmax": '''def log_softmax(z):
    """ln a_j of a softmax; where one unit dominates, from the sum of the others."""
    z = z - z.max(axis=-1, keepdims=True)
    others = np.exp(z)
    np.put_along_axis(others, z.argmax(axis=-1)[..., None], 0, axis=-1)
    return z - np.log1p(others.sum(axis=-1, keepdims=True))''',
}
"""NumPy functions that several activations share."""
_AFTER = {"rest_of_softmax": ("softmax",)}

_TWO_ROOT = "2 * math.sqrt(2 / math.pi)"
_CODES: Mapping[str, ActivationCode] = {
    "sigmoid": ActivationCode(
        "sigmoid(z)", "sigmoid(z) * sigmoid(-z)", "torch.sigmoid(z)", ("sigmoid",)
    ),
    "tanh": ActivationCode("np.tanh(z)", "sech_squared(z)", "torch.tanh(z)", ("sech_squared",)),
    "relu": ActivationCode("np.maximum(z, 0)", "np.where(z > 0, 1.0, 0.0)", "torch.relu(z)"),
    "leaky_relu": ActivationCode(
        "np.where(z > 0, z, {slope} * z)",
        "np.where(z > 0, 1.0, {slope})",
        "torch.nn.functional.leaky_relu(z, {slope})",
    ),
    "elu": ActivationCode(
        "np.where(z > 0, z, {alpha} * np.expm1(np.minimum(z, 0)))",
        "np.where(z > 0, 1.0, {alpha} * np.exp(np.minimum(z, 0)))",
        "torch.nn.functional.elu(z, {alpha})",
    ),
    "selu": ActivationCode(
        "1.0507009873554805 * np.where(z > 0, z, 1.6732632423543772 * np.expm1(np.minimum(z, 0)))",
        "1.0507009873554805 * np.where(z > 0, 1.0, 1.6732632423543772 * np.exp(np.minimum(z, 0)))",
        "torch.nn.functional.selu(z)",
    ),
    "celu": ActivationCode(
        "np.where(z > 0, z, {alpha} * np.expm1(np.minimum(z, 0) / {alpha}))",
        "np.exp(np.minimum(z, 0) / {alpha})",
        "torch.nn.functional.celu(z, {alpha})",
    ),
    "gelu": ActivationCode(
        "z * normal_distribution(z)",
        "normal_distribution(z) + z * np.exp(-z * z / 2) / math.sqrt(2 * math.pi)",
        "torch.nn.functional.gelu(z)",
        ("normal_distribution",),
    ),
    "gelu_tanh": ActivationCode(
        f"z * sigmoid({_TWO_ROOT} * (z + 0.044715 * z**3))",
        f"sigmoid({_TWO_ROOT} * (z + 0.044715 * z**3))"
        f" * (1 + z * sigmoid(-{_TWO_ROOT} * (z + 0.044715 * z**3))"
        f" * {_TWO_ROOT} * (1 + 0.134145 * z**2))",
        f"z * torch.sigmoid({_TWO_ROOT} * (z + 0.044715 * z**3))",
        ("sigmoid",),
    ),
    "silu": ActivationCode(
        "z * sigmoid(z)",
        "sigmoid(z) * (1 + z * sigmoid(-z))",
        "torch.nn.functional.silu(z)",
        ("sigmoid",),
    ),
    "mish": ActivationCode(
        "z * np.tanh(softplus(z))",
        "np.tanh(softplus(z)) + z * sigmoid(z) * sech_squared(softplus(z))",
        "torch.nn.functional.mish(z)",
        ("sech_squared", "sigmoid", "softplus"),
    ),
    "softplus": ActivationCode(
        "softplus(z)",
        "sigmoid(z)",
        "torch.nn.functional.softplus(z, threshold=100)",
        ("sigmoid", "softplus"),
    ),
    "softsign": ActivationCode(
        "z / (1 + np.abs(z))", "1 / (1 + np.abs(z)) ** 2", "torch.nn.functional.softsign(z)"
    ),
    "hardsigmoid": ActivationCode(
        "np.clip(z / 6 + 0.5, 0, 1)",
        "np.where(np.abs(z) < 3, 1 / 6, 0.0)",
        "torch.clamp(z / 6 + 0.5, 0, 1)",
    ),
    "hardtanh": ActivationCode(
        "np.clip(z, -1, 1)",
        "np.where(np.abs(z) < 1, 1.0, 0.0)",
        "torch.nn.functional.hardtanh(z)",
    ),
    "hardswish": ActivationCode(
        "z * np.clip(z + 3, 0, 6) / 6",
        "np.where(z <= -3, 0.0, np.where(z >= 3, 1.0, z / 3 + 0.5))",
        "torch.nn.functional.hardswish(z)",
    ),
    "relu6": ActivationCode(
        "np.clip(z, 0, 6)",
        "np.where((z > 0) & (z < 6), 1.0, 0.0)",
        "torch.nn.functional.relu6(z)",
    ),
    "sin": ActivationCode("np.sin(z)", "np.cos(z)", "torch.sin(z)"),
    "identity": ActivationCode("z * 1.0", "np.ones_like(z)", "z * 1.0"),
    "softmax": ActivationCode(
        "softmax(z)",
        "softmax(z)[..., :, None]"
        " * np.where(np.eye(z.shape[-1], dtype=bool), rest_of_softmax(z)[..., None, :],"
        " -softmax(z)[..., None, :])",
        "torch.softmax(z, dim=-1)",
        ("rest_of_softmax",),
    ),
}


def code_of(choice: Choice) -> ActivationCode:
    """The code of the activation that `choice` names, its options put in."""
    code = _CODES[choice.name]
    options = resolved_options(choice, activation_of(choice).options)

    def filled(text: str) -> str:
        for name, value in options.items():
            text = text.replace(f"{{{name}}}", repr(float(value)))
        return text

    return ActivationCode(filled(code.value), filled(code.slope), filled(code.torch), code.needs)


def helpers_of(names: set[str]) -> list[str]:
    """The sources of the NumPy helpers called `names` and of those that they call."""
    wanted = names | {other for name in names for other in _AFTER.get(name, ())}
    return [source for name, source in HELPERS.items() if name in wanted]
