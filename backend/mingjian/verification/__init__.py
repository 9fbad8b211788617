"""Continuous data: sources, contracts, deliveries, checks, conformance, anomalies."""
