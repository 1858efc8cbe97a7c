"""The predictions of a window: they hold the walk, judge, reveal, and keep what was learned."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits.layers import delete_layers
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.step.predict import sentences as say
from gradsim.viewmodels.step.predict.judging import Outcome
from gradsim.viewmodels.step.predict.session import Predictions
from gradsim.viewmodels.step.predict.topics import Form, Topic
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.step_desk import StepDesk

OpenDesk = Callable[[Project], StepDesk]


def on_desk(desk: StepDesk) -> Predictions:
    """Predictions, turned on."""
    made = Predictions(desk.stepper, desk.settings)
    made.set_on(True)
    return made


@pytest.fixture
def desk(open_desk: OpenDesk) -> StepDesk:
    """The scalar chain."""
    return open_desk(preset("scalar_chain"))


def answer(predictions: Predictions) -> None:
    """Give the right number."""
    question = predictions.question
    assert question is not None
    predictions.check(repr(question.right.value))


def test_nothing_is_asked_while_it_is_off(desk: StepDesk) -> None:
    predictions = Predictions(desk.stepper, desk.settings)
    desk.stepper.next()
    assert desk.stepper.position == 1
    assert predictions.question is None


def test_next_asks_instead_of_revealing(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    assert desk.stepper.position == 0
    assert predictions.question is not None
    assert predictions.question.topic is Topic.COST


def test_a_right_answer_reveals_the_factor(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.check("2*(a-y)")
    assert desk.stepper.position == 1
    assert predictions.question is None
    assert predictions.verdict is not None
    assert predictions.verdict.template.startswith("Right")
    desk.stepper.back()
    assert predictions.verdict is None


def test_a_wrong_answer_names_the_mistake_and_stays(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.check("a-y")
    assert desk.stepper.position == 0
    assert predictions.judgement is not None
    assert predictions.judgement.sentence is not None
    assert predictions.judgement.sentence.template == say.FORGOT_TWO
    answer(predictions)
    assert desk.stepper.position == 1


def test_only_the_first_answer_counts(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.check("a-y")
    predictions.check("5")
    answer(predictions)
    desk.stepper.next()
    answer(predictions)
    assert dict(predictions.score.arguments) == {"right": "1", "asked": "2", "row": "1"}


@pytest.mark.parametrize("text", ["", "what", "inf", "1/0", "(" * 99, "exp(1e9)", "9" * 400])
def test_what_cannot_be_read_counts_as_no_answer(desk: StepDesk, text: str) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.check(text)
    assert predictions.judgement is not None
    assert predictions.judgement.outcome is Outcome.UNREADABLE
    assert predictions.judgement.sentence is not None
    assert predictions.score.arguments["asked"] == "0"
    answer(predictions)
    assert predictions.score.arguments["right"] == "1"


def test_skipping_shows_the_number_and_counts_nothing(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.give_up()
    assert desk.stepper.position == 1
    assert predictions.score.arguments["asked"] == "0"
    assert predictions.tally.progress.asked == 0


def test_hints_come_one_by_one_and_end(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    seen = []
    for _ in range(4):
        seen.append(predictions.hints)
        predictions.hint()
    assert seen == [0, 1, 2, 2]
    answer(predictions)
    assert predictions.tally.progress.kinds["cost:squared_error"].box == 1


def test_the_whole_chain_can_be_predicted(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    topics = []
    while not desk.stepper.at_end:
        before = desk.stepper.position
        desk.stepper.next()
        assert desk.stepper.position == before
        while predictions.question is not None:
            topics.append(predictions.question.topic)
            answer(predictions)
        assert desk.stepper.position == before + 1
    assert topics.count(Topic.PRODUCT) >= 2
    assert predictions.score.arguments["row"] == str(len(topics))


@pytest.mark.parametrize("name", ["first_look", "mazur", "digits_classifier"])
@pytest.mark.parametrize("lens", list(Lens))
@pytest.mark.parametrize("form", list(Form))
def test_every_lens_can_be_walked_in_every_form(
    open_desk: OpenDesk, name: str, lens: Lens, form: Form
) -> None:
    desk = open_desk(preset(name))
    desk.stepper.choose_lens(lens)
    desk.settle()
    predictions = on_desk(desk)
    predictions.choose_form(form)
    asked = 0
    while not desk.stepper.at_end:
        before = desk.stepper.position
        desk.stepper.next()
        while predictions.question is not None:
            asked += 1
            predictions.give_up()
        assert desk.stepper.position == before + 1
    assert asked >= len(desk.stepper.steps) - 1


def test_a_jump_forward_asks_for_where_it_leads(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.jump(4)
    assert desk.stepper.position == 3
    assert predictions.index == 3
    desk.stepper.last()
    assert desk.stepper.position == len(desk.stepper.steps) - 1
    desk.stepper.first()
    assert predictions.question is None


def test_playing_stops_at_a_question(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.play()
    desk.stepper.playback.ticked.emit()
    assert predictions.question is not None
    assert not desk.stepper.playing


def test_asking_again_keeps_what_was_tried(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.check("a-y")
    question = predictions.question
    desk.stepper.next()
    assert predictions.question is question
    assert predictions.tried


def test_putting_a_question_away_reveals_nothing(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.close()
    assert predictions.question is None
    assert desk.stepper.position == 0
    desk.stepper.next()
    assert predictions.question is not None


def test_other_numbers_ask_anew(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    first = predictions.question
    assert first is not None
    desk.edit(replace(desk.project, data=replace(desk.project.data, targets=((0.0,),))))
    assert predictions.question is not None
    assert predictions.question.right != first.right
    assert predictions.notice is not None


def test_a_layer_deleted_while_asked_leaves_a_sensible_place(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    predictions = on_desk(desk)
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.settle()
    desk.stepper.reveal(3)
    desk.stepper.next()
    assert predictions.question is not None
    desk.edit(delete_layers(desk.project, (desk.project.layer_ids[3],)))
    if predictions.question is None:
        assert predictions.notice is not None
    else:
        assert predictions.index == desk.stepper.position
    desk.stepper.next()
    assert predictions.question is not None
    answer(predictions)
    assert predictions.score.arguments["right"] == "1"


def test_a_batch_asks_nothing_and_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    predictions = on_desk(desk)
    desk.stepper.choose_lens(Lens.LAYER)
    desk.look_at(None)
    desk.stepper.next()
    assert desk.stepper.position == 1
    assert predictions.question is None
    assert predictions.notice is not None


def test_practice_leaves_project_and_place_alone(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.reveal(2)
    before = desk.document.project
    predictions.practise()
    for _ in range(5):
        assert predictions.exercise is not None
        answer(predictions)
        assert predictions.over
        predictions.practise()
        assert not predictions.over
    assert desk.document.project is before
    assert not desk.document.undo_stack.canUndo()
    assert desk.stepper.position == 2
    predictions.close()
    assert predictions.question is None


def test_what_was_missed_in_the_walk_comes_back_in_practice(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.check("a-y")
    answer(predictions)
    for _ in range(2):
        desk.stepper.next()
        answer(predictions)
    predictions.practise()
    assert predictions.exercise is not None
    assert predictions.exercise.question.kind == "cost:squared_error"


def test_progress_form_and_mode_are_kept_between_runs(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    predictions.choose_form(Form.SIGN)
    desk.stepper.next()
    predictions.check("+")
    again = Predictions(desk.stepper, desk.settings)
    assert again.active
    assert again.form is Form.SIGN
    assert again.tally.progress == predictions.tally.progress
    assert again.tally.progress.asked == 1


def test_damaged_settings_are_a_fresh_start(desk: StepDesk) -> None:
    desk.settings.set_text("predict_progress", "{")
    desk.settings.set_text("predict_form", "guess")
    predictions = Predictions(desk.stepper, desk.settings)
    assert predictions.form is Form.VALUE
    assert predictions.tally.progress.asked == 0


def test_another_form_asks_the_same_factor_in_that_form(desk: StepDesk) -> None:
    predictions = on_desk(desk)
    desk.stepper.next()
    predictions.choose_form(Form.MAGNITUDE)
    assert predictions.question is not None
    assert predictions.question.form is Form.MAGNITUDE
    predictions.practise()
    predictions.choose_form(Form.SIGN)
    assert predictions.question.form is Form.SIGN
