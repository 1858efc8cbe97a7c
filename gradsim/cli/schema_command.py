"""``gradsim schema``: the JSON schema of project files."""

from __future__ import annotations

from argparse import Namespace

from gradsim.cli.output import print_json
from gradsim.project.schema import project_schema


def run(arguments: Namespace) -> int:
    """Print the schema."""
    del arguments
    print_json(project_schema())
    return 0
