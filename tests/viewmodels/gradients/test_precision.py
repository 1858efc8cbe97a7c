"""Limits of number formats: they are NumPy's, and each layer is told what it would lose."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.gradients.precision import FORMATS, FloatFormat, limits_within, losses
from gradsim.viewmodels.gradients.profile import profile_of
from tests.viewmodels.gradients.desk import deep, result_of


@pytest.mark.parametrize("limit", FORMATS, ids=lambda each: each.name)
def test_the_limits_are_those_of_the_format(limit: FloatFormat) -> None:
    info = np.finfo(limit.name)
    assert limit.normal_log10 == pytest.approx(float(np.log10(np.longdouble(info.tiny))), abs=1e-9)
    smallest = float(np.log10(np.longdouble(info.smallest_subnormal)))
    assert limit.subnormal_log10 == pytest.approx(smallest, abs=1e-9)
    largest = float(np.log10(np.longdouble(info.max)))
    assert 0 <= limit.overflow_log10 - largest < 0.001


def test_only_limits_inside_the_plot_are_drawn() -> None:
    names = [words.text(each.message) for each in limits_within(Span(-8, 0))]
    assert names == ["float16 smallest normal", "float16 smallest above 0"]
    assert limits_within(Span(-3, 0)) == ()


def test_layers_are_named_with_what_each_format_would_make_of_them() -> None:
    result = result_of(deep(60, 4, "sigmoid"))
    profile = profile_of(result.measurement, "delta", "rms")
    said = [words.text(message) for message in losses(profile)]
    assert any(each.startswith("float16: 0 in layers 1–") for each in said)
    assert any(each.startswith("float16: subnormal in layers ") for each in said)
    assert any(each.startswith("float32: ") for each in said)
    assert not any(each.startswith("float64: ") for each in said)


def test_the_layers_named_are_those_that_numpy_rounds_to_zero() -> None:
    result = result_of(deep(40, 4, "sigmoid"))
    profile = profile_of(result.measurement, "delta", "l2")
    with np.errstate(under="ignore"):
        rounded = (10.0**profile.log10).astype(np.float16)
    first_kept = int(np.flatnonzero(rounded)[0]) + 1
    said = [words.text(message) for message in losses(profile)]
    assert f"float16: 0 in layers 1–{first_kept - 1}" in said


def test_overflow_is_named_too() -> None:
    result = result_of(deep(12, 16, "identity", Choice.of("normal", std=30.0)))
    profile = profile_of(result.measurement, "weight_gradient", "l2")
    said = " ".join(words.text(message) for message in losses(profile))
    assert "float16: infinite in layers 1–" in said


def test_a_healthy_profile_loses_nothing() -> None:
    result = result_of(deep(3))
    assert losses(profile_of(result.measurement, "delta", "l2")) == ()


def test_one_layer_is_a_layer_and_more_are_layers() -> None:
    profile = profile_of(result_of(deep(60, 4, "sigmoid")).measurement, "delta", "rms")
    few = [words.text(message) for message in losses(replace(profile, log10=_levels(-5.0)))]
    assert few == ["float16: subnormal in layer 1"]
    more = [words.text(message) for message in losses(replace(profile, log10=_levels(-5.0, -5.0)))]
    assert more == ["float16: subnormal in layers 1–2"]


def _levels(*first: float) -> np.ndarray:
    """log₁₀ of 60 magnitudes: `first`, then ones."""
    return np.array([*first, *[0.0] * (60 - len(first))])
