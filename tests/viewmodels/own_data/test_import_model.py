"""A table is read and judged off the window's thread, and only what is judged is taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.document import Document
from gradsim.viewmodels.own_data.import_model import ImportModel


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(preset("first_look"))


@pytest.fixture
def model(tmp_path: Path, document: Document) -> Iterator[ImportModel]:
    path = tmp_path / "t.csv"
    path.write_text("a,b,y\n1,2,3\n4,5,7\n", encoding="utf-8")
    made = ImportModel(str(path), document)
    yield made
    made.shut_down()


def test_what_was_read_is_known_in_whole(model: ImportModel) -> None:
    model.finish()
    assert not model.working
    assert model.targets == (2,)
    assert model.own is not None
    assert model.own.targets.tolist() == [[3.0], [7.0]]
    told = model.summary()
    assert told is not None
    assert words.text(told) == "samples 2 · inputs 2 · outputs 1"


def test_the_newest_choice_wins(model: ImportModel, document: Document) -> None:
    model.finish()
    model.set_standardize(False)
    model.set_target(1, True)
    assert not model.take(), "what is worked out is of an earlier choice"
    model.finish()
    assert model.own is not None
    assert model.own.inputs.tolist() == [[1.0], [4.0]]
    assert model.take()
    assert document.undo_stack.count() == 1
    assert document.project.output.units == 2


def test_a_choice_that_cannot_be_is_told_and_the_next_one_mends_it(model: ImportModel) -> None:
    model.finish()
    model.set_target(2, False)
    model.finish()
    assert model.problem is not None
    assert model.project is None
    model.set_target(0, True)
    model.finish()
    assert model.problem is None
    assert model.project is not None


def test_a_file_that_is_not_there_is_told(tmp_path: Path, document: Document) -> None:
    made = ImportModel(str(tmp_path / "none.csv"), document)
    made.finish()
    assert made.problem is not None
    assert made.columns == ()
    made.shut_down()
