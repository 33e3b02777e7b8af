"""Names of cookies that the door and the pages share."""

SESSION = "layso_staff"
"""Who has signed in as staff of the province."""

HOLD = "layso_hold"
"""The place that this browser keeps."""

PLACE = "layso_place"
"""What this browser chose last: center, service, slot; to lead back there."""

TYPED = "layso_typed"
"""What was typed into a form that had a fault: sealed, see layso_queue.hub.pages.typed."""

SIGNING_IN = "layso_signin"
"""Who was sent to the provider: signed, see layso_queue.hub.signin.keeping."""
