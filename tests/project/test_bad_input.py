"""Everything that a file can get wrong has its own sentence, at the place where it was made."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from gradsim.engine.problems import Problem
from gradsim.project.decoding import decode_project
from gradsim.project.encoding import encode_project
from gradsim.project.limits import MAXIMUM_FILE_BYTES
from gradsim.project.presets import PRESETS, preset

Content = dict[str, Any]
MAZUR: Content = json.loads(encode_project(preset("mazur")))
DIGITS: Content = json.loads(encode_project(preset("digits_classifier")))


def refusal(data: bytes | str) -> Problem:
    with pytest.raises(Problem) as caught:
        decode_project(data if isinstance(data, bytes) else data.encode())
    str(caught.value)  # every placeholder of the sentence is filled
    return caught.value


def changed(change: Callable[[Content], object], content: Content = MAZUR) -> str:
    copied = copy.deepcopy(content)
    change(copied)
    return json.dumps(copied)


def put(*path: str | int, value: object) -> Callable[[Content], object]:
    def change(content: Any) -> None:
        for step in path[:-1]:
            content = content[step]
        content[path[-1]] = value

    return change


LAYER = ("network", "layers", 0)

PLACES = [
    (put("network", "layers", value=[]), "network.layers", "at least one layer"),
    (put(*LAYER, "units", value=0), "network.layers[0].units", "at least 1"),
    (put(*LAYER, "units", value=-3), "network.layers[0].units", "at least 1"),
    (put(*LAYER, "units", value=10**9), "network.layers[0].units", "10000"),
    (put(*LAYER, "units", value=10**30), "network.layers[0].units", "10000"),
    (put(*LAYER, "units", value=2.5), "network.layers[0].units", "a whole number"),
    (put(*LAYER, "units", value="2"), "network.layers[0].units", "a whole number"),
    (put(*LAYER, "units", value=True), "network.layers[0].units", "a whole number"),
    (put(*LAYER, "id", value=0), "network.layers[0].id", "between 1"),
    (put(*LAYER, "id", value=2), "network.layers[1].id", "id 2"),
    (put(*LAYER, "unit", value=3), "network.layers[0].unit", "not known"),
    (put(*LAYER, "activation", value={}), "network.layers[0].activation", "“name” is missing"),
    (put(*LAYER, "activation", value="relu"), "network.layers[0].activation", "an object"),
    (
        put(*LAYER, "activation", value={"name": "rleu"}),
        "network.layers[0].activation.name",
        "relu",
    ),
    (put(*LAYER, "activation", value={"name": 3}), "network.layers[0].activation.name", "3"),
    (
        put(*LAYER, "activation", value={"name": "leaky_relu", "slope": "steep"}),
        "network.layers[0].activation.slope",
        "must be a number",
    ),
    (
        put(*LAYER, "activation", value={"name": "leaky_relu", "slope": [[[1]]]}),
        "network.layers[0].activation.slope",
        "must be a number",
    ),
    (
        put(*LAYER, "activation", value={"name": "leaky_relu", "slop": 0.1}),
        "network.layers[0].activation.slop",
        "no option",
    ),
    (put(*LAYER, "activation", value={"name": "softmax"}), "network.layers[0].activation", "last"),
    (put(*LAYER, "bias", value={"name": "he_normal"}), "network.layers[0].bias", "bias"),
    (put(*LAYER, "weights", value={"name": "zeros", "gain": 1e400}), "", ""),
    (put("network", "inputs", value=0), "network.inputs", "at least 1"),
    (put("network", "cost", value="hinge"), "network.cost", "hinge"),
    (put("network", "cost", value="cross_entropy"), "network.cost", "softmax"),
    (put("seed", value=-1), "seed", "between 0"),
    (put("seed", value=2**40), "seed", "between 0"),
    (put("title", value=7), "title", "text"),
    (put("title", value="x" * 2000), "title", "2000"),
    (put("titel", value=""), "titel", "not known"),
    (put("parameters", value=[None]), "parameters", "Entries: 1; layers: 2"),
    (put("parameters", 0, "weights", value=[[1, 2]]), "parameters[0].weights", "1 × 2"),
    (put("parameters", 0, "weights", value=[]), "parameters[0].weights", "0 × 0"),
    (put("parameters", 0, "weights", value=[[1, 2], [3]]), "parameters[0].weights[1]", "1 numbers"),
    (put("parameters", 0, "weights", 1, 0, value="a"), "parameters[0].weights[1][0]", "a number"),
    (put("parameters", 0, "weights", 1, 0, value=None), "parameters[0].weights[1][0]", "a number"),
    (put("parameters", 1, "biases", value=[1, 2, 3]), "parameters[1].biases", "Biases: 3"),
    (put("parameters", 1, "biases", value=[[1], [2]]), "parameters[1].biases[0]", "a number"),
    (put("data", "targets", value=[[1, 2, 3]]), "data.targets[0]", "3 targets"),
    (put("data", "targets", value=[]), "data.targets", "at least one row"),
    (put("data", "targets", value=[[0, 1], [1, 0]]), "data.targets", "rows of targets: 2"),
    (put("data", "inputs", value=[[1], [2]]), "data", ""),
    (put("data", "inputs", 0, 1, value="x"), "data.inputs[0][1]", "a number"),
    (put("data", "inputs", value="rows"), "data.inputs", "a list"),
    (put("data", value={"name": "inline"}), "data", "“inputs” is missing"),
    (put("data", value={"name": "mnist"}), "data.name", "digits"),
    (put("data", value={"name": "gaussian", "samples": 0}), "data.samples", "between"),
    (put("data", value={"name": "gaussian", "samples": 10**12}), "data.samples", "between"),
    (put("data", value={"name": "gaussian", "inputs": [[1]]}), "data.inputs", "inline"),
    (put("data", value={"name": "xor", "seed": 1.5}), "data.seed", "whole number"),
    (put("version", value=3), "version", "version 3"),
    (put("version", value=0), "version", "from 1 on"),
    (put("version", value="1"), "version", "whole number"),
    (put("version", value=True), "version", "whole number"),
    (put("format", value="gradsimulator"), "format", "not a GradSim project"),
    (lambda c: c.pop("format"), "", "“format” is missing"),
    (lambda c: c.pop("version"), "", "“version” is missing"),
    (lambda c: c.pop("network"), "", "“network” is missing"),
    (lambda c: c.pop("data"), "", "“data” is missing"),
    (lambda c: c["network"].pop("cost"), "network", "“cost” is missing"),
]


REMEDIED: Content = copy.deepcopy(MAZUR)
REMEDIED["network"]["layers"][0] |= {
    "normalization": {"name": "batch_norm"},
    "residual": {"scale": 0.5, "form": "pre"},
    "dropout": 0.25,
}
REMEDIED["parameters"][0] |= {
    "scale": [1.0, 2.0],
    "shift": [0.0, 0.5],
    "running_mean": [0.1, 0.2],
    "running_variance": [1.0, 2.0],
}
FIRST, TYPED = "network.layers[0]", "parameters[0]"
REMEDY_PLACES = [
    (put(*LAYER, "dropout", value=1), f"{FIRST}.dropout", "below 1"),
    (put(*LAYER, "dropout", value=1.5), f"{FIRST}.dropout", "below 1"),
    (put(*LAYER, "dropout", value=-0.1), f"{FIRST}.dropout", "at least 0"),
    (put(*LAYER, "dropout", value="half"), f"{FIRST}.dropout", "a number"),
    (put(*LAYER, "dropout", value=None), f"{FIRST}.dropout", "a number"),
    (put(*LAYER, "dropout", value=True), f"{FIRST}.dropout", "a number"),
    (put(*LAYER, "normalization", value="batch_norm"), f"{FIRST}.normalization", "an object"),
    (put(*LAYER, "normalization", value={}), f"{FIRST}.normalization", "“name” is missing"),
    (
        put(*LAYER, "normalization", value={"name": "group_norm"}),
        f"{FIRST}.normalization.name",
        "batch_norm, layer_norm, rms_norm",
    ),
    (
        put(*LAYER, "normalization", "epsilon", value=-1),
        f"{FIRST}.normalization.epsilon",
        "between",
    ),
    (
        put(*LAYER, "normalization", "epsilon", value="tiny"),
        f"{FIRST}.normalization.epsilon",
        "a number",
    ),
    (
        put(*LAYER, "normalization", value={"name": "layer_norm", "momentum": 0.1}),
        f"{FIRST}.normalization.momentum",
        "no option",
    ),
    (put(*LAYER, "residual", "form", value="middle"), f"{FIRST}.residual.form", "“pre” or “post”"),
    (put(*LAYER, "residual", "form", value=2), f"{FIRST}.residual.form", "text"),
    (put(*LAYER, "residual", "scale", value="big"), f"{FIRST}.residual.scale", "a number"),
    (put(*LAYER, "residual", "scale", value=1e7), f"{FIRST}.residual.scale", "between"),
    (put(*LAYER, "residual", "alpha", value=1), f"{FIRST}.residual.alpha", "not known"),
    (put(*LAYER, "residual", value=1), f"{FIRST}.residual", "an object"),
    (put("network", "mode", value="test"), "network.mode", "“train” or “evaluate”"),
    (put("network", "mode", value=1), "network.mode", "text"),
    (put("parameters", 0, "scale", value=[1]), f"{TYPED}.scale", "2 numbers"),
    (put("parameters", 0, "shift", value=[1, 2, 3]), f"{TYPED}.shift", "2 numbers"),
    (put("parameters", 0, "shift", value=[1, "b"]), f"{TYPED}.shift[1]", "a number"),
    (put("parameters", 0, "shift", value=0), f"{TYPED}.shift", "a list"),
    (
        put("parameters", 0, "running_variance", value=[1, -1]),
        f"{TYPED}.running_variance[1]",
        "cannot be",
    ),
    (put("parameters", 1, "scale", value=[1, 1]), "parameters[1].scale", "no normalization"),
    (
        put(*LAYER, "normalization", value={"name": "layer_norm"}),
        f"{TYPED}.running_mean",
        "no normalization",
    ),
    (put(*LAYER, "normalization", value=None), f"{TYPED}.scale", "no normalization"),
]


@pytest.mark.parametrize(("change", "place", "words"), REMEDY_PLACES)
def test_a_wrong_remedy_is_refused_with_place_and_reason(change, place: str, words: str) -> None:
    problem = refusal(changed(change, REMEDIED))
    assert problem.place == place
    assert words in problem.reason


@pytest.mark.parametrize("part", ["residual", "dropout"])
def test_a_softmax_layer_takes_neither_dropout_nor_a_residual_connection(part: str) -> None:
    value = {"scale": 1.0} if part == "residual" else 0.1
    problem = refusal(changed(put("network", "layers", 2, part, value=value), DIGITS))
    assert problem.place == f"network.layers[2].{part}"
    assert "softmax" in problem.reason.lower()


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((*LAYER, "dropout"), f"{FIRST}.dropout"),
        ((*LAYER, "residual", "scale"), f"{FIRST}.residual.scale"),
        ((*LAYER, "normalization", "epsilon"), f"{FIRST}.normalization.epsilon"),
        (("parameters", 0, "running_mean", 1), f"{TYPED}.running_mean[1]"),
    ],
)
@pytest.mark.parametrize("text", ["NaN", "-Infinity", "1e999"])
def test_a_number_of_a_remedy_that_is_not_finite_is_refused(path, place: str, text: str) -> None:
    data = changed(put(*path, value="HERE"), REMEDIED).replace('"HERE"', text)
    assert refusal(data).place == place


OLD_PLACES = [each for each in PLACES if each[1] != "version"]


@pytest.mark.parametrize(("change", "place", "words"), OLD_PLACES)
def test_a_file_of_version_1_is_refused_just_so(change, place: str, words: str) -> None:
    problem = refusal(changed(change, MAZUR | {"version": 1}))
    assert problem.place.startswith(place)
    assert words in problem.reason


@pytest.mark.parametrize(("change", "place", "words"), PLACES)
def test_a_wrong_value_is_refused_with_place_and_reason(change, place: str, words: str) -> None:
    problem = refusal(changed(change))
    assert problem.place.startswith(place)
    if "." in place or "[" in place:
        assert problem.place == place
    assert words in problem.reason


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 400])
@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("parameters", 0, "weights", 1, 0), "parameters[0].weights[1][0]"),
        (("parameters", 1, "biases", 1), "parameters[1].biases[1]"),
        (("data", "inputs", 0, 1), "data.inputs[0][1]"),
        ((*LAYER, "weights", "gain"), "network.layers[0].weights.gain"),
    ],
)
def test_a_number_that_is_not_finite_is_refused_at_its_cell(text: str, path, place: str) -> None:
    data = changed(put(*path, value="HERE")).replace('"HERE"', text)
    problem = refusal(data)
    assert problem.place == place
    assert "finite" in problem.reason or "beyond the range" in problem.reason


@pytest.mark.parametrize("text", ["1e-400", "-2E-324", "0." + "0" * 330 + "1"])
def test_a_number_too_small_for_floating_point_is_refused_at_its_cell(text: str) -> None:
    data = changed(put("parameters", 0, "weights", 1, 0, value=0.125)).replace("0.125", text)
    problem = refusal(data)
    assert problem.place == "parameters[0].weights[1][0]"
    assert "too small" in problem.reason


@pytest.mark.parametrize("text", ["0e-999", "0.0", "-0e-400", "5e-324", "1e-320", "1" + "0" * 300])
def test_zeros_and_the_smallest_numbers_are_read(text: str) -> None:
    data = changed(put("parameters", 0, "weights", 1, 0, value=0.125)).replace("0.125", text)
    typed = decode_project(data.encode()).parameters[0]
    assert typed is not None
    assert typed.weights is not None
    assert typed.weights[1, 0] == float(text)


def test_targets_for_cross_entropy_that_do_not_sum_to_one_are_refused() -> None:
    content = copy.deepcopy(MAZUR)
    content["network"]["cost"] = "cross_entropy"
    content["network"]["layers"][1]["activation"] = {"name": "softmax"}
    content["data"]["targets"] = [[0.5, 0.6]]
    problem = refusal(json.dumps(content))
    assert problem.place.startswith("data.targets[0]")
    assert "1" in problem.reason


def test_targets_of_the_wrong_width_for_real_data_are_refused() -> None:
    problem = refusal(changed(put("network", "layers", 2, "units", value=9), DIGITS))
    assert "10 classes" in problem.reason


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"\x00" * 100, "binary"),
        ('{"format": "gradsim"}'.encode("utf-16"), "UTF-16"),
        ('{"format": "기"}'.encode("euc-kr"), "binary"),
        (b"hello", "not JSON: line 1, column 1"),
        (b'{"format": "gradsim",\n "version": 1,\n oops}', "not JSON: line 3, column 2"),
        (b'{"format": "gradsim", "version": 1', "ends in the middle"),
        (rb'"\ud800"', "half a character, which is no text: line 1, column 2."),
        (b'{"format":\n "a\\ud800"}', "half a character, which is no text: line 2, column 4."),
        (rb'"\\\ud800A and more"', "half a character, which is no text: line 1, column 4."),
        (rb'"\udc00"', "half a character, which is no text: line 1, column 2."),
        (rb'"\ud800\ud83d\ude00"', "half a character, which is no text: line 1, column 2."),
        (rb'"\ud83d\ude00', "ends in the middle"),
        (rb'"\\ud800 and no end', "ends in the middle"),
        (rb'"\ud800', "ends in the middle"),
        (rb'"\ud800\udc0', "ends in the middle"),
        (b"[]", "must be an object"),
        (b"null", "must be an object"),
        (b'"gradsim"', "must be an object"),
        (b"3", "must be an object"),
        (b"{}", "“format” is missing"),
        (encode_project(preset("mazur")) + b"{}", "not JSON"),
    ],
)
def test_bytes_that_are_no_project_are_refused(data: bytes, words: str) -> None:
    assert words in str(refusal(data))


@pytest.mark.parametrize("name", ["true", "null", "1.5", '["a"]', '{"a":false}'])
def test_a_name_that_is_no_text_is_shown_as_the_file_has_it(name: str) -> None:
    content = encode_project(preset("mazur")).replace(b'"name": "sigmoid"', b'"name": HERE', 1)
    told = refusal(content.replace(b"HERE", name.encode()))
    assert told.place == "network.layers[0].activation.name"
    assert f"There is no “{name}” here." in str(told)


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'{"format": "gradsim", "x": ' + b"["])
def test_a_deep_file_is_refused(opening: bytes) -> None:
    refusal(opening * 200_000)


def test_a_deep_but_whole_file_is_refused() -> None:
    depth = 100_000
    nested = "[" * depth + "]" * depth
    content = changed(put("network", value="HERE")).replace('"HERE"', nested)
    assert "nested too deeply" in str(refusal(content))


def test_a_huge_file_is_refused_unread() -> None:
    assert "64 MB" in str(refusal(b" " * (MAXIMUM_FILE_BYTES + 1)))


def test_a_million_layers_are_refused() -> None:
    layer = json.dumps(MAZUR["network"]["layers"][0] | {"id": None})
    text = changed(put("network", "layers", value="HERE"))
    problem = refusal(text.replace('"HERE"', "[" + ",".join([layer] * 100_000) + "]"))
    assert problem.place == "network.layers"


def test_too_many_parameters_are_refused_before_they_are_drawn() -> None:
    def widen(content: Content) -> None:
        content.pop("parameters")
        content["network"]["layers"][0]["units"] = 10_000
        content["network"]["layers"][1]["units"] = 10_000
        content["data"] = {"name": "gaussian"}

    assert refusal(changed(widen)).place == "network.layers"


def test_every_truncation_is_refused_and_nothing_else_happens() -> None:
    data = encode_project(preset("mazur")).rstrip()
    for end in range(len(data)):
        refusal(data[:end])


@pytest.mark.parametrize("name", ["mazur", "first_look", "digits_classifier"])
def test_random_damage_gives_a_project_or_a_problem(name: str) -> None:
    chance = random.Random(7)
    data = encode_project(preset(name))
    alphabet = b'{}[]",:0123456789.eE+-truefalsn \\\x00\xff\xe2'
    refused = 0
    for _ in range(1500):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            action = chance.randrange(4)
            if action == 0:
                damaged[at] = chance.choice(alphabet)
            elif action == 1:
                del damaged[at : at + chance.randint(1, 8)]
            elif action == 2:
                damaged[at:at] = bytes(chance.choices(alphabet, k=chance.randint(1, 4)))
            else:
                other = chance.randrange(len(damaged))
                damaged[at:at] = damaged[other : other + chance.randint(1, 40)]
        try:
            decode_project(bytes(damaged))
        except Problem as problem:
            str(problem)
            refused += 1
    assert refused > 1000


@pytest.mark.parametrize("name", PRESETS)
def test_values_exchanged_for_odd_ones_give_a_project_or_a_problem(name: str) -> None:
    odd = [None, True, -1, 0, 2**31, 2**63, 2**64, 10**40, 1e308, -0.0, "", "name", "\x00", "a" * 9,
           [], [[]], [None], {}, {"name": "relu"}, {"name": None}, {"name": []}]  # fmt: skip
    content = json.loads(encode_project(preset(name)))

    def places(value: Any, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
        found = [path] if path else []
        if isinstance(value, dict):
            for key, inner in value.items():
                found += places(inner, (*path, key))
        elif isinstance(value, list):
            for index, inner in enumerate(value[:2]):
                found += places(inner, (*path, index))
        return found

    chance = random.Random(11)
    paths = places(content, ())
    for path in chance.sample(paths, min(len(paths), 60)):
        for value in odd:
            try:
                decode_project(changed(put(*path, value=value), content).encode())
            except Problem as problem:
                str(problem)
