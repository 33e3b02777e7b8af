"""Names of cookies that the door and the pages share."""

SESSION = "layso_staff"
"""Who has signed in as staff of the province."""

HOLD = "layso_hold"
"""The place that this browser keeps."""

SIGNING_IN = "layso_signin"
"""Who was sent to the provider: signed, see layso_queue.hub.signin.keeping."""
