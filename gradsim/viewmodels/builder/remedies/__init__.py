"""The remedies of the selected layers: what they are, how they are set, and how they are said."""
