"""First-to-last ratios of the open network and the pins over depth and over gain."""
