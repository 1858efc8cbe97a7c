"""Sentences that are kept as keys and values and put into the reader's language when shown."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Message(Struct, frozen=True):
    """One translatable sentence: its catalogue context, English template and values.

    The template is marked with ``QT_TRANSLATE_NOOP(context, template)`` where it is written and
    holds ``{named}`` placeholders; a value that is itself a Message is translated too.
    ``words.text(message)`` makes the sentence.
    """

    context: str
    template: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, context: str, template: str, /, **arguments: object) -> Message:
        """The message with its values given by keyword."""
        return cls(context, template, arguments)
