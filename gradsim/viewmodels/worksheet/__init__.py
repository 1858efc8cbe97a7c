"""A walk on paper: what a worksheet says, as HTML, and as the recipe of a script."""
