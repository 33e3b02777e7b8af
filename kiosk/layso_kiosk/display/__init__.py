"""The hall board and its voice."""
