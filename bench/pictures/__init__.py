"""The picture book: every screen, slip, page and plot as a picture, made anew by one command."""
