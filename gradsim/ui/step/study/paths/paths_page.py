"""The page of all paths: why a gradient is a sum, and why nobody forms it path by path."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gradsim.ui.panel import Panel
from gradsim.ui.step.study.page import StudyPage, StudyTools
from gradsim.ui.step.study.paths.path_list import PathList
from gradsim.ui.step.study.paths.sums import SumRows
from gradsim.viewmodels import words
from gradsim.viewmodels.step.paths.view import PathsView
from gradsim.viewmodels.step.paths.wording import cancellation, costs, openness
from gradsim.viewmodels.step.walk.lenses import coupled_refusal
from gradsim.viewmodels.step.walk.options import PATH_COUNTS
from gradsim.viewmodels.step.walk.walk import Lens


class PathsPage(StudyPage):
    """The strongest paths with signed bars; below them the sums, and what each way costs."""

    def __init__(self, tools: StudyTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._stepper = tools.workbench.stepper
        self._scope = tools.workbench.scope
        self._view = PathsView(self._stepper, self)
        self.panel = Panel()
        self.count_box = QComboBox()
        self.open_label = _sentence()
        self.path_list = PathList(tools.workbench.theme)
        self.sums = SumRows()
        self.cancel_label = _sentence()
        self.cost_label = _sentence()
        self.refusal_label = _sentence()
        self.way_button = QPushButton()
        self.scroll_area = QScrollArea()
        self._build()
        self._view.surveyed.connect(self._follow)
        self._stepper.waiting_changed.connect(self._follow)
        self._stepper.lens_changed.connect(self._follow)
        self._stepper.options.changed.connect(self._follow)
        self.path_list.path_chosen.connect(self._stepper.choose_path)
        self.count_box.activated.connect(self._choose_count)
        self.way_button.clicked.connect(self._go_there)
        self._retranslate()

    def _build(self) -> None:
        self.count_box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for count in PATH_COUNTS:
            self.count_box.addItem("", count)
        self.way_button.setAutoDefault(False)
        self.put_in_corner(self.count_box)
        scrolled = QWidget()
        scrolled.setObjectName("scrolled")
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.setSpacing(5)
        for each in (
            self.refusal_label, self.open_label, self.path_list, self.sums, self.cancel_label,
            self.cost_label,
        ):  # fmt: skip
            inner.addWidget(each)
        for each in (self.cancel_label, self.cost_label):
            # So that Tab brings them into sight, and the numbers can be copied.
            each.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        inner.addWidget(self.way_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        inner.setStretchFactor(self.path_list, 1000)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(scrolled)
        self.panel.body.addWidget(self.scroll_area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def refresh(self) -> None:
        """Show the paths of the walk, or why there are none and the way to some."""
        self._view.follow()
        listing = self._view.listing
        with QSignalBlocker(self.count_box):
            index = self.count_box.findData(self._stepper.options.path_count)
            self.count_box.setCurrentIndex(index)
        self.count_box.setVisible(listing is not None)
        self.path_list.setVisible(listing is not None)
        self.path_list.show_listing(listing)
        self.sums.show_listing(listing)
        self._show_survey()
        self._show_costs()
        self._show_refusal(listing is None)

    def finish_drawing(self) -> None:
        """Have the survey at once."""
        self._stepper.finish()
        self._view.finish()
        self.refresh()

    def shut_down(self) -> None:
        """End the thread."""
        self._view.shut_down()

    def _show_survey(self) -> None:
        survey, listing = self._view.survey, self._view.listing
        waiting = self._stepper.waiting
        self.open_label.setVisible(listing is not None or waiting)
        told = None
        if waiting:
            self.open_label.setText(self.tr("Looking for the strongest paths…"))
        elif listing is not None and survey is None:
            self.open_label.setText(self.tr("Counting the open paths…"))
        elif survey is not None and listing is not None:
            text = words.text(openness(survey))
            if not listing.revealed:
                hint = self.tr("The numbers come with the first factor.")
                text = f"{text} {hint}"
            self.open_label.setText(text)
            told = cancellation(survey, listing.recursion) if listing.revealed else None
        self.cancel_label.setVisible(told is not None)
        self.cancel_label.setText("" if told is None else words.text(told))

    def _show_costs(self) -> None:
        told, listing = self._view.costs, self._view.listing
        shown = told is not None and listing is not None
        self.cost_label.setVisible(shown)
        if told is not None and listing is not None:
            sentences = costs(told, listing.paths_total)
            self.cost_label.setText(" ".join(words.text(each) for each in sentences))

    def _show_refusal(self, empty: bool) -> None:
        """Where there are no paths: why, and the way to where there are some."""
        stepper, walk = self._stepper, self._stepper.walk
        self.refusal_label.setVisible(empty)
        result = stepper.result
        coupled = result is not None and result.project.network.couples_samples
        batch = empty and self._scope.sample is None and not coupled
        other_lens = empty and stepper.lens != Lens.PARAMETER and not coupled
        whole = empty and coupled and stepper.lens != Lens.LAYER
        self.way_button.setVisible(batch or other_lens or whole)
        if not empty:
            return
        if coupled and result is not None:
            told = words.text(coupled_refusal(result.project.network))
            self.way_button.setText(self.tr("Look at whole layers"))
        elif other_lens:
            told = self.tr("Paths lead from one parameter to the cost. Unroll one to see them.")
            self.way_button.setText(self.tr("Unroll a weight"))
        else:
            told = "" if walk.refusal is None else words.text(walk.refusal)
            sample = words.count(self._scope.last_sample)
            self.way_button.setText(self.tr("Look at sample {sample}").format(sample=sample))
        self.way_button.setAccessibleName(self.way_button.text())
        self.refusal_label.setText(told)

    def _go_there(self) -> None:
        result = self._stepper.result
        if result is not None and result.project.network.couples_samples:
            self._stepper.choose_lens(Lens.LAYER)
        elif self._stepper.lens != Lens.PARAMETER:
            self._stepper.choose_lens(Lens.PARAMETER)
        else:
            self._scope.choose(self._scope.last_sample)

    def _choose_count(self, index: int) -> None:
        self._stepper.options.choose_path_count(int(self.count_box.itemData(index)))

    def _retranslate(self) -> None:
        with QSignalBlocker(self.count_box):
            for index, count in enumerate(PATH_COUNTS):
                text = self.tr("strongest {count}").format(count=count)
                self.count_box.setItemText(index, text)
        self.panel.setAccessibleName(self.tr("Paths"))
        self.count_box.setAccessibleName(self.tr("How many paths are listed"))
        self.count_box.setToolTip(self.count_box.accessibleName())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("muted", True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
