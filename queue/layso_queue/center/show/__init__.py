"""What the center says of its line to those who look: tickets, services, the whole day."""
