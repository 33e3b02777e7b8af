"""The room that puts it on paper: from what a ticket says to what a printer does."""
