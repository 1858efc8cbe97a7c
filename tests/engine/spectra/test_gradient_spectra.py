"""Singular values gathered from the output down: exact arithmetic, exact laws, and their ends."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradsim.engine.cancellation import Cancelled
from gradsim.engine.forward import ForwardPass
from gradsim.engine.measurement import measure
from gradsim.engine.problems import Problem
from gradsim.engine.spectra.gradient_spectra import gradient_spectra
from gradsim.engine.spectra.jacobians import jacobian_factors, spectrum_of
from gradsim.engine.spectra.softmax_factors import softmax_factors
from tests.engine.spectra.test_jacobians import pass_of


def exactly_back_to(result: ForwardPass, layer: int) -> list[float]:
    """log₁₀ of the singular values of J_L … J_layer of the first sample, by mpmath."""
    with mpmath.workdps(400):
        product = mpmath.eye(result.network.layers[-1].units)
        for number in range(result.network.depth, layer - 1, -1):
            for factor in jacobian_factors(result, number, 0):
                matrix = factor if factor.ndim == 2 else np.diag(factor)
                product = product * mpmath.matrix(matrix.tolist())
        values = mpmath.svd_r(product, compute_uv=False)
        return [float(mpmath.log10(each)) if each > 0 else -math.inf for each in values]


@pytest.mark.parametrize(
    ("name", "gain"), [("tanh", 1.0), ("tanh", 9.0), ("sigmoid", 3.0), ("identity", 0.5)]
)
def test_small_singular_values_keep_their_digits_on_the_way_back(name: str, gain: float) -> None:
    result = pass_of(name, 24, 5, gain=gain)
    found = gradient_spectra(result, at=(1, 9, 24))
    assert found.at == (1, 9, 24)
    assert found.whole.log10[0] - found.whole.log10[-1] > 16
    for layer, spectrum in zip(found.at, found.back, strict=True):
        assert spectrum.log10 == pytest.approx(exactly_back_to(result, layer), abs=1e-9)


def test_closed_rectifiers_leave_exact_zeros_and_not_unknown_values() -> None:
    result = pass_of("relu", 4, 12, weights="he_normal")
    found = gradient_spectra(result)
    exact = np.array(exactly_back_to(result, 1))
    expected = np.where(exact < -300, -np.inf, exact)
    assert np.isneginf(found.whole.log10).sum() == np.isneginf(expected).sum() > 0
    assert not np.isnan(found.whole.log10).any()
    finite = np.isfinite(expected)
    assert found.whole.log10[finite] == pytest.approx(expected[finite], abs=1e-9)


def test_orthogonal_weights_with_identity_are_an_isometry_at_every_layer() -> None:
    found = gradient_spectra(pass_of("identity", 40, 8, weights="orthogonal"))
    for spectrum in (*found.layers, *found.back):
        assert spectrum.log10 == pytest.approx(np.zeros(8), abs=1e-12)


def test_the_gradient_shrinks_by_no_more_than_the_smallest_and_no_less_than_the_largest() -> None:
    result = pass_of("tanh", 9, 5)
    found = gradient_spectra(result)
    one = measure(forward_of_first(result))
    start = float(one.output_gradient.log10_l2)
    for layer in range(2, 10):
        arrived = float(one.layers[layer - 2].activation_gradient.log10_l2) - start
        spectrum = found.back[layer - 1].log10
        assert spectrum[-1] - 1e-12 <= arrived <= spectrum[0] + 1e-12


def forward_of_first(result: ForwardPass) -> ForwardPass:
    from gradsim.engine.forward import forward

    return forward(result.network, result.parameters, result.inputs[:1], result.targets[:1])


def test_a_square_orthogonal_network_of_the_largest_width_is_told_to_many_digits() -> None:
    found = gradient_spectra(pass_of("identity", 3, 256, weights="orthogonal"))
    assert found.whole.log10 == pytest.approx(np.zeros(256), abs=1e-11)


@pytest.mark.parametrize("scale", [0.1, 3.0, 40.0, 200.0])
def test_a_saturated_softmax_has_one_exact_zero_and_keeps_the_digits_of_the_rest(
    scale: float,
) -> None:
    z = scale * np.array([0.3, -1.0, 0.9, 0.2, -0.4])
    a = np.exp(z - z.max())
    factors = softmax_factors(a / a.sum())
    found = spectrum_of(factors).log10
    with mpmath.workdps(250):
        powers = [mpmath.exp(mpmath.mpf(each)) for each in z.tolist()]
        shares = [each / mpmath.fsum(powers) for each in powers]
        column = mpmath.matrix(shares)
        exact = mpmath.svd_r(mpmath.diag(shares) - column * column.T, compute_uv=False)
        expected = [float(mpmath.log10(each)) for each in exact]
    assert found[:-1] == pytest.approx(expected[:-1], abs=1e-9)
    assert found[-1] == -math.inf
    assert expected[-1] < -240


def test_progress_counts_every_layer_and_a_cancelled_job_stops() -> None:
    result = pass_of("tanh", 5, 3)
    told: list[tuple[int, int]] = []
    gradient_spectra(result, progress=lambda done, of: told.append((done, of)))
    assert told == [(n, 5) for n in range(1, 6)]
    with pytest.raises(Cancelled):
        gradient_spectra(result, cancelled=lambda: True)


def test_a_pass_that_overflowed_is_refused() -> None:
    with pytest.raises(Problem, match="layer"):
        gradient_spectra(pass_of("selu", 3, 4, gain=1e200))
