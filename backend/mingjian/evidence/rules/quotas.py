"""How much may be on its way at once, so that one mistake does not fill the disk."""

from datetime import timedelta

GIBIBYTE = 1 << 30
LARGEST = 20 * GIBIBYTE
"""One file: eight hours of a meeting in full HD take about 10 GB; twice that, no more."""
UNFINISHED_PER_PERSON = 1000
"""Files begun and not ended: a folder of a thousand files is in order, a runaway script is not."""
PROMISED_PER_PERSON = 100 * GIBIBYTE
HELD_PER_BODY = 4096 * GIBIBYTE
"""Everything a body holds or is being sent."""
SPARE = 1 << 30
"""What stays free on the disk for the database and its journal."""
LASTS = timedelta(days=7)
"""A large file over a slow line takes days; after a week without its end nobody comes back."""
CHECKED_AT_ONCE = 8 << 20
"""A part with a checksum is kept in memory until it is known to be right."""
