"""What theory says about the profile on screen: a line, a band, numbers, or why there is none."""
