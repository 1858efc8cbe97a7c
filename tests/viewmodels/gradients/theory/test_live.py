"""Theory beside the numbers: its line, its law, its scales, and its reasons for silence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from gradsim.engine.options import Choice
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels import words
from gradsim.viewmodels.gradients.ensembles.band import SECOND_MOMENT
from gradsim.viewmodels.gradients.theory.live import scale_messages
from gradsim.viewmodels.gradients.theory.predicting import DepthScales, predict
from tests.viewmodels.gradients.desk import deep, result_of, wait_until
from tests.viewmodels.gradients.ensembles.seed_desk import SeedDesk

HE = Choice.of("he_normal")
LECUN = Choice.of("lecun_normal")


def probed(*arguments: object, **more: object) -> Project:
    return edits.set_cost(deep(*arguments, **more), "probe")  # type: ignore[arg-type]


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[SeedDesk]:
    del qapp
    made = SeedDesk(probed(6, 32, "tanh", LECUN))
    made.runs.choice.choose_quantity("delta")
    yield made
    made.shut_down()


def known(desk: SeedDesk) -> None:
    wait_until(lambda: desk.theory.prediction is not None)


def test_the_line_is_of_the_norm_and_of_the_rms(desk: SeedDesk) -> None:
    desk.compute()
    known(desk)
    norm = desk.view.line()
    assert norm is not None
    assert desk.view.line_corrected
    live = desk.gradients.live
    assert live is not None
    assert norm == pytest.approx(live.log10, abs=0.5)
    desk.runs.choice.choose_statistic("rms")
    rms = desk.view.line()
    assert rms is not None
    assert norm - rms == pytest.approx(np.full(6, 0.5 * np.log10(32)))


def test_the_signal_has_its_line_too(desk: SeedDesk) -> None:
    desk.compute()
    known(desk)
    desk.view.show_signal(True)
    line, live = desk.view.line(), desk.view.shown_runs()[0].profile
    assert line is not None
    assert live is not None
    assert line == pytest.approx(live.log10, abs=0.4)


def test_another_quantity_says_which_ones_theory_speaks_of(desk: SeedDesk) -> None:
    desk.compute()
    known(desk)
    desk.runs.choice.choose_quantity("weight_gradient")
    assert desk.view.line() is None
    other = desk.theory.why_not("weight_gradient", "l2")
    assert other is not None
    assert "choose one of them" in words.text(other)
    why = desk.theory.why_not("delta", "max_abs")
    assert why is not None
    assert "L2 norm or RMS" in words.text(why)
    desk.document.load(deep(6, 32, "tanh", LECUN))
    desk.compute()
    known(desk)
    assert desk.theory.cost_is_the_obstacle
    assert desk.theory.probe_would_draw("delta")
    assert not desk.theory.probe_would_draw("weight_gradient"), "that cost would draw no line"


def test_a_real_cost_is_named_and_one_undoable_step_sets_probe(desk: SeedDesk) -> None:
    desk.document.load(deep(6, 32, "tanh", LECUN))
    desk.compute()
    known(desk)
    assert desk.view.line() is None
    why = desk.theory.why_not("delta", "l2")
    assert why is not None
    assert "depends on the weights" in words.text(why)
    assert desk.theory.cost_is_the_obstacle
    assert desk.theory.use_probe() is None
    assert desk.document.project.network.cost == "probe"
    assert desk.document.undo_stack.count() == 1
    desk.compute()
    assert desk.theory.prediction is None, "what is known is of the project before"
    known(desk)
    assert desk.view.line() is not None
    assert not desk.theory.cost_is_the_obstacle


def test_gelu_with_he_gain_has_its_sentence_instead_of_a_line(desk: SeedDesk) -> None:
    desk.document.load(probed(6, 64, "gelu", HE))
    desk.compute()
    known(desk)
    assert desk.view.line() is None
    why = desk.theory.why_not("delta", "l2")
    assert why is not None
    assert "dies out or stays large" in words.text(why)
    assert not desk.theory.cost_is_the_obstacle


def test_typed_weights_are_named_by_their_layer(desk: SeedDesk) -> None:
    project = probed(3, 16, "tanh", LECUN)
    desk.document.load(edits.set_weight(project, project.layer_ids[1], 1, 1, 0.5))
    desk.compute()
    known(desk)
    why = desk.theory.why_not("delta", "l2")
    assert why is not None
    assert "layer 2" in words.text(why)


@pytest.mark.parametrize(("activation", "weights"), [("relu", HE), ("identity", LECUN)])
def test_single_samples_of_relu_and_identity_have_their_exact_law(
    desk: SeedDesk, activation: str, weights: Choice
) -> None:
    desk.document.load(probed(8, 16, activation, weights))
    desk.seeds.choose(100)
    desk.compute()
    known(desk)
    desk.settle()
    law, band = desk.view.interval(), desk.view.band()
    assert law is not None
    assert band is not None
    middle, low, high = law
    assert np.all(low <= middle)
    inside = (band.members >= low - 0.05) & (band.members <= high + 0.05)
    assert inside.mean() > 0.9
    assert np.abs(band.members.mean(axis=0) - middle).max() < 0.15
    desk.scope.choose(None)
    desk.compute()
    known(desk)
    assert desk.view.interval() is None, "a batch has no such law"


def test_a_narrow_relu_network_has_its_law_but_no_line(desk: SeedDesk) -> None:
    desk.document.load(probed(30, 8, "relu", HE))
    desk.seeds.choose(100)
    desk.compute()
    known(desk)
    desk.settle()
    why = desk.theory.why_not("delta", "l2")
    assert why is not None
    assert "too narrow" in words.text(why)
    assert desk.view.line() is None
    law, band = desk.view.interval(), desk.view.band()
    assert law is not None
    assert band is not None
    alive = np.isfinite(band.members).all(axis=1)
    inside = (band.members[alive] >= law[1] - 0.1) & (band.members[alive] <= law[2] + 0.1)
    assert inside.mean() > 0.9


def test_switched_off_it_computes_and_says_nothing(desk: SeedDesk) -> None:
    desk.theory.show(False)
    desk.compute()
    assert not desk.theory._jobs.busy
    assert desk.view.line() is None
    assert desk.theory.why_not("delta", "l2") is None
    desk.theory.show(True)
    known(desk)


def test_the_scales_are_said_in_words(desk: SeedDesk) -> None:
    desk.document.load(probed(6, 32, "sigmoid", LECUN))
    desk.compute()
    known(desk)
    said = [words.text(each) for each in desk.theory.scales()]
    assert said[0].startswith("χ = 0.0")
    assert "falls by" in said[0]
    assert any(sentence.startswith("Two inputs grow alike") for sentence in said)


def test_the_scales_tell_falling_level_and_growing_apart() -> None:
    def first(chi: float) -> str:
        return words.text(scale_messages(DepthScales(chi, None, None, None))[0])

    assert "keeps its size" in first(1.0)
    assert first(0.01) == "χ = 0.01000: deep in the network ‖δ‖ falls by 1 decades a layer."
    assert "grows by" in first(2.0)
    assert scale_messages(DepthScales(0.0, None, None, None)) == ()
    wide = scale_messages(DepthScales(2.0, 0.5, 3.0, 4.0))
    assert [words.text(each) for each in wide[1:]] == [
        "Var z settles at 0.5000 within ξ = 3 layers.",
        "Two inputs drift to a fixed likeness over ξ = 4 layers.",
    ]


def test_layers_that_differ_have_no_common_scale() -> None:
    project = probed(5, 16, "tanh", LECUN)
    mixed = edits.set_activation(project, project.layer_ids[1:3], Choice("sigmoid"))
    assert predict(result_of(project)).scales is not None
    assert predict(result_of(mixed)).scales is None
    assert predict(result_of(mixed)).log10(SECOND_MOMENT, "l2") is not None
