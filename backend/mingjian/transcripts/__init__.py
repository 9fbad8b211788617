"""Speech-to-text runs, segments, corrections, excerpts cited as evidence."""
