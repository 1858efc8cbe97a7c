"""The project file's shape: one msgspec Struct per JSON object, each field documented.

Options of a choice stand beside its name, so those objects are plain dictionaries here; they are
checked against the tables of rules when they become a project.
"""

from __future__ import annotations

from typing import Annotated, Any, get_args

import msgspec

from gradsim.engine.network import MAXIMUM_LAYERS, MAXIMUM_UNITS, Mode
from gradsim.engine.remedies.residual import FORMS, LARGEST_SCALE
from gradsim.engine.training.plan import MAXIMUM_ASIDE, Clip, Plan
from gradsim.project.limits import MAXIMUM_SEED
from gradsim.project.model import MAXIMUM_ID

FORMAT = "gradsim"
VERSION = 2

_PLAN = Plan()


class ResidualFile(msgspec.Struct, forbid_unknown_fields=True):
    """A residual connection: what leads past the layer, and how the layer is added to it."""

    scale: Annotated[
        float,
        msgspec.Meta(
            description="α, which the layer's own part is multiplied with.",
            extra_json_schema={"minimum": -LARGEST_SCALE, "maximum": LARGEST_SCALE},
        ),
    ] = 1.0
    form: Annotated[
        str,
        msgspec.Meta(
            description="post: the activation follows the weights; pre: it stands before them.",
            extra_json_schema={"enum": list(FORMS)},
        ),
    ] = "post"


class LayerFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One layer, from the first hidden one to the output."""

    id: Annotated[
        int | None,
        msgspec.Meta(
            description="Keeps the layer's random draws when others are edited or moved; assigned "
            "where absent.",
            extra_json_schema={"minimum": 1, "maximum": MAXIMUM_ID},
        ),
    ] = None
    units: Annotated[
        int,
        msgspec.Meta(
            description="Number of units.",
            extra_json_schema={"minimum": 1, "maximum": MAXIMUM_UNITS},
        ),
    ]
    activation: Annotated[
        dict[str, Any], msgspec.Meta(description="f in a = f(z); softmax in the last layer only.")
    ]
    weights: Annotated[
        dict[str, Any], msgspec.Meta(description="The initializer that the weights are drawn from.")
    ]
    bias: Annotated[
        dict[str, Any], msgspec.Meta(description="The initializer that the biases are drawn from.")
    ] = msgspec.field(default_factory=lambda: {"name": "zeros"})
    normalization: Annotated[
        dict[str, Any] | None,
        msgspec.Meta(description="Between z and f: a normalization with its options, or null."),
    ] = None
    residual: Annotated[
        ResidualFile | None,
        msgspec.Meta(description="A connection past the layer, or null."),
    ] = None
    dropout: Annotated[
        float | msgspec.UnsetType,
        msgspec.Meta(
            description="The probability that a unit is silent in training; 0 if absent.",
            extra_json_schema={"minimum": 0.0, "exclusiveMaximum": 1.0},
        ),
    ] = msgspec.UNSET


class NetworkFile(msgspec.Struct, forbid_unknown_fields=True):
    """The network: its inputs, its cost and its layers."""

    inputs: Annotated[
        int,
        msgspec.Meta(
            description="Number of inputs, the units of layer 0.",
            extra_json_schema={"minimum": 1, "maximum": MAXIMUM_UNITS},
        ),
    ]
    cost: Annotated[
        str, msgspec.Meta(description="The cost of one sample; a batch takes the mean.")
    ]
    layers: Annotated[
        list[LayerFile],
        msgspec.Meta(
            description="From the first hidden layer to the output.",
            extra_json_schema={"minItems": 1, "maxItems": MAXIMUM_LAYERS},
        ),
    ]
    mode: Annotated[
        str | msgspec.UnsetType,
        msgspec.Meta(
            description="train: statistics of the batch, dropout at work; evaluate: the running "
            "statistics, no unit silent. train if absent.",
            extra_json_schema={"enum": list(get_args(Mode))},
        ),
    ] = msgspec.UNSET


class ParametersFile(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The numbers typed into one layer; what is absent or null is drawn."""

    weights: Annotated[
        list[list[float]] | None,
        msgspec.Meta(description="One row per unit of this layer, one column per unit before it."),
    ] = None
    biases: Annotated[
        list[float] | None, msgspec.Meta(description="One number per unit of this layer.")
    ] = None
    scale: Annotated[
        list[float] | None,
        msgspec.Meta(description="γ of the normalization, one number per unit; 1 where absent."),
    ] = None
    shift: Annotated[
        list[float] | None,
        msgspec.Meta(description="β of the normalization, one number per unit; 0 where absent."),
    ] = None
    running_mean: Annotated[
        list[float] | None,
        msgspec.Meta(description="What batch normalization subtracts in evaluation; 0 if absent."),
    ] = None
    running_variance: Annotated[
        list[float] | None,
        msgspec.Meta(
            description="What batch normalization divides by in evaluation, under the root; 1 if "
            "absent."
        ),
    ] = None


class TrainingFile(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The plan by which the network is trained; what is absent has its default."""

    optimizer: Annotated[
        dict[str, Any] | None, msgspec.Meta(description="The update rule; sgd where absent.")
    ] = None
    rate: Annotated[
        float, msgspec.Meta(description="The learning rate η.", extra_json_schema={"minimum": 0})
    ] = _PLAN.rate
    schedule: Annotated[
        dict[str, Any] | None,
        msgspec.Meta(description="How the rate changes over the steps; constant where absent."),
    ] = None
    warm_up: Annotated[
        int,
        msgspec.Meta(
            description="Steps in which the rate rises to its value.",
            extra_json_schema={"minimum": 0},
        ),
    ] = _PLAN.warm_up
    batch: Annotated[
        int | None,
        msgspec.Meta(
            description="Samples in a step; all of them where absent or null.",
            extra_json_schema={"minimum": 1},
        ),
    ] = _PLAN.batch
    clip: Annotated[
        str,
        msgspec.Meta(
            description="Whether the gradient's norm or each of its entries is held to clip_at.",
            extra_json_schema={"enum": list(get_args(Clip))},
        ),
    ] = _PLAN.clip
    clip_at: Annotated[
        float,
        msgspec.Meta(
            description="The largest norm, or entry, that clipping leaves.",
            extra_json_schema={"exclusiveMinimum": 0},
        ),
    ] = _PLAN.clip_at
    validation: Annotated[
        float,
        msgspec.Meta(
            description="The share of the samples that is kept aside.",
            extra_json_schema={"minimum": 0, "maximum": MAXIMUM_ASIDE},
        ),
    ] = _PLAN.validation
    max_norm: Annotated[
        float,
        msgspec.Meta(
            description="The largest norm of the weights into a unit after a step; 0 for none.",
            extra_json_schema={"minimum": 0},
        ),
    ] = _PLAN.max_norm


class PenaltyFile(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What training adds to the cost; what is absent is 0."""

    l1: Annotated[
        float,
        msgspec.Meta(
            description="λ of the penalty λ Σ|w| on the weights.", extra_json_schema={"minimum": 0}
        ),
    ] = _PLAN.l1
    l2: Annotated[
        float,
        msgspec.Meta(
            description="λ of the penalty ½ λ Σ w² on the weights.",
            extra_json_schema={"minimum": 0},
        ),
    ] = _PLAN.l2
    omega: Annotated[
        float,
        msgspec.Meta(
            description="λ of Ω, the penalty on layers that let the gradient shrink or grow.",
            extra_json_schema={"minimum": 0},
        ),
    ] = _PLAN.omega


class ProjectFile(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A GradSim project."""

    format: Annotated[str, msgspec.Meta(description="Always “gradsim”.")]
    version: Annotated[
        int,
        msgspec.Meta(description="The version of this format.", extra_json_schema={"minimum": 1}),
    ]
    title: Annotated[str, msgspec.Meta(description="What the window shows as the title.")] = ""
    seed: Annotated[
        int,
        msgspec.Meta(
            description="One seed gives one network.",
            extra_json_schema={"minimum": 0, "maximum": MAXIMUM_SEED},
        ),
    ] = 0
    network: Annotated[NetworkFile, msgspec.Meta(description="The network.")]
    parameters: Annotated[
        list[ParametersFile | None] | None,
        msgspec.Meta(
            description="One entry per layer; null where the layer is drawn. May be absent."
        ),
    ] = None
    data: Annotated[
        dict[str, Any], msgspec.Meta(description="The samples: a data set with its options.")
    ]
    training: Annotated[
        TrainingFile | None, msgspec.Meta(description="The plan of training. May be absent.")
    ] = None
    penalty: Annotated[
        PenaltyFile | None,
        msgspec.Meta(description="What training adds to the cost. May be absent."),
    ] = None
