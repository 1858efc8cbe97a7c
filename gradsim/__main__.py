"""Runs the terminal commands under ``python -m gradsim``."""

from gradsim.cli import main

raise SystemExit(main())
