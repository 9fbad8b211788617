"""``./bench``: runs what stands in ``benchmarks/`` and keeps the figures."""
