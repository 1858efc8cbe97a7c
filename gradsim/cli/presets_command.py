"""``gradsim presets``: the built-in projects."""

from __future__ import annotations

from argparse import Namespace

from gradsim.cli.output import print_json, print_table
from gradsim.project.presets import PRESETS


def run(arguments: Namespace) -> int:
    """Print name and title of every preset, with its summary in the JSON."""
    if arguments.json:
        print_json(
            [
                {"name": entry.name, "title": entry.title, "summary": entry.summary}
                for entry in PRESETS.values()
            ]
        )
        return 0
    print_table(
        ("preset", "shows"),
        [(entry.name, entry.title) for entry in PRESETS.values()],
        left=(0, 1),
    )
    print("\nOpen one with: gradsim preset:NAME")
    return 0
