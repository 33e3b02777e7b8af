"""A center records its own voice: prompts, a microphone, clips that are trimmed and levelled."""
