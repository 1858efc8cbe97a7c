"""The one error for whatever a person can get wrong, kept translatable.

The engine knows no Qt, yet every sentence that it says must reach the window in the reader's
language. So a :class:`Problem` carries its English sentence as a template with named
placeholders, and the values apart; the window looks the template up in its catalogue and fills
the values in there.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name that lupdate reads
    """Mark `text` for the translation catalogue under `context` and return it unchanged."""
    del context
    return text


class Problem(ValueError):
    """Something a person made that cannot be: where it stands and why it is refused.

    Parameters
    ----------
    template : str
        One English sentence with ``{named}`` placeholders, marked with
        ``QT_TRANSLATE_NOOP("Problem", ...)`` where it is written.
    place : str
        Where it was made, as a path into the project file: ``network.layers[2].units``
        (counted from 0, as in the JSON). Empty where there is no such place.
    **arguments
        Values for the placeholders.
    """

    def __init__(self, template: str, /, *, place: str = "", **arguments: object) -> None:
        super().__init__(template)
        self.template = template
        self.place = place
        self.arguments = arguments

    @property
    def reason(self) -> str:
        """The English sentence with its values, without the place."""
        return self.template.format(**self.arguments)

    def at(self, place: str) -> Problem:
        """The same problem, its place put below `place`."""
        joiner = "" if not self.place or self.place.startswith("[") else "."
        return Problem(self.template, place=f"{place}{joiner}{self.place}", **self.arguments)

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason
