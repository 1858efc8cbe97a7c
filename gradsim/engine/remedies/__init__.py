"""Remedies in a layer: normalizations, the residual connection, dropout.

Each is one entry in one file; `passing` and `returning` take a layer with remedies both ways.
"""

from gradsim.engine.options import Choice
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.remedies.batch_norm import BATCH_NORM
from gradsim.engine.remedies.layer_norm import LAYER_NORM
from gradsim.engine.remedies.learned import RemedyValues
from gradsim.engine.remedies.normalization import Normalization, Normalized
from gradsim.engine.remedies.residual import Residual
from gradsim.engine.remedies.rms_norm import RMS_NORM

NORMALIZATIONS: dict[str, Normalization] = {
    entry.name: entry for entry in (BATCH_NORM, LAYER_NORM, RMS_NORM)
}

__all__ = [
    "NORMALIZATIONS",
    "Normalization",
    "Normalized",
    "RemedyValues",
    "Residual",
    "normalization_of",
]


def normalization_of(choice: Choice) -> Normalization:
    """The entry that `choice` names.

    Raises
    ------
    Problem
        If there is none of that name.
    """
    entry = NORMALIZATIONS.get(choice.name)
    if entry is None:
        raise Problem(
            QT_TRANSLATE_NOOP(
                "Problem", "There is no normalization called “{name}”. There are: {names}."
            ),
            name=choice.name,
            names=", ".join(NORMALIZATIONS),
        )
    return entry
