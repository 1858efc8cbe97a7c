"""Work done in a process beside this one, so that the window keeps the interpreter to itself."""

from gradsim.project.aside.calls import Call, Cancel, Stop
from gradsim.project.aside.process import Gone, SideProcess, possible

__all__ = ["Call", "Cancel", "Gone", "SideProcess", "Stop", "possible"]
