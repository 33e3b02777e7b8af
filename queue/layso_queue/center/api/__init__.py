"""The center over HTTP: routes, roles, problems and their description."""
