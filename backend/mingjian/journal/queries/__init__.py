"""What can be read from the journal."""

from mingjian.journal.queries.stored_tree import StoredTree

__all__ = ["StoredTree"]
