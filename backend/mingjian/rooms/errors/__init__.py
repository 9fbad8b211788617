"""What can go wrong around live sessions."""
