"""How each cost is written in a script: one entry per cost of the engine."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class CostCode(Struct, frozen=True):
    """The cost of each sample, ∂C/∂a^(L), and where the pair is fused ∂C/∂z^(L), as expressions.

    They stand in z and a of the last layer and y (for the probe, y is r). `rest` is 1 − a without
    cancellation. `torch` is the cost that autograd differentiates; `through_a` says whether it is
    written in a, so that autograd has ∂C/∂a^(L) too.
    """

    value: str
    derivative: str
    torch: str
    torch_derivative: str
    fused: str = ""
    torch_fused: str = ""
    through_a: bool = True
    needs: tuple[str, ...] = ()


_BINARY = "np.where(y == 0, 0, y * softplus(-z)) + np.where(y == 1, 0, (1 - y) * softplus(z))"

COST_CODES: Mapping[str, CostCode] = {
    "squared_error": CostCode(
        "((a - y) ** 2).sum(axis=-1)",
        "2 * (a - y)",
        "((a - y) ** 2).sum(dim=-1)",
        "2 * (a - y)",
    ),
    "half_squared_error": CostCode(
        "0.5 * ((a - y) ** 2).sum(axis=-1)",
        "a - y",
        "0.5 * ((a - y) ** 2).sum(dim=-1)",
        "a - y",
    ),
    "mean_squared_error": CostCode(
        "((a - y) ** 2).mean(axis=-1)",
        "2 / a.shape[-1] * (a - y)",
        "((a - y) ** 2).mean(dim=-1)",
        "2 / a.shape[-1] * (a - y)",
    ),
    "binary_cross_entropy": CostCode(
        f"({_BINARY}).sum(axis=-1)",
        "ratio(1 - y, sigmoid(-z)) - ratio(y, sigmoid(z))",
        "(torch.nn.functional.softplus(z, threshold=100) - y * z).sum(dim=-1)",
        "torch.where(y == 1, 0.0, (1 - y) / torch.sigmoid(-z))"
        " - torch.where(y == 0, 0.0, y / torch.sigmoid(z))",
        fused="sigmoid(z) * (1 - y) - y * sigmoid(-z)",
        torch_fused="torch.sigmoid(z) * (1 - y) - y * torch.sigmoid(-z)",
        through_a=False,
        needs=("ratio", "sigmoid", "softplus"),
    ),
    "cross_entropy": CostCode(
        "-np.where(y == 0, 0, y * log_softmax(z)).sum(axis=-1)",
        "-ratio(y, softmax(z))",
        "-(y * torch.log_softmax(z, dim=-1)).sum(dim=-1)",
        "-torch.where(y == 0, 0.0, y / torch.softmax(z, dim=-1))",
        fused="softmax(z) * (1 - y) - y * rest_of_softmax(z)",
        torch_fused="torch.softmax(z, dim=-1) * (1 - y) - y * rest_of_softmax(z)",
        through_a=False,
        needs=("ratio", "rest_of_softmax", "log_softmax"),
    ),
    "probe": CostCode(
        "(a * y).sum(axis=-1)", "y * np.ones_like(a)", "(a * y).sum(dim=-1)", "y * 1.0"
    ),
}
