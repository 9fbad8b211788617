"""Pure rules of planning: what may follow what, what counts, what the tables say."""
