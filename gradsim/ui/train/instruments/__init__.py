"""The instruments over the steps: one number a layer as map or lines, and how numbers spread."""
