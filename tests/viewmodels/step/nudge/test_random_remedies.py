"""Random edits of remedies while numbers are moved, kept, stepped and undone."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from gradsim.engine.nudge.lever import Lever
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.engine.remedies import Residual
from gradsim.engine.update import Moved
from gradsim.project import edits
from gradsim.project.model import Project
from gradsim.viewmodels.step.nudge.notes import formula_text, notes, warnings
from gradsim.viewmodels.step.nudge.nudge import Nudge
from gradsim.viewmodels.step.nudge.rows import ripple_rows
from gradsim.viewmodels.step.update.told import lines
from gradsim.viewmodels.step.update.told import notes as notes_of_step
from gradsim.viewmodels.step.update.update import Update
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.random_edits import edited
from tests.viewmodels.step.remedied_projects import every_remedy


def other_remedies(project: Project, chance: random.Random) -> Project:
    """`project` after one random edit of its remedies, or of something else."""
    layer = chance.choice(project.layer_ids)
    match chance.randrange(6):
        case 0:
            name = chance.choice(["batch_norm", "layer_norm", "rms_norm", ""])
            return edits.set_normalization(project, layer, Choice(name) if name else None)
        case 1:
            form = chance.choice(["pre", "post", ""])
            residual = Residual(chance.uniform(-1.0, 1.0), form) if form else None  # type: ignore[arg-type]
            return edits.set_residual(project, layer, residual)
        case 2:
            return edits.set_dropout(project, layer, chance.choice([0.0, 0.3]))
        case 3:
            return edits.set_mode(project, chance.choice(["train", "evaluate"]))  # type: ignore[arg-type]
        case _:
            return edited(project, chance)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_promised_is_what_follows(open_desk: OpenDesk, seed: int) -> None:
    chance = random.Random(seed)
    desk = open_desk(every_remedy())
    nudge = Nudge(desk.stepper, desk.document, desk.stepper)
    update = Update(desk.stepper, desk.document, desk.settings, desk.stepper)
    nudge.set_watched(True)
    update.set_watched(True)
    kept = taken = 0
    for _ in range(40):
        with suppress(Problem):
            desk.edit(other_remedies(desk.project, chance))
        before, count = desk.project, desk.document.undo_stack.index()
        if chance.random() < 0.2:
            desk.look_at(chance.choice([None, 1, 4]))
        kind = chance.choice(["w", "b", "γ", "β", "x", "y"])
        nudge.choose(Lever(kind, chance.randint(1, 6), chance.randint(1, 4), chance.randint(1, 4)))  # type: ignore[arg-type]
        nudge.look_at(chance.randint(1, 6))
        nudge.move_by(chance.choice([-0.3, 1e-6, 0.5]))
        nudge.finish()
        if nudge.ripple is not None:
            assert ripple_rows(nudge.ripple)
            assert formula_text(nudge)
            notes(nudge)
            warnings(nudge)
        if nudge.preview is not None:
            for layer in range(desk.project.network.depth + 1):
                if nudge.preview.moves(layer):
                    nudge.preview.text(layer, 1)
                    assert 0.0 <= nudge.preview.share(layer, 1) <= 1.0
            promised = nudge.preview.cost
            if nudge.keep():
                kept += 1
                desk.compute()
                assert float(desk.result.forward.cost) == promised
                assert desk.document.undo_stack.index() == count + 1
                desk.document.undo_stack.undo()
                assert desk.project is before
                desk.compute()
        update.choose(chance.choice(list(Moved)))
        update.finish()
        outcome = update.outcome
        if outcome is not None and update.can_take:
            assert lines(outcome)
            notes_of_step(update, outcome)
            assert update.take()
            taken += 1
            desk.compute()
            assert float(desk.result.forward.cost) == outcome.after
            if desk.project is not before:  # a gradient of 0 moves nothing
                desk.document.undo_stack.undo()
            assert desk.project is before
            desk.compute()
    assert kept > 15
    assert taken > 15
    nudge.shut_down()
    update.shut_down()
