"""Worksheets on paper: the PDF, and the dialog that exports them."""
