"""Names of cookies that the door and the pages share."""

SESSION = "layso_staff"
"""Who has signed in as staff of the province."""
