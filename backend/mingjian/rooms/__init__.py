"""Live sessions: rooms, lobby, tokens, presence, breaks, chat."""
