"""What the cells of the equation strip say: the title of a fold, and the tip of any cell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gradsim.viewmodels.step.equation import FactorItem, FoldItem


def fold_title(item: FoldItem) -> str:
    """How many factors, or values, a folded run holds."""
    translate = QCoreApplication.translate
    if item.forward:
        text = translate("EquationCanvas", "{count} values")
    else:
        text = translate("EquationCanvas", "∏ {count} factors")
    return text.format(count=item.fold.count)


def tip_of(item: FactorItem | FoldItem) -> str:
    """What a click would do."""
    translate = QCoreApplication.translate
    if isinstance(item, FoldItem):
        return translate("EquationCanvas", "Click to show one more layer of this run")
    text = translate("EquationCanvas", "{symbol}: click to go there")
    text = text.format(symbol=item.step.symbol)
    if item.kills:
        killed = translate("EquationCanvas", "It kills here: the product is 0 from it on.")
        text = f"{text}\n{killed}"
    return text
