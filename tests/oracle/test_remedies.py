"""Remedies against PyTorch's own layers and autograd in float64."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradsim.engine import Choice, Network, Parameters, forward, gradients
from gradsim.engine.options import resolved_options
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.engine.remedies import RemedyValues, normalization_of
from gradsim.engine.remedies.batch_norm import followed
from gradsim.engine.training import Plan, Trainer
from tests.engine.remedies.remedied_networks import NETWORKS, data, parameters

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.oracle

_CLOSE = {"rtol": 1e-10, "atol": 1e-12}


def _leaf(array: Any) -> Any:
    return torch.tensor(np.asarray(array), dtype=torch.float64, requires_grad=True)


class _Twin:
    """The same network of PyTorch's pieces; dropout takes the masks that the engine drew."""

    def __init__(self, network: Network, numbers: Parameters, masks: list[Any]) -> None:
        self.network, self.masks = network, masks
        self.weights = [_leaf(each) for each in numbers.weights]
        self.biases = [_leaf(each) for each in numbers.biases]
        self.values = [each or RemedyValues() for each in numbers.remedies]
        self.scales = [None if v.scale is None else _leaf(v.scale) for v in self.values]
        self.shifts = [None if v.shift is None else _leaf(v.shift) for v in self.values]
        self.running = [
            None
            if v.running_mean is None
            else (torch.tensor(v.running_mean.copy()), torch.tensor(v.running_variance.copy()))
            for v in self.values
        ]

    def cost(self, inputs: Any, targets: Any) -> Any:
        a = torch.tensor(inputs)
        for index, layer in enumerate(self.network.layers):
            residual = layer.residual
            weights, bias = self.weights[index], self.biases[index]
            if residual is not None and residual.form == "pre":
                result = functional.linear(self._branch(index, a), weights, bias)
            else:
                result = self._branch(index, functional.linear(a, weights, bias))
            if residual is not None:
                projection = self.values[index].projection
                past = a if projection is None else functional.linear(a, torch.tensor(projection))
                result = past + residual.scale * result
            a = result
        return ((a - torch.tensor(targets)) ** 2).sum(-1).mean()

    def _branch(self, index: int, x: Any) -> Any:
        layer = self.network.layers[index]
        if layer.normalization is not None:
            x = self._normalized(index, layer.normalization.name, x)
        value = {"tanh": torch.tanh, "sigmoid": torch.sigmoid}[layer.activation.name](x)
        mask = self.masks[index]
        return value if mask is None else value * torch.tensor(mask)

    def _normalized(self, index: int, name: str, x: Any) -> Any:
        scale, shift, running = self.scales[index], self.shifts[index], self.running[index]
        if name == "batch_norm":
            training = self.network.mode == "train"
            return functional.batch_norm(x, *running, scale, shift, training, 0.1, 1e-5)
        if name == "layer_norm":
            return functional.layer_norm(x, (x.shape[-1],), scale, shift, 1e-5)
        return functional.rms_norm(x, (x.shape[-1],), scale)


@pytest.mark.parametrize("name", NETWORKS)
def test_forward_gradients_and_running_statistics_are_pytorchs(name: str) -> None:
    network = NETWORKS[name]
    numbers = parameters(network)
    inputs, targets = data()
    passed = forward(network, numbers, inputs, targets)
    masks = [None if layer.inner is None else layer.inner.mask for layer in passed.layers]
    twin = _Twin(network, numbers, masks)
    cost = twin.cost(inputs, targets)
    cost.backward()
    assert float(passed.cost) == pytest.approx(cost.item(), rel=1e-12)
    found = gradients(passed)
    for index, (weights, biases) in enumerate(zip(twin.weights, twin.biases, strict=True)):
        np.testing.assert_allclose(found.weight(index + 1), weights.grad.numpy(), **_CLOSE)
        np.testing.assert_allclose(found.bias(index + 1), biases.grad.numpy(), **_CLOSE)
    for gradients_of, leaves in ((found.scales, twin.scales), (found.shifts, twin.shifts)):
        for number, gradient in gradients_of.items():
            np.testing.assert_allclose(gradient.array, leaves[number - 1].grad.numpy(), **_CLOSE)
    for index, running in enumerate(twin.running):
        inner, choice = passed.layers[index].inner, network.layers[index].normalization
        if running is None or inner is None or inner.normalized is None or choice is None:
            continue
        momentum = resolved_options(choice, normalization_of(choice).options)["momentum"]
        after = followed(twin.values[index], inner.normalized, len(inputs), momentum)
        np.testing.assert_allclose(after.running_mean, running[0].numpy(), **_CLOSE)
        np.testing.assert_allclose(after.running_variance, running[1].numpy(), **_CLOSE)


@pytest.mark.parametrize("name", [n for n, each in NETWORKS.items() if not each.couples_samples])
def test_the_paths_of_every_gamma_and_beta_add_up_to_pytorchs_gradient(name: str) -> None:
    network = NETWORKS[name]
    numbers = parameters(network)
    inputs, targets = data()
    passed = forward(network, numbers, inputs, targets)
    for sample in (1, 4):
        row = slice(sample - 1, sample)
        masks = [
            None if layer.inner is None or layer.inner.mask is None else layer.inner.mask[row]
            for layer in passed.layers
        ]
        twin = _Twin(network, numbers, masks)
        twin.cost(inputs[row], targets[row]).backward()
        for kind, leaves in (("γ", twin.scales), ("β", twin.shifts)):
            for number, leaf in enumerate(leaves, 1):
                for unit in range(0 if leaf is None else len(leaf)):
                    place = ParameterAddress(kind, number, unit + 1)
                    found = parameter_paths(passed, sample, place, 3)
                    total = sum(path.contribution for path in found.paths) + found.rest
                    assert total == pytest.approx(leaf.grad[unit].item(), rel=1e-10, abs=1e-13)


@pytest.mark.parametrize("name", ["batch_norm", "layer_norm", "rms_norm"])
def test_float32_is_pytorchs_float32(name: str) -> None:
    network = NETWORKS[name]
    inputs, targets = data()
    numbers = parameters(network)
    single = Parameters(
        tuple(np.float32(each) for each in numbers.weights),
        tuple(np.float32(each) for each in numbers.biases),
        tuple(None if each is None else each.as_type(np.float32) for each in numbers.remedies),
    )
    double = forward(network, numbers, inputs, targets)
    passed = forward(network, single, inputs, targets)
    assert passed.layers[-1].activation.dtype == np.float32
    assert float(passed.cost) == pytest.approx(float(double.cost), rel=1e-5)


OPTIMIZERS = {
    "sgd": (Choice("sgd"), lambda p: torch.optim.SGD(p, lr=0.05)),
    "adam": (Choice("adam"), lambda p: torch.optim.Adam(p, lr=0.05)),
}


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("name", ["batch_norm", "every kind", "all, post", "layer_norm"])
def test_ten_steps_of_training_are_pytorchs(name: str, optimizer: str) -> None:
    network = NETWORKS[name]
    numbers = parameters(network)
    inputs, targets = data()
    choice, make = OPTIMIZERS[optimizer]
    trainer = Trainer(network, numbers, inputs, targets, Plan(choice, rate=0.05))
    twin = _Twin(network, numbers, [None] * network.depth)
    learned = [*twin.weights, *twin.biases]
    learned += [each for each in (*twin.scales, *twin.shifts) if each is not None]
    descent = make(learned)
    for step in range(1, 11):
        # The order of the batch is the trainer's; a mean over all samples knows none but rounding.
        order = trainer.batches.of_step(step)
        passed = forward(network, numbers, inputs, targets, mask_step=step)
        twin.masks = [None if each.inner is None else each.inner.mask for each in passed.layers]
        descent.zero_grad()
        twin.cost(inputs[order], targets[order]).backward()
        descent.step()
        assert trainer.step() is not None
    found = trainer.parameters
    for index in range(network.depth):
        np.testing.assert_allclose(
            found.weights[index], twin.weights[index].detach().numpy(), rtol=1e-9, atol=1e-10
        )
        values, running = found.remedies[index], twin.running[index]
        if values is not None and values.scale is not None:
            scale = twin.scales[index].detach().numpy()
            np.testing.assert_allclose(values.scale, scale, rtol=1e-9, atol=1e-10)
        if values is not None and running is not None:
            np.testing.assert_allclose(values.running_mean, running[0].numpy(), atol=1e-10)
            np.testing.assert_allclose(values.running_variance, running[1].numpy(), atol=1e-10)
