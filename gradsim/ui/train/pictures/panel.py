"""The card of the pictures: the function, its units, the first weights, the misread, one update."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from gradsim.engine.network import Network
from gradsim.project.datasets.images import image_side
from gradsim.project.model import Project
from gradsim.ui.panel import Panel
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.function_view import FunctionView
from gradsim.ui.train.pictures.misread_view import MisreadView
from gradsim.ui.train.pictures.unit_view import UnitView
from gradsim.ui.train.pictures.weight_view import WeightView
from gradsim.ui.train.update_view import UpdateView
from gradsim.viewmodels.training.pictures.model import PICTURES, PictureModel
from gradsim.viewmodels.training.session import TrainingSession

SUBJECTS = ("function", "units", "weights", "misread", "update")


class PicturePanel(Panel):
    """Shows one subject at a time: the one chosen, until then the first that can be drawn."""

    layer_chosen = Signal(int)
    """From 1."""

    def __init__(self, session: TrainingSession, theme: ThemeController) -> None:
        super().__init__()
        self.session = session
        self.model = PictureModel(session, self)
        self.chooser = QComboBox()
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.function, self.update_view = FunctionView(theme), UpdateView(theme)
        self.units, self.weights, self.misread = (
            UnitView(theme), WeightView(theme), MisreadView(theme),
        )  # fmt: skip
        self._chosen = self._arranged = ""
        self._layer = 1
        self._build()
        self.chooser.activated.connect(self._follow_chooser)
        self.model.changed.connect(self._show_picture)
        self.units.layer_chosen.connect(self.layer_chosen)
        self._retranslate()

    def _build(self) -> None:
        self.chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for name in SUBJECTS:
            self.chooser.addItem("", name)
        self.header.insertWidget(0, self.chooser)
        self.header.addStretch(1)
        for view in self._views().values():
            self.body.addWidget(view, 1)

    def _views(self) -> dict[str, QWidget]:
        return {
            "function": self.function,
            "units": self.units,
            "weights": self.weights,
            "misread": self.misread,
            "update": self.update_view,
        }

    @property
    def subject(self) -> str:
        """One of SUBJECTS."""
        return self._chosen or _first_subject(self.session.project)

    def choose(self, subject: str) -> None:
        """Show another subject from now on."""
        self._chosen = subject
        self.refresh()

    def show_layer(self, layer: int, network: Network) -> None:
        """Turn to a layer of the network, from 1."""
        self._layer = layer
        self.units.show_layer(layer, network.depth)
        if self.update_view.isVisible():
            self.update_view.show_moment(
                self.session.shown, layer, network, back=self.session.looking_back
            )
        self._want()

    def show_moment(self) -> None:
        """Show the session's moment."""
        if self._arranged != self.subject:
            self.refresh()
        else:
            self._show_picture()

    def refresh(self) -> None:
        """Show the subject, and the moment."""
        subject = self._arranged = self.subject
        for name, view in self._views().items():
            view.setVisible(name == subject)
        with QSignalBlocker(self.chooser):
            self.chooser.setCurrentIndex(SUBJECTS.index(subject))
        self.setAccessibleName(self.chooser.currentText())
        self.show_layer(self._layer, self.session.project.network)
        self._show_picture()

    def finish_drawing(self) -> None:
        """Make the picture of the moment shown, for a screenshot."""
        self.model.finish()

    def shut_down(self) -> None:
        """End the thread."""
        self.model.shut_down()

    def _want(self) -> None:
        subject = self.subject
        wanted = subject if subject in PICTURES and self.isVisible() else ""
        self.model.want(wanted, self._layer if wanted == "units" else 1)

    def _show_picture(self) -> None:
        shown = self.session.shown
        if self.subject == "function":
            self.function.show_map(None if shown is None else shown.function, self._no_map())
        picture = None if shown is None else self.model.picture
        for name, view in (
            ("units", self.units),
            ("weights", self.weights),
            ("misread", self.misread),
        ):
            if name == self.subject:
                view.show_picture(picture)

    def _no_map(self) -> str:
        inputs = self.session.project.network.inputs
        if inputs <= 2:
            return ""
        return self.tr(
            "This network has {inputs} inputs. What it computes can be drawn over one or two."
        ).format(inputs=inputs)

    def _follow_chooser(self, index: int) -> None:
        self.choose(SUBJECTS[index])

    def _retranslate(self) -> None:
        self.chooser.setAccessibleName(self.tr("Picture of the moment"))
        self.chooser.setToolTip(self.tr("What is shown of the moment"))
        titles = {
            "function": self.tr("What the network computes"),
            "units": self.tr("Response of each unit"),
            "weights": self.tr("First weights as images"),
            "misread": self.tr("Misread images"),
            "update": self.tr("Last step of one weight"),
        }
        with QSignalBlocker(self.chooser):
            for index, name in enumerate(SUBJECTS):
                self.chooser.setItemText(index, titles[name])
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures are made while they are seen."""
        super().showEvent(event)
        self._want()

    def hideEvent(self, event: QHideEvent) -> None:
        """And not otherwise."""
        super().hideEvent(event)
        self._want()


def _first_subject(project: Project) -> str:
    if project.network.inputs <= 2:
        return "function"
    return "update" if image_side(project) is None else "weights"
