"""What has to hold of a stepper at every moment: what it shows is what the engine has."""

from __future__ import annotations

import numpy as np

from gradsim.engine.backward import gradients
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.simulation import Simulation, SimulationResult
from gradsim.viewmodels.step.equation import added, equation_strip, others_of
from gradsim.viewmodels.step.paths.listing import listing_of
from gradsim.viewmodels.step.scaled import ONE, Scaled
from gradsim.viewmodels.step.stepper import Stepper
from gradsim.viewmodels.step.walk.running import left_by
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from gradsim.viewmodels.step.waterfall import waterfall


def engine_value(result: SimulationResult, address: ParameterAddress) -> Scaled:
    """The gradient of one parameter, from a backward pass of its own."""
    found = gradients(result.forward, batch_mean=result.sample is None)
    index = address.layer - 1
    if address.kind == "w":
        entry = found.weights[index][address.unit - 1, address.source - 1]
        return Scaled.of(float(entry), int(found.weight_exponents[index]))
    if address.kind in ("γ", "β"):
        learned = (found.scales if address.kind == "γ" else found.shifts)[address.layer]
        return Scaled.of(float(learned.array[address.unit - 1]), int(learned.exponent))
    return Scaled.of(float(found.biases[index][address.unit - 1]), int(found.bias_exponents[index]))


def near(one: Scaled, other: Scaled, scale: Scaled) -> bool:
    """Equal to rounding of terms as large as `scale`."""
    gap = added(one, other * Scaled.of(-1.0))
    return gap.is_zero or gap.log10_abs < max(other.log10_abs, scale.log10_abs) - 9


def assert_true(stepper: Stepper, simulation: Simulation) -> None:
    """What the stepper shows is what the engine has."""
    result = stepper.result
    assert result is not None
    assert 0 <= stepper.position <= len(stepper.steps)
    assert result is simulation.result
    if not stepper.steps:
        assert stepper.walk.refusal is not None
        return
    equation_strip(stepper.walk, result, stepper.position, 9)
    waterfall(stepper.walk, result, stepper.position)
    if stepper.lens == Lens.LAYER:
        assert_layers_true(stepper, result)
    elif stepper.lens == Lens.PARAMETER:
        assert_path_true(stepper, result)


def assert_path_true(stepper: Stepper, result: SimulationResult) -> None:
    """The product of the walked path and what the others add are the engine's gradient."""
    product = ONE
    for step in stepper.steps:
        assert step.value is not None
        product = product * step.value
        assert step.product == product
    path, paths = stepper.path, stepper.paths
    assert path is not None
    assert paths is not None
    assert paths.address == stepper.parameter
    contribution = Scaled.of(path.number.mantissa, path.number.exponent)
    assert near(product, contribution, contribution)
    total = added(product, others_of(stepper.walk))
    largest = max((each.log10_abs for each in paths.paths), default=-np.inf)
    scale = Scaled.of(10.0 ** min(max(largest, -250.0), 250.0))
    engine = engine_value(result, paths.address)
    if near(total, engine, scale):
        return
    # Inside a normalization of few units terms cancel, and rounding is left of them.
    listing = listing_of(stepper.walk, result, revealed=True)
    assert listing is not None
    assert listing.agrees
    assert near(listing.recursion, engine, engine)


def assert_layers_true(stepper: Stepper, result: SimulationResult) -> None:
    """Every step leaves what the engine's factor leaves, ∂C/∂W and ∂C/∂b included."""
    found = gradients(result.forward, batch_mean=result.sample is None)
    for index, (step, factor) in enumerate(zip(stepper.steps, result.factors, strict=True)):
        left = abs(left_by(stepper.walk, result, index))
        top = float(np.abs(factor.product).max(initial=0.0))
        if 0.0 < top < np.inf:
            norm = np.log10(top) + np.log10(np.linalg.norm(factor.product / top))
            shift = int(np.asarray(factor.product_exponent)) * np.log10(2.0)
            assert abs(left.log10_abs - norm - shift) < 1e-9
        else:
            assert left.is_zero == (top == 0.0)
        assert (str(step.kind), step.layer) == (str(factor.kind), factor.layer)
        if step.kind == StepKind.WEIGHTS:
            np.testing.assert_allclose(factor.product, found.weights[step.layer - 1], rtol=1e-12)
        elif step.kind == StepKind.BIAS:
            np.testing.assert_allclose(factor.product, found.biases[step.layer - 1], rtol=1e-12)
