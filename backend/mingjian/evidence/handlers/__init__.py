"""What evidence does when something of its own happened, one module per theme."""
