"""How a description of a thing in the diagram looks as a tooltip."""

from __future__ import annotations

from gradsim.viewmodels.step.diagram.words import Description


def tip_html(description: Description) -> str:
    """A description as a small table."""
    # Only a pointer at rest needs it, long after the start.
    from html import escape

    rows = "".join(
        f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td align='right'>{escape(value)}</td></tr>"
        for name, value in description.rows
    )
    hint = f"<p style='margin:4px 0 0 0'><i>{escape(description.hint)}</i></p>"
    return (
        f"<p style='margin:0 0 4px 0;white-space:pre'><b>{escape(description.title)}</b></p>"
        + (f"<table cellspacing='0' cellpadding='1'>{rows}</table>" if rows else "")
        + (hint if description.hint else "")
    )
