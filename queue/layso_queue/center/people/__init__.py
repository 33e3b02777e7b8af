"""Who may do what: enrolled devices, signed-in staff."""
