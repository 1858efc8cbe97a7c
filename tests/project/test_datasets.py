"""Samples are what they claim: seeded, of the right widths, encoded for their cost."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project.datasets import DATASETS, data_options, load_data, sample_count
from gradsim.project.datasets.real import standardized
from gradsim.project.model import DataSource, Project
from gradsim.project.validation import check_project

_OUTPUT = {"cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}


def project(
    data: DataSource, inputs: int = 2, outputs: int = 1, cost: str = "squared_error"
) -> Project:
    output = Layer(outputs, Choice.of(_OUTPUT.get(cost, "tanh")), id=1)
    return Project("", 0, Network(inputs, (output,), cost), (None,), data)


GENERATED = [n for n, d in DATASETS.items() if not d.needs_extra and n != "inline"]
REAL = [name for name, dataset in DATASETS.items() if dataset.needs_extra]


@pytest.mark.parametrize("name", [*GENERATED, *REAL])
def test_the_sample_count_is_known_before_loading(name: str) -> None:
    dataset = DATASETS[name]
    data = DataSource.of(name, samples=17)
    options = data_options(data)
    inputs = dataset.inputs_of(options) if dataset.inputs_of else 3
    widths = dataset.targets_of(options) or (2,)
    for outputs in widths:
        made = project(data, inputs, outputs)
        check_project(made)
        x, y = load_data(made)
        assert sample_count(data) == 17
        assert x.shape == (17, inputs)
        assert y.shape == (17, outputs)
        assert np.isfinite(x).all()
        assert np.isfinite(y).all()


@pytest.mark.parametrize("name", GENERATED)
def test_the_same_seed_gives_the_same_samples_and_another_seed_others(name: str) -> None:
    options = {"noise": 0.1} if name == "xor" else {}
    one = DATASETS[name].load
    request_of = project(DataSource.of(name, seed=5, **options))
    again = project(DataSource.of(name, seed=5, **options))
    other = project(DataSource.of(name, seed=6, **options))
    from gradsim.project.datasets.loading import data_request

    first = one(data_options(request_of.data), data_request(request_of.network))
    second = one(data_options(again.data), data_request(again.network))
    third = one(data_options(other.data), data_request(other.network))
    np.testing.assert_array_equal(first[0], second[0])
    np.testing.assert_array_equal(first[1], second[1])
    assert not np.array_equal(first[0], third[0])


def test_gaussian_numbers_have_mean_zero_and_variance_one() -> None:
    x, y = load_data(project(DataSource.of("gaussian", samples=50_000), 3, 2))
    for numbers in (x, y):
        assert abs(numbers.mean()) < 0.02
        assert abs(numbers.var() - 1.0) < 0.02
    assert abs(np.corrcoef(x.T)[0, 1]) < 0.02


def test_widening_a_gaussian_batch_keeps_the_columns_there_are() -> None:
    narrow = load_data(project(DataSource.of("gaussian"), 2, 1))
    wide = load_data(project(DataSource.of("gaussian"), 5, 3))
    longer = load_data(project(DataSource.of("gaussian", samples=100), 2, 1))
    np.testing.assert_array_equal(wide[0][:, :2], narrow[0])
    np.testing.assert_array_equal(wide[1][:, :1], narrow[1])
    np.testing.assert_array_equal(longer[0][:64], narrow[0])


def test_gaussian_targets_suit_the_cost() -> None:
    _, y = load_data(project(DataSource.of("gaussian"), 2, 4, "cross_entropy"))
    np.testing.assert_array_equal(np.sort(y, axis=1), [[0.0, 0.0, 0.0, 1.0]] * 64)
    _, y = load_data(project(DataSource.of("gaussian"), 2, 3, "binary_cross_entropy"))
    assert set(np.unique(y)) == {0.0, 1.0}


def test_xor_is_the_truth_table() -> None:
    x, y = load_data(project(DataSource.of("xor")))
    assert {tuple(row) for row in x} == {(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)}
    np.testing.assert_array_equal(y[:, 0], (x[:, 0] * x[:, 1] < 0).astype(float))


def test_circles_have_their_radii() -> None:
    x, y = load_data(project(DataSource.of("circles", noise=0.0, samples=101)))
    np.testing.assert_allclose(np.hypot(*x.T), np.where(y[:, 0] == 0, 1.0, 0.5), atol=1e-12)


def test_moons_lie_on_two_half_circles() -> None:
    x, y = load_data(project(DataSource.of("moons", noise=0.0)))
    upper = y[:, 0] == 0
    np.testing.assert_allclose(np.hypot(x[upper, 0] + 0.5, x[upper, 1] + 0.25), 1.0, atol=1e-12)
    np.testing.assert_allclose(np.hypot(x[~upper, 0] - 0.5, x[~upper, 1] - 0.25), 1.0, atol=1e-12)
    assert (x[upper, 1] >= -0.25 - 1e-12).all()
    assert (x[~upper, 1] <= 0.25 + 1e-12).all()


@pytest.mark.parametrize("classes", [2, 3, 7])
def test_spirals_have_an_arm_per_class_in_equal_shares(classes: int) -> None:
    data = DataSource.of("spirals", classes=classes, samples=70)
    x, y = load_data(project(data, 2, classes, "cross_entropy"))
    assert np.hypot(*x.T).max() < 1.2
    assert y.sum(axis=0).max() - y.sum(axis=0).min() <= 1


def test_noise_moves_the_points_by_its_standard_deviation() -> None:
    calm, _ = load_data(project(DataSource.of("circles", noise=0.0, samples=5000)))
    noisy, _ = load_data(project(DataSource.of("circles", noise=0.2, samples=5000)))
    assert abs((noisy - calm).std() - 0.2) < 0.01


def test_labels_are_one_hot_or_zero_and_one() -> None:
    _, one = load_data(project(DataSource.of("moons"), 2, 1))
    _, two = load_data(project(DataSource.of("moons"), 2, 2))
    np.testing.assert_array_equal(two[:, 1], one[:, 0])
    np.testing.assert_array_equal(two.sum(axis=1), np.ones(128))


@pytest.mark.parametrize(("name", "outputs"), [("moons", 3), ("iris", 1), ("digits", 9)])
def test_an_output_width_that_cannot_hold_the_classes_is_refused(name: str, outputs: int) -> None:
    dataset = DATASETS[name]
    data = DataSource.of(name)
    inputs = dataset.inputs_of(data_options(data))
    made = project(data, inputs, outputs)
    with pytest.raises(Problem, match="classes"):
        check_project(made)
    with pytest.raises(Problem, match="classes"):
        load_data(made)


def test_an_input_width_that_is_not_the_datas_is_refused() -> None:
    with pytest.raises(Problem) as caught:
        check_project(project(DataSource.of("iris"), 5, 3))
    assert caught.value.place == "network.inputs"


@pytest.mark.parametrize("name", REAL)
def test_real_features_are_standardized_and_every_class_appears(name: str) -> None:
    inputs, labels = standardized(name)
    spread = inputs.std(axis=0)
    np.testing.assert_allclose(inputs.mean(axis=0), 0.0, atol=1e-10)
    assert np.all((np.abs(spread - 1.0) < 1e-10) | (spread == 0.0))
    assert len(np.unique(labels)) == DATASETS[name].classes_of({})


def test_fewer_real_samples_are_among_more() -> None:
    few, _ = load_data(project(DataSource.of("iris", samples=20), 4, 3))
    more, _ = load_data(project(DataSource.of("iris", samples=50), 4, 3))
    assert {tuple(row) for row in few} <= {tuple(row) for row in more}


def test_without_scikit_learn_the_sentence_tells_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    standardized.cache_clear()
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(Problem) as caught:
        load_data(project(DataSource.of("wine", samples=3), 13, 3))
    assert 'pip install "gradsim[datasets]"' in str(caught.value)
    assert caught.value.place == "data.name"


def test_loaded_samples_are_kept_and_cannot_be_changed() -> None:
    made = project(DataSource.of("circles", seed=11))
    x, y = load_data(made)
    assert load_data(made)[0] is x
    for array in (x, y):
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1.0
