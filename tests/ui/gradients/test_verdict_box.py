"""The buttons of the verdict say where they act."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from gradsim.ui.gradients.workspace import GradientsWorkspace


@pytest.mark.parametrize(
    ("layers", "tip"),
    [
        ((1, 2, 3), "In layers 1–3; Undo takes it back"),
        ((2,), "In layer 2; Undo takes it back"),
    ],
)
def test_a_remedy_for_one_layer_is_told_from_one_for_several(
    workspace: GradientsWorkspace, layers: tuple[int, ...], tip: str
) -> None:
    box = workspace.verdict
    diagnosis = workspace.view.diagnosis()
    assert diagnosis is not None
    action = diagnosis.actions[0]
    changed = replace(action, remedy=replace(action.remedy, layers=layers))
    box._show("Vanishing", "", "danger", (changed,))
    assert box.buttons[0].toolTip() == tip
