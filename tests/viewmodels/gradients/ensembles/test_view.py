"""What the panel shows beside the runs: seeds lit one by one, words, tables, the signal."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.view import SpreadView
from gradsim.viewmodels.gradients.ensembles.wording import root_mean_square
from tests.viewmodels.gradients.desk import deep
from tests.viewmodels.gradients.ensembles.seed_desk import SeedDesk


@pytest.fixture
def view(desk: SeedDesk) -> SpreadView:
    """Eight seeds of four tanh layers."""
    desk.compute()
    desk.settle()
    return desk.view


def test_the_pointer_lights_the_nearest_seed_and_the_readout_names_it(view: SpreadView) -> None:
    band = view.band()
    assert band is not None
    view.light_nearest(2, float(band.members[5, 1]))
    assert view.member == 5
    exact = band.exact_text(5, 2).replace("-", "−")
    assert f"seed {band.seeds[5]}  {exact}" in view.readout(2)
    view.light(None)
    assert not any(line.startswith("seed") for line in view.readout(2))


def test_keys_walk_through_the_seeds_and_stop_at_the_ends(view: SpreadView) -> None:
    walked = []
    for step in (1, 1, 1, -1):
        assert view.light_next(step)
        walked.append(view.member)
    assert walked == [0, 1, 2, 1]
    for _ in range(20):
        view.light_next(1)
    assert view.member == 7
    view.light(None)
    view.light_next(-1)
    assert view.member == 7


def test_without_seeds_there_is_nothing_to_walk(desk: SeedDesk) -> None:
    assert not desk.view.light_next(1)
    desk.view.light_nearest(1, 0.0)
    assert desk.view.member is None


def test_a_seed_that_is_no_longer_drawn_is_not_lit(desk: SeedDesk) -> None:
    desk.seeds.choose(20)
    desk.compute()
    desk.settle()
    desk.view.light(15)
    desk.seeds.choose(8)
    assert desk.view.member is None


def test_the_readout_tells_median_half_and_all(view: SpreadView) -> None:
    band = view.band()
    assert band is not None
    lines = view.readout(3)
    median = words.power_of_ten(float(band.spread.median[2]), 3)
    low, high = (
        words.power_of_ten(float(values[2]), 3)
        for values in (band.spread.lower_quartile, band.spread.upper_quartile)
    )
    assert f"median of 8  {median}, half {low} … {high}" in lines
    assert sum(line.startswith("all  ") for line in lines) == 1


def test_lost_seeds_are_counted_in_readout_and_remark(desk: SeedDesk) -> None:
    desk.document.load(deep(4, 2, "relu", Choice.of("he_normal"), samples=1))
    desk.seeds.choose(50)
    desk.compute()
    desk.settle()
    said = [words.text(each) for each in desk.view.losses()]
    assert len(said) == 1
    assert said[0].startswith("Layers 1–4: exactly 0 in up to ")
    assert said[0].endswith(" of 50 seeds.")
    assert any(line.startswith("exactly 0 in ") for line in desk.view.readout(1))


def test_the_signal_takes_the_place_of_the_gradient_and_of_the_pins_too(desk: SeedDesk) -> None:
    desk.compute()
    desk.runs.pin_now()
    desk.settle()
    desk.view.show_signal(True)
    assert desk.view.symbol() == "E a²"
    live, pin = desk.view.shown_runs()
    assert live.profile is not None
    assert pin.profile is not None
    assert live.profile.log10 == pytest.approx(pin.profile.log10)
    assert desk.view.readout(1)[0] == "layer 1: E a²"
    desk.view.show_signal(False)
    assert desk.view.shown_runs()[0].profile is desk.gradients.live


def test_the_table_of_the_plot_has_the_five_lines_and_every_seed(view: SpreadView) -> None:
    band = view.band()
    assert band is not None
    rows = view.profile_table().rows
    keys = [row[0] for row in rows]
    assert keys.count("median") == 4
    assert keys.count(f"seed {band.seeds[7]}") == 4
    for row in rows:
        if row[0] == f"seed {band.seeds[3]}" and row[2] == 2:
            assert float(str(row[3])) == pytest.approx(10 ** band.members[3, 1], rel=1e-12)
            assert row[4] == band.members[3, 1]
        if row[0] == "lower_quartile" and row[2] == 1:
            assert row[4] == band.spread.lower_quartile[0]


def test_the_statistics_have_the_five_columns_and_the_file_every_seed_too(
    view: SpreadView,
) -> None:
    band = view.band()
    assert band is not None
    table, whole = view.statistics(), view.statistics(members=True)
    assert table is not None
    assert whole is not None
    median = table.headings.index("median of 8, log₁₀")
    assert [row[median] for row in table.rows] == band.spread.median.tolist()
    assert len(whole.headings) == len(table.headings) + 8
    last = whole.headings.index(f"‖∂C/∂W‖, seed {band.seeds[7]}")
    assert [row[last] for row in whole.rows] == [band.exact_text(7, n) for n in range(1, 5)]
    assert repr(band.spread.median[0].item()) in whole.csv_text()


def test_a_thousand_layers_with_eight_seeds_have_their_band(desk: SeedDesk) -> None:
    desk.document.load(deep(1000, 2, "sigmoid", samples=1))
    desk.compute()
    desk.settle()
    band = desk.view.band()
    assert band is not None
    assert band.spread.median[0] < -400
    assert np.isfinite(band.spread.lowest).all()


def test_the_root_mean_square_holds_zeros_and_reaches_beyond_floats() -> None:
    assert root_mean_square(np.array([-500.0, -500.0])) == pytest.approx(-500.0)
    halved = root_mean_square(np.array([-500.0, -np.inf]))
    assert halved == pytest.approx(-500.0 - 0.5 * np.log10(2.0))
    assert root_mean_square(np.array([-np.inf])) == -np.inf
    assert np.isnan(root_mean_square(np.array([0.0, np.nan])))


def test_theory_is_named_beside_the_rms_over_the_seeds(desk: SeedDesk) -> None:
    desk.document.load(edits.set_cost(deep(4, 16, "tanh"), "probe"))
    desk.runs.choice.choose_quantity("delta")
    desk.compute()
    desk.settle()
    desk.theory.finish()
    band, line = desk.view.band(), desk.view.line()
    assert band is not None
    assert line is not None
    lines = desk.view.readout(2)
    shown = words.power_of_ten(float(line[1]), 4)
    measured = words.power_of_ten(root_mean_square(band.members[:, 1]), 4)
    assert f"RMS of the seeds  {measured}, theory {shown}" in lines
    assert [row[4] for row in desk.view.profile_table().rows if row[0] == "theory"] == line.tolist()
