"""Many seeds and theory in the profile's panel: control, legend, bands, sentences."""
