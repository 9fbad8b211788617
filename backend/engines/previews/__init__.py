"""What can be shown of a file without opening it: small pictures, pages, text, a waveform."""
