"""Rules of live sessions: pure functions."""
