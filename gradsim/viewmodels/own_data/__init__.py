"""What the dialog for a person's own data shows and does."""
