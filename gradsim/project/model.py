"""The project as one immutable value: network, seed, typed numbers, data, plan of training."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.training.plan import Plan
from gradsim.project.choices import minimal_layer, minimal_options, minimal_plan

Rows = tuple[tuple[float, ...], ...]


MAXIMUM_ID = 2**31 - 1


class DataSource(Struct, frozen=True):
    """Where the samples come from: a data set with its options, or rows written in the project.

    `inputs` and `targets` hold rows, one per sample, for the data set ``inline`` only.
    """

    name: str
    options: tuple[tuple[str, float], ...] = ()
    inputs: Rows | None = None
    targets: Rows | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "options", minimal_options("data", self.choice).options)

    def __hash__(self) -> int:
        # Edits look data up often, and hashing many rows each time would be felt.
        count = 0 if self.inputs is None else len(self.inputs)
        return hash((self.name, self.options, count))

    @classmethod
    def of(cls, name: str, /, **options: float) -> DataSource:
        """The data set `name` with `options` given by keyword."""
        return cls(name, tuple(sorted(options.items())))

    @classmethod
    def inline(
        cls, inputs: Sequence[Sequence[float]], targets: Sequence[Sequence[float]]
    ) -> DataSource:
        """Samples written out: a row of inputs and a row of targets for each."""
        return cls("inline", (), rows_of(inputs), rows_of(targets))

    @property
    def choice(self) -> Choice:
        """The name and options without the rows."""
        return Choice(self.name, self.options)

    @property
    def is_inline(self) -> bool:
        """Whether the rows stand in the project itself."""
        return self.name == "inline"

    def with_option(self, name: str, value: float) -> DataSource:
        """The same data set with one option set."""
        return replace(self, options=self.choice.with_option(name, value).options)


class Project(Struct, frozen=True, eq=False):
    """Everything that a project file holds.

    `parameters` has one entry per layer: the numbers typed there, or None where the layer is drawn
    from its initializer; `training` is the plan by which it is trained. Options that restate a
    default are dropped, so two projects are equal exactly when they mean the same.
    """

    title: str
    seed: int
    network: Network
    parameters: tuple[TypedLayer | None, ...]
    data: DataSource
    training: Plan = Plan()

    def __post_init__(self) -> None:
        force_setattr(self, "training", minimal_plan(self.training))
        layers = tuple(minimal_layer(layer) for layer in self.network.layers)
        if layers != self.network.layers:
            force_setattr(self, "network", replace(self.network, layers=layers))
        missing = len(layers) - len(self.parameters)
        if missing > 0:
            force_setattr(self, "parameters", (*self.parameters, *((None,) * missing)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Project):
            return NotImplemented
        return self is other or (
            self.seed == other.seed
            and self.title == other.title
            and self.network == other.network
            and self.data == other.data
            and self.training == other.training
            and len(self.parameters) == len(other.parameters)
            and all(map(same_numbers, self.parameters, other.parameters))
        )

    def __ne__(self, other: object) -> bool:
        # A Struct that compares by itself still differs by identity.
        return not self == other

    def __hash__(self) -> int:
        return hash((self.title, self.seed, self.network, self.data.choice))

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The network's layers, the first hidden one first, the output last."""
        return self.network.layers

    @property
    def layer_ids(self) -> tuple[int, ...]:
        """The persistent ids in the order of the layers."""
        return tuple([layer.id for layer in self.network.layers])

    @property
    def output(self) -> Layer:
        """The last layer."""
        return self.network.layers[-1]

    def index_of(self, layer_id: int) -> int:
        """Index (from 0) of the layer with this id.

        Raises
        ------
        Problem
            Where no layer has it.
        """
        return self.indices_of((layer_id,))[0]

    def indices_of(self, layer_ids: Iterable[int]) -> tuple[int, ...]:
        """Indices (from 0) of the layers with these ids, in the order of the ids.

        Raises
        ------
        Problem
            Where no layer has one of them.
        """
        places = {layer.id: index for index, layer in enumerate(self.network.layers)}
        found: list[int] = []
        for layer_id in layer_ids:
            if layer_id not in places:
                raise Problem(
                    QT_TRANSLATE_NOOP("Problem", "No layer has the id {id}."),
                    place="network.layers",
                    id=layer_id,
                )
            found.append(places[layer_id])
        return tuple(found)

    def layer(self, layer_id: int) -> Layer:
        """The layer with this id."""
        return self.network.layers[self.index_of(layer_id)]

    def is_typed(self, layer_id: int) -> bool:
        """Whether weights or biases are typed into this layer, so that it is not drawn."""
        return not is_drawn(self.parameters[self.index_of(layer_id)])


def rows_of(rows: Sequence[Sequence[float]]) -> Rows:
    """Rows of plain floats, immutable."""
    return tuple(tuple(float(value) for value in row) for row in rows)


def same_numbers(one: TypedLayer | None, other: TypedLayer | None) -> bool:
    """Whether two layers hold the same typed numbers, or are both drawn."""
    if one is other:
        return True
    if one is None or other is None:
        return False
    return one == other


def is_drawn(typed: TypedLayer | None) -> bool:
    """Whether both weights and biases of a layer are drawn; its remedies may have typed numbers."""
    return typed is None or (typed.weights is None and typed.biases is None)


def redrawn(typed: TypedLayer | None) -> TypedLayer | None:
    """What is left of a layer's typed numbers where its weights and biases are drawn again."""
    if typed is None or typed.remedies is None:
        return None
    return TypedLayer(remedies=typed.remedies)


def with_ids(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """The layers with an id each: those given (above 0) stay, the others take the lowest free ones.

    Raises
    ------
    Problem
        At the second of two layers that carry the same id.
    """
    taken: set[int] = set()
    for index, layer in enumerate(layers):
        if layer.id > 0 and layer.id in taken:
            raise Problem(
                QT_TRANSLATE_NOOP("Problem", "Two layers carry the id {id}."),
                place=f"network.layers[{index}].id",
                id=layer.id,
            )
        taken.add(layer.id)
    free = (number for number in range(1, len(layers) + len(taken) + 2) if number not in taken)
    return tuple(layer if layer.id > 0 else replace(layer, id=next(free)) for layer in layers)


def new_ids(project: Project) -> Iterator[int]:
    """Ids for new layers: above every one in use, so that none inherits another's draws.

    Where the range ends, the lowest that are free.
    """
    taken = set(project.layer_ids)
    highest = max(taken, default=0)
    yield from range(highest + 1, MAXIMUM_ID + 1)
    yield from (number for number in range(1, highest) if number not in taken)
