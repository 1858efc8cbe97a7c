"""Runs the terminal commands under ``python -m gradsim``."""

from gradsim.cli import main

# Worker processes of a sweep import this module too, under another name.
if __name__ == "__main__":
    raise SystemExit(main())
