"""Findings, corrective actions, conclusion, report, decision, certificate."""
