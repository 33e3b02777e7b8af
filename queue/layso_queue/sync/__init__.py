"""What center and hub say to each other."""
