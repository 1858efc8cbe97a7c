"""Pictures of a sweep without a window: its grid, and a scan over each axis of numbers."""

from gradsim.ui.sweep_pictures.drawing import draw_sweep

__all__ = ["draw_sweep"]
