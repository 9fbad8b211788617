"""What planning does about events, one module per theme: handlers enqueue jobs."""
