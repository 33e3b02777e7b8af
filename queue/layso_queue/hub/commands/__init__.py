"""What `layso-hub` does, one command each."""
