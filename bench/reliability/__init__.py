"""Proofs that take minutes: the same drivers run shortly in the test suite."""
