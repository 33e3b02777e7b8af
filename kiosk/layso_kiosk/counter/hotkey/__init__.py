"""Keys that reach the counter while another program has the focus, where the desktop allows it."""
