"""The open project under many seeds: measured in the background, shown as bands around a median."""
