"""How the predictions went: the score since the start, and the progress kept between starts."""

from __future__ import annotations

from gradsim.viewmodels.settings import Settings
from gradsim.viewmodels.step.predict.progress import Progress

_SETTING = "predict_progress"


class Tally:
    """Counts answers and keeps the progress in the settings.

    asked, right, row : questions answered, right at the first try, and right in a row.
    progress : what is known of each kind of question.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.asked = self.right = self.row = 0
        self.progress = Progress.from_text(settings.text(_SETTING))

    def count(self, kind: str, *, right: bool, helped: bool) -> None:
        """Count the first answer to a question; `helped` where every hint was shown."""
        self.asked += 1
        self.right += right
        self.row = self.row + 1 if right else 0
        self._keep(self.progress.answered(kind, right=right, helped=helped))

    def draw(self) -> int:
        """The seed of the next practice question, another each time."""
        self._keep(self.progress.drawn())
        return self.progress.draws

    def _keep(self, progress: Progress) -> None:
        self.progress = progress
        self._settings.set_text(_SETTING, progress.to_text())
