"""The rows of the journal, and :class:`Journalled`, the base of every row it speaks of.

There are no foreign keys: the journal knows other stages' rows by kind and id only.
"""

from mingjian.journal.models.entries import Entry, Head, Node, Salt
from mingjian.journal.models.journalled import Journalled
from mingjian.journal.models.witnesses import Checkpoint, Verification

__all__ = ["Checkpoint", "Entry", "Head", "Journalled", "Node", "Salt", "Verification"]
