"""The grid activation × initialization: what is asked, what was measured, how it is shown."""
