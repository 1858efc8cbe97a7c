"""The words of one language, whatever language the window has."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from gradsim.ui.resources import resource
from gradsim.viewmodels.settings import Language
from gradsim.viewmodels.words import Lookup


def words_of(language: Language) -> Lookup:
    """A lookup in the catalogue of `language`; English stands in the code itself."""
    if language == "en":
        return _english
    catalogue = QTranslator()
    catalogue.load(f"gradsim_{language}", str(resource("translations")))

    def lookup(context: str, text: str) -> str:
        return catalogue.translate(context, text) or text

    return lookup


def _english(_context: str, text: str) -> str:
    return text
