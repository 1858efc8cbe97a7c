"""The picture follows the moment that is shown, and is made only while it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from gradsim.project.presets import preset
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.training.pictures.model import PictureModel
from gradsim.viewmodels.training.pictures.unit_maps import UnitMaps, unit_maps
from gradsim.viewmodels.training.session import TrainingSession

PROJECT = preset("first_look")


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[TrainingSession]:
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = TrainingSession(Document(PROJECT), settings)
    yield made
    made.shut_down()


@pytest.fixture
def model(session: TrainingSession) -> Iterator[PictureModel]:
    made = PictureModel(session)
    yield made
    made.shut_down()


def stepped(session: TrainingSession, steps: int) -> None:
    session.step(steps)
    session.finish()


def test_nothing_is_made_before_a_step_or_unless_wanted(
    session: TrainingSession, model: PictureModel
) -> None:
    model.want("units", 2)
    model.finish()
    assert model.picture is None
    model.want("")
    stepped(session, 3)
    model.finish()
    assert model.picture is None


def test_the_picture_is_of_the_moment_shown(session: TrainingSession, model: PictureModel) -> None:
    model.want("units", 2)
    stepped(session, 30)
    model.finish()
    newest = model.picture
    assert isinstance(newest, UnitMaps)
    assert newest.layer == 2
    session.look_back_to(3)
    session.finish()
    model.finish()
    assert session.shown is not None
    wanted = unit_maps(PROJECT, session.shown.parameters, 2)
    back = model.picture
    assert isinstance(back, UnitMaps)
    assert isinstance(wanted, UnitMaps)
    np.testing.assert_array_equal(back.values, wanted.values)
    assert not np.array_equal(back.values, newest.values)


def test_another_layer_is_another_picture_and_a_reset_ends_it(
    session: TrainingSession, model: PictureModel
) -> None:
    model.want("units", 1)
    stepped(session, 2)
    model.want("units", 4)
    model.finish()
    assert isinstance(model.picture, UnitMaps)
    assert model.picture.layer == 4
    session.reset()
    model.finish()
    assert model.picture is None
