"""What can be read from the journal."""

from mingjian.journal.queries.stored_tree import StoredTree
from mingjian.journal.queries.verification import findings

__all__ = ["StoredTree", "findings"]
