"""The cells of a sweep in PyTorch: as one would write them, and as fast as one can.

Both are float64 and collect what a cell needs: of four gradients the norm, the mean and the
largest absolute entry, of activations mean and spread, of slopes what is saturated and dead.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional, init

ops = torch.ops.aten
Activation = tuple[Callable[[Tensor], Tensor], Callable[[Tensor, Tensor, Tensor], Tensor]]
"""f(z), and how a gradient passes it: (gradient, z, a) -> gradient · f′(z)."""

SELU = (1.6732632423543772, 1.0507009873554805)
ACTIVATIONS: dict[str, Activation] = {
    "sigmoid": (torch.sigmoid, lambda g, z, a: ops.sigmoid_backward(g, a)),
    "tanh": (torch.tanh, lambda g, z, a: ops.tanh_backward(g, a)),
    "relu": (torch.relu, lambda g, z, a: ops.threshold_backward(g, a, 0)),
    "leaky_relu": (
        functional.leaky_relu,
        lambda g, z, a: ops.leaky_relu_backward(g, z, 0.01, False),
    ),
    "elu": (functional.elu, lambda g, z, a: ops.elu_backward(g, 1.0, 1.0, 1.0, True, a)),
    "selu": (
        functional.selu,
        lambda g, z, a: ops.elu_backward(g, SELU[0], SELU[1], 1.0, True, a),
    ),
    "gelu": (functional.gelu, lambda g, z, a: ops.gelu_backward(g, z)),
    "silu": (functional.silu, lambda g, z, a: ops.silu_backward(g, z)),
    "mish": (functional.mish, lambda g, z, a: ops.mish_backward(g, z)),
    "softplus": (functional.softplus, lambda g, z, a: ops.softplus_backward(g, z, 1.0, 20.0)),
    "softsign": (functional.softsign, lambda g, z, a: g / (1 + z.abs()) ** 2),
    "hardtanh": (functional.hardtanh, lambda g, z, a: ops.hardtanh_backward(g, z, -1.0, 1.0)),
}
INITIALIZERS: dict[str, Callable[[Tensor], Tensor]] = {
    "normal": lambda w: init.normal_(w, std=0.05),
    "uniform": lambda w: init.uniform_(w, -0.05, 0.05),
    "truncated_normal": lambda w: init.trunc_normal_(w, std=0.05, a=-0.1, b=0.1),
    "lecun_normal": lambda w: init.normal_(w, std=1 / math.sqrt(w.shape[-1])),
    "glorot_normal": init.xavier_normal_,
    "glorot_uniform": init.xavier_uniform_,
    "he_normal": init.kaiming_normal_,
    "he_uniform": init.kaiming_uniform_,
    "orthogonal": init.orthogonal_,
    "pytorch_default": lambda w: init.kaiming_uniform_(w, a=math.sqrt(5)),
}
_STATISTICS = (2.0, 1.0, math.inf)


def eager(
    activation: str, initializer: str, seeds: int, layers: int, x: Tensor, y: Tensor
) -> Tensor:
    """One network after the other through autograd, (seeds, numbers)."""
    value, _ = ACTIVATIONS[activation]
    found = []
    for seed in range(seeds):
        torch.manual_seed(seed)
        width = x.shape[1]
        linears = [torch.nn.Linear(width, width, dtype=x.dtype) for _ in range(layers)]
        for linear in linears:
            INITIALIZERS[initializer](linear.weight)
            init.zeros_(linear.bias)
        a, passed = x, []
        for linear in linears:
            z = linear(a)
            z.retain_grad()
            a = value(z)
            a.retain_grad()
            passed.append((linear, z, a))
        functional.mse_loss(a, y).backward()
        numbers = []
        for linear, z, a in passed:
            for gradient in (linear.weight.grad, linear.bias.grad, z.grad, a.grad):
                assert gradient is not None
                absolute = gradient.abs()
                numbers += [gradient.norm(), absolute.mean(), absolute.max()]
            with torch.no_grad():
                numbers += [a.mean(), a.std(correction=0)]
                slope = ACTIVATIONS[activation][1](torch.ones_like(z), z, a)
                numbers += [
                    (slope.abs() < 0.01).double().mean(),
                    (slope == 0).all(dim=0).double().mean(),
                ]
        found.append(torch.stack([number.detach() for number in numbers]))
    return torch.stack(found)


class Batched:
    """All seeds at once with ``bmm`` and the library's own backward kernels, without autograd.

    The draws of an initializer are kept for the cells that share it.
    """

    def __init__(self, seeds: int, layers: int, x: Tensor, y: Tensor) -> None:
        self._seeds, self._layers, self._x, self._y = seeds, layers, x, y
        self._drawn: dict[str, list[Tensor]] = {}

    def weights(self, initializer: str) -> list[Tensor]:
        """(seeds, out, in) of every layer."""
        if initializer not in self._drawn:
            width = self._x.shape[1]
            stacks = [
                torch.empty(self._seeds, width, width, dtype=self._x.dtype)
                for _ in range(self._layers)
            ]
            for stack in stacks:
                for member in stack:
                    INITIALIZERS[initializer](member)
            self._drawn[initializer] = stacks
        return self._drawn[initializer]

    @torch.no_grad()
    def cell(self, activation: str, initializer: str) -> Tensor:
        """One cell, (numbers, seeds)."""
        value, backward = ACTIVATIONS[activation]
        weights = self.weights(initializer)
        a = self._x.expand(self._seeds, *self._x.shape)
        fed, zs = [a], []
        for weight in weights:
            z = torch.bmm(a, weight.transpose(1, 2))
            a = value(z)
            zs.append(z)
            fed.append(a)
        gradient = (a - self._y) * (2.0 / self._y.numel())
        numbers: list[Tensor] = []
        for layer in range(self._layers - 1, -1, -1):
            z, a = zs[layer], fed[layer + 1]
            slope = backward(torch.ones_like(z), z, a)
            delta = gradient * slope
            weight_gradient = torch.bmm(delta.transpose(1, 2), fed[layer])
            for each in (weight_gradient, delta, gradient):
                numbers += [torch.linalg.vector_norm(each, p, dim=(1, 2)) for p in _STATISTICS]
            bias = delta.sum(dim=1)
            numbers += [torch.linalg.vector_norm(bias, p, dim=1) for p in _STATISTICS]
            numbers += reversed(torch.var_mean(a, dim=(1, 2), correction=0))
            numbers += [
                (slope.abs() < 0.01).sum(dim=(1, 2)),
                (slope == 0).all(dim=1).sum(dim=1),
            ]
            if layer:
                gradient = torch.bmm(delta, weights[layer])
        return torch.stack([number.double() for number in numbers])
