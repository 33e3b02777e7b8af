"""The hidden page for staff: paper, tests, the way out."""
