"""The dialog that brings a person's own table into the project."""
