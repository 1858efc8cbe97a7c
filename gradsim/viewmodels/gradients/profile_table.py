"""The numbers behind the profile plot and the statistics of every layer, as tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gradsim.engine.measurement import LayerMeasurement, Measurement
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.profile import profile_of
from gradsim.viewmodels.gradients.quantities import QUANTITIES, STATISTICS, statistic_symbol
from gradsim.viewmodels.gradients.tables import Cell, Table
from gradsim.viewmodels.notation import layer_number

if TYPE_CHECKING:
    from gradsim.viewmodels.gradients.view import GradientsView, ShownRun

_FIRST: Final = (
    QT_TRANSLATE_NOOP("Statistics", "layer"),
    QT_TRANSLATE_NOOP("Statistics", "units"),
    QT_TRANSLATE_NOOP("Statistics", "activation"),
)
_LAST: Final = (
    QT_TRANSLATE_NOOP("Statistics", "mean of a"),
    QT_TRANSLATE_NOOP("Statistics", "std of a"),
    QT_TRANSLATE_NOOP("Statistics", "saturated"),
    QT_TRANSLATE_NOOP("Statistics", "dead units"),
    QT_TRANSLATE_NOOP("Statistics", "decades by f′(z)"),
    QT_TRANSLATE_NOOP("Statistics", "decades by Wᵀ"),
)
_LIVE: Final = "now"
_STATE: Final = QT_TRANSLATE_NOOP("Statistics", "state of {symbol}")


def profile_table(
    view: GradientsView, runs: Sequence[ShownRun] | None = None, symbol: str = ""
) -> Table:
    """Every drawn run, layer by layer: value (all digits), log₁₀ and state.

    `runs` and `symbol` take the place of the view's where another magnitude is drawn.
    The keys in column ``run`` (now, A, B, C, D) and the states are the same in every language.
    """
    rows: list[tuple[Cell, ...]] = []
    for run in view.shown_runs() if runs is None else runs:
        profile = run.profile
        if profile is None:
            continue
        name = view.full_name_of(run)
        for layer in range(1, profile.depth + 1):
            log10 = float(profile.log10[layer - 1])
            rows.append(
                (
                    run.letter or _LIVE,
                    name,
                    layer_number(layer),
                    profile.exact_text(layer),
                    None if math.isnan(log10) else log10,
                    str(profile.state(layer)),
                )
            )
    return Table(("run", "name", "layer", symbol or view.symbol(), "log10", "state"), tuple(rows))


def statistics_table(measurement: Measurement) -> Table:
    """One row per layer: every statistic of every gradient, their states, what the layer does."""
    headings = [words.translated("Statistics", each) for each in _FIRST]
    columns: list[list[Cell]] = [
        [layer_number(layer.layer) for layer in measurement.layers],
        [layer.units for layer in measurement.layers],
        [words.activation_label(layer.activation_name) for layer in measurement.layers],
    ]
    state = words.translated("Statistics", _STATE)
    for quantity in QUANTITIES.values():
        for statistic in STATISTICS:
            profile = profile_of(measurement, quantity.name, statistic)
            headings.append(words.text(statistic_symbol(quantity.name, statistic)))
            columns.append([profile.exact_text(each) for each in range(1, profile.depth + 1)])
        headings.append(state.format(symbol=quantity.symbol))
        columns.append([str(getattr(each, quantity.name).state) for each in measurement.layers])
    headings += [words.translated("Statistics", each) for each in _LAST]
    rest = [_rest(layer) for layer in measurement.layers]
    columns += [list(column) for column in zip(*rest, strict=True)]
    return Table(tuple(headings), tuple(zip(*columns, strict=True)))


def _rest(layer: LayerMeasurement) -> tuple[Cell, ...]:
    return (
        float(layer.activation_mean),
        float(layer.activation_std),
        None if layer.saturated_fraction is None else float(layer.saturated_fraction),
        None if layer.dead_fraction is None else float(layer.dead_fraction),
        float(layer.attribution.activation_log10),
        float(layer.attribution.weights_log10),
    )
