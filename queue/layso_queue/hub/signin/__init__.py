"""Optional sign-in of citizens by OpenID Connect: it fills in a name and a phone, no more.

Nobody needs it: every booking works without. What the provider says is used for the form and
forgotten; only the booking keeps what a person would have typed.
"""
