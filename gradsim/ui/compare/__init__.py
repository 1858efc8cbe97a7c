"""The Compare workspace: many configurations side by side, one page for each way of looking."""
