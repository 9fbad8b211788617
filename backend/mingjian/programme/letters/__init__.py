"""Letters of planning, one module per theme; to import one registers its templates."""
