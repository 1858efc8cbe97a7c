"""The network builder: layer list, inspector, data, and the tables of exact numbers."""
