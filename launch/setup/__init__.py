"""Set-up: everything a bare machine lacks, made once and then recognised as made."""
