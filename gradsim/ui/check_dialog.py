"""The gradient check layer by layer, with the button to run it again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradsim.engine.agreement import Agreement
from gradsim.engine.problems import Problem
from gradsim.viewmodels import words
from gradsim.viewmodels.gradient_checking import CheckState, GradientChecking
from gradsim.viewmodels.notation import layer_number, written


class CheckDialog(QDialog):
    """One row per layer: how many gradients were compared, and how well they agree."""

    def __init__(self, checking: GradientChecking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._checking = checking
        self._explanation = QLabel()
        self._explanation.setWordWrap(True)
        self._table = QTableWidget(0, 6)
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._total = QLabel()
        self._total.setProperty("muted", True)
        self._total.setWordWrap(True)
        self._again = QPushButton()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._explanation)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._total)
        layout.addWidget(buttons)
        self._again.clicked.connect(checking.run)
        checking.changed.connect(self._render)
        self.resize(800, 420)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Gradient check"))
        self._table.setAccessibleName(self.tr("Gradient check per layer"))
        self._explanation.setText(
            self.tr(
                "Every gradient of a layer is compared with a finite difference of that layer "
                "alone, in the direction of the gradient that reaches it. The error is relative. "
                "A difference is itself known only so far: rounding and its step blur it."
            )
        )
        self._again.setText(self.tr("Run again"))
        self._table.setHorizontalHeaderLabels(
            [
                self.tr("Layer"),
                self.tr("Checked"),
                self.tr("Worst error"),
                self.tr("Known to"),
                self.tr("At kinks"),
                self.tr("Lost in rounding"),
            ]
        )
        self._render()

    def _render(self) -> None:
        self._again.setEnabled(self._checking.state is not CheckState.RUNNING)
        rows = self._rows()
        self._table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self._table.setItem(row, column, item)
        self._total.setText(self._total_words())

    def _rows(self) -> list[tuple[str, ...]]:
        """A row for the cost, then one for each layer from the last."""
        outcome = self._checking.outcome
        if outcome is None:
            return []
        pattern = self.tr("{checked} of {total}")
        rows: list[tuple[str, ...]] = [
            (
                str(layer_number(layer.layer)),
                pattern.format(checked=words.count(layer.checked), total=words.count(layer.total)),
                *_numbers(layer.agreement),
                words.count(layer.kinks),
                words.count(layer.lost),
            )
            for layer in reversed(outcome.layers)
        ]
        if outcome.cost is not None:
            rows.insert(0, (self.tr("cost"), written("∂C/∂a"), *_numbers(outcome.cost), "0", "0"))
        return rows

    def _total_words(self) -> str:
        if self._checking.state is CheckState.RUNNING:
            percent = f"{100 * self._checking.fraction:.0f}"
            return self.tr("Running: {percent} %").format(percent=percent)
        problem = self._checking.problem
        if self._checking.state is CheckState.FAILED and isinstance(problem, Problem):
            return words.problem_text(problem)
        outcome = self._checking.outcome
        if outcome is None:
            return self.tr("Not checked since the last change.")
        both_ends = outcome.end_to_end
        layers = self.tr(
            "Layer by layer: {checked} of {total} parameters, worst error {worst}; that difference "
            "is known to {known}."
        )
        whole = self.tr(
            "End to end, from the parameter to C: {checked}, worst error {worst}; that difference "
            "is known to {known}."
        )
        error, known = _numbers(outcome.agreement)
        sentences = [
            layers.format(
                checked=words.count(outcome.checked),
                total=words.count(outcome.total),
                worst=error,
                known=known,
            )
        ]
        if both_ends.checked:
            error, known = _numbers(both_ends.agreement)
            sentences.append(
                written(whole).format(
                    checked=words.count(both_ends.checked), worst=error, known=known
                )
            )
        if not outcome.passed:
            wrong = self.tr("Wrong: {error} is more than rounding and the step explain.")
            sentences.append(wrong.format(error=words.number(outcome.unexplained_error, 2)))
        if outcome.kinks:
            kinks = self.tr("At a kink a difference says nothing: {kinks} left out.")
            sentences.append(kinks.format(kinks=words.count(outcome.kinks)))
        if outcome.lost:
            lost = self.tr("Lost in rounding, which says nothing either: {lost}.")
            sentences.append(lost.format(lost=words.count(outcome.lost)))
        return " ".join(sentences)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _numbers(agreement: Agreement) -> tuple[str, str]:
    """The worst error, and how far the difference itself is known."""
    return words.number(agreement.worst_relative_error, 2), words.number(agreement.known_to, 2)
