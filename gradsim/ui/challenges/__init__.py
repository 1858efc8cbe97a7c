"""The Challenges workspace, and the strip that follows the one that is worked on."""
