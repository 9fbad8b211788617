"""Live audit sessions: lobby, tokens, presence, scenes, breaks, consents, contingencies."""
