"""What a file is, whatever its name says, and whether it is safe to keep. Runs confined."""
