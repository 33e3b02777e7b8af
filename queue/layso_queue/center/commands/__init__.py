"""What `layso-center` does, one file a command."""
