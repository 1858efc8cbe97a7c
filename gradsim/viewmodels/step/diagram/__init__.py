"""The network drawn: what is where in the diagram, and what each mark shows."""
