"""Texts of the client in rows of evidence and of what is built on it (decision 11)."""

from mingjian.kit.keys.sealed_texts import KEPT, kept_texts, opened_texts, sealed_texts

__all__ = ["KEPT", "kept_texts", "opened_texts", "sealed_texts"]
