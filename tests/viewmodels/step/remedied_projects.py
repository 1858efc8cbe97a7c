"""Projects whose layers have remedies, every kind and both forms, for the tests of the walk."""

from __future__ import annotations

from msgspec.structs import replace

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project.model import DataSource, Project

BATCH, LAYER, RMS = Choice("batch_norm"), Choice("layer_norm"), Choice("rms_norm")


def layer(units: int, activation: str, **remedies: object) -> Layer:
    """A layer with small random biases and these remedies."""
    made = Layer(units, Choice(activation), bias=Choice.of("normal", std=0.2))
    return replace(made, **remedies)  # type: ignore[arg-type]


def remedied(*layers: Layer, inputs: int = 2, mode: str = "train") -> Project:
    """A project on Gaussian data with these layers."""
    numbered = tuple(replace(each, id=number) for number, each in enumerate(layers, start=1))
    network = Network(inputs, numbered, "half_squared_error", mode)  # type: ignore[arg-type]
    data = DataSource.of("gaussian", samples=6, seed=3)
    return Project("remedies", 7, network, (), data)


def every_remedy(first: Choice | None = None, *, mode: str = "train") -> Project:
    """Layer norm, dropout and a connection before f; RMS norm and one after f; one with P.

    first : a normalization of layer 1; batch normalization couples the samples.
    """
    return remedied(
        layer(3, "tanh", normalization=first),
        layer(3, "tanh", normalization=LAYER, residual=Residual(0.5, "pre"), dropout=0.25),
        layer(3, "tanh", normalization=RMS, residual=Residual(0.7, "post")),
        layer(2, "sigmoid", residual=Residual(1.0, "post"), dropout=0.2),
        layer(1, "sigmoid"),
        mode=mode,
    )
