"""What an edit did beside what was asked, for the status line: typed layers that were resized."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.remedies.learned import NAMES
from gradsim.project.model import Project


class Note(Struct, frozen=True):
    """One sentence as a template (context "Note") with its values apart."""

    template: str
    arguments: tuple[tuple[str, object], ...]

    @property
    def text(self) -> str:
        """The English sentence."""
        return self.template.format(**dict(self.arguments))


def notes(before: Project, after: Project) -> tuple[Note, ...]:
    """One note for each layer whose typed numbers were cut, filled up or dropped with their
    normalization, and for typed samples."""
    earlier = dict(zip(before.layer_ids, before.parameters, strict=True))
    told: list[Note] = []
    for number, (layer_id, typed) in enumerate(
        zip(after.layer_ids, after.parameters, strict=True), 1
    ):
        old = earlier.get(layer_id)
        if old is None or typed is None or old.weights is None or typed.weights is None:
            continue
        if old.weights.shape != typed.weights.shape:
            told.append(_resized(number, old.weights.shape, typed.weights.shape))
    told += _dropped(before, after)
    told += _ends_followed(before, after)
    if _rows_changed(before, after):
        told.append(
            Note(
                QT_TRANSLATE_NOOP(
                    "Note", "The typed samples were cut or filled up to fit the network."
                ),
                (),
            )
        )
    return tuple(told)


def _ends_followed(before: Project, after: Project) -> Iterator[Note]:
    """A note where another data set has brought the network other ends."""
    ends = [(each.network.inputs, each.layers[-1].units) for each in (before, after)]
    if before.data.name != after.data.name and ends[0] != ends[1]:
        yield Note(
            QT_TRANSLATE_NOOP(
                "Note", "The network now has {inputs} inputs and {outputs} outputs, as the data do."
            ),
            (("inputs", ends[1][0]), ("outputs", ends[1][1])),
        )


def _dropped(before: Project, after: Project) -> Iterator[Note]:
    """A note for each layer that lost typed numbers by changing its normalization."""
    numbers = {layer_id: number for number, layer_id in enumerate(after.layer_ids, 1)}
    for layer, typed in zip(before.layers, before.parameters, strict=True):
        number = numbers.get(layer.id)
        if number is None or typed is None or typed.remedies is None:
            continue
        rule = after.layers[number - 1].normalization
        if rule == layer.normalization:
            continue
        now = after.parameters[number - 1]
        kept = None if now is None else now.remedies
        if any(getattr(typed.remedies, n) is not None and getattr(kept, n, None) is None
               for n in NAMES):  # fmt: skip
            yield Note(
                QT_TRANSLATE_NOOP(
                    "Note", "Layer {layer}: numbers typed for its old normalization are dropped."
                ),
                (("layer", number),),
            )


def _resized(number: int, old: tuple[int, ...], new: tuple[int, ...]) -> Note:
    return Note(
        QT_TRANSLATE_NOOP(
            "Note",
            "Layer {layer}: typed weights went from {old} to {new}; the overlap stays, the rest "
            "is drawn.",
        ),
        (
            ("layer", number),
            ("old", f"{old[0]} × {old[1]}"),
            ("new", f"{new[0]} × {new[1]}"),
        ),
    )


def _rows_changed(before: Project, after: Project) -> bool:
    if not (before.data.is_inline and after.data.is_inline):
        return False
    if before.data.inputs is None or after.data.inputs is None:
        return False
    if before.data.targets is None or after.data.targets is None:
        return False
    if len(before.data.inputs) != len(after.data.inputs):
        return False
    return len(before.data.inputs[0]) != len(after.data.inputs[0]) or len(
        before.data.targets[0]
    ) != len(after.data.targets[0])
