"""Voice: number words, the announcement's parts, voice packs, and a queue that speaks in order."""
