"""Claims about the records of a trace: plain values, the design's shape, nothing lost."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.paths.parameter_paths import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.engine.trace import trace_batch, trace_parameter, trace_sample
from tests.engine.networks import network_of, pass_of

NETWORK = network_of(2, [3, 2], "sigmoid")
SOFTMAX = network_of(2, [3, 2], ["tanh", "softmax"], "cross_entropy")


def test_a_sample_is_traced_in_lists_over_units() -> None:
    result = pass_of(NETWORK, samples=4)
    record = trace_sample(result, 3)
    assert record["cost"] == result.sample_costs[2]
    assert record["forward"][0]["z"] == result.layers[0].pre_activation[2].tolist()
    assert record["forward"][1]["a"] == result.layers[1].activation[2].tolist()
    kinds = [(factor["kind"], factor["layer"]) for factor in record["factors"]]
    assert kinds == [
        ("cost", 2), ("activation", 2), ("weights", 2), ("bias", 2), ("previous_activation", 2),
        ("activation", 1), ("weights", 1), ("bias", 1),
    ]  # fmt: skip
    assert [factor["index"] for factor in record["factors"]] == list(range(8))
    shapes = [np.shape(factor["product"]) for factor in record["factors"]]
    assert shapes == [(2,), (2,), (2, 3), (2,), (3,), (3,), (3, 2), (3,)]
    locals_ = [np.shape(factor["local"]) for factor in record["factors"]]
    assert locals_ == [(2,), (2,), (3,), (), (2, 3), (3,), (2,), ()]
    assert record["factors"][0]["upstream"] == 1.0
    assert record["factors"][3]["local"] == 1.0
    assert record["factors"][4]["symbol"] == "∂z(2)/∂a(1)"


def test_every_product_of_a_sample_follows_from_local_and_upstream() -> None:
    factors = trace_sample(pass_of(NETWORK), 2)["factors"]
    for factor in factors:
        local, upstream = np.array(factor["local"]), np.array(factor["upstream"])
        product = np.array(factor["product"])
        expected = {
            "cost": lambda u, d: u * d,
            "activation": lambda u, d: u * d,
            "weights": np.multiply.outer,
            "bias": lambda u, d: u * d,
            "previous_activation": lambda u, d: u @ d,
        }[factor["kind"]](upstream, local)
        assert product == pytest.approx(expected, rel=1e-14)


def test_a_batch_is_the_mean_over_its_samples() -> None:
    result = pass_of(NETWORK, samples=5)
    batch = trace_batch(result)
    samples = [trace_sample(result, number) for number in range(1, 6)]
    assert batch["cost"] == pytest.approx(np.mean([record["cost"] for record in samples]))
    for index, factor in enumerate(batch["factors"]):
        if factor["kind"] in ("weights", "bias"):
            single = [record["factors"][index]["product"] for record in samples]
            assert np.array(factor["product"]) == pytest.approx(np.mean(single, axis=0))
    assert np.shape(batch["forward"][0]["z"]) == (5, 3)
    assert np.shape(batch["factors"][0]["product"]) == (5, 2)


def test_a_softmax_shows_its_whole_jacobian() -> None:
    record = trace_sample(pass_of(SOFTMAX))
    local = np.array(record["factors"][1]["local"])
    a = np.array(record["forward"][1]["a"])
    assert local == pytest.approx(np.diag(a) - np.outer(a, a), rel=1e-12)


@pytest.mark.parametrize("text", ["w:1:2:1", "b:2:1"])
def test_a_parameter_is_its_paths_and_their_rest(text: str) -> None:
    result = pass_of(SOFTMAX)
    record = trace_parameter(result, ParameterAddress.parse(text), sample=2, paths=3)
    total = record["rest"] + math.fsum(path["contribution"] for path in record["paths"])
    assert record["value"] == pytest.approx(total, rel=1e-13)
    for path in record["paths"]:
        product = math.prod(factor["value"] for factor in path["factors"])
        assert path["contribution"] == pytest.approx(product, rel=1e-13)
    assert record["parameter"] == text
    assert record["factors"] == trace_sample(result, 2)["factors"]


def test_a_record_is_plain_json_without_nan() -> None:
    for network in (NETWORK, SOFTMAX):
        result = pass_of(network)
        for record in (
            trace_sample(result),
            trace_batch(result),
            trace_parameter(result, ParameterAddress("w", 1, 1, 1)),
        ):
            assert json.loads(json.dumps(record, allow_nan=False)) == record


def test_numbers_below_float_range_are_none_with_their_logarithms() -> None:
    network = network_of(2, [3] * 700, "sigmoid", "squared_error", bias=Choice("zeros"))
    result = pass_of(network)
    factors = trace_sample(result)["factors"]
    last = factors[-2]
    assert last["kind"] == "weights"
    assert last["product"][0][0] is None
    assert last["product_log10"][0][0] < -300
    assert last["product_sign"][0][0] in (-1, 1)
    record = trace_parameter(result, ParameterAddress("w", 1, 1, 1), paths=2)
    assert record["value"] is None
    assert record["value_log10"] == pytest.approx(last["product_log10"][0][0], rel=1e-12)
    assert record["value_sign"] == last["product_sign"][0][0]
    assert record["paths"][0]["contribution"] is None
    assert record["paths"][0]["log10"] < -300
    assert len(str(record["paths_total"])) > 300
    json.dumps(record, allow_nan=False)


def test_exact_zeros_stay_zero() -> None:
    network = network_of(2, [3, 2], "tanh", weights=Choice("zeros"), bias=Choice("zeros"))
    record = trace_parameter(pass_of(network), ParameterAddress("w", 1, 1, 1))
    assert record["value"] == 0.0
    assert record["rest"] == 0.0
    assert record["factors"][-2]["product"] == [[0.0, 0.0]] * 3


def test_a_sample_that_is_not_there_is_refused() -> None:
    with pytest.raises(Problem, match="no sample 0"):
        trace_sample(pass_of(NETWORK), 0)
