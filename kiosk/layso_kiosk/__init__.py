"""The room that shows: every window. It asks the center over HTTP and never decides."""
