"""Clauses of the schemes' standards, as every stage's forms and answers name them."""

from typing import Annotated

from pydantic import Field, StringConstraints

from mingjian.kit.schema import Input, Schema


class ClauseRef(Input):
    """One clause of one scheme's standard: ``QMS 8.5.1``."""

    scheme: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    clause: Annotated[str, StringConstraints(min_length=1, max_length=20)]


Clauses = Annotated[list[ClauseRef], Field(max_length=60)]


class ClauseRefOut(Schema):
    scheme: str
    clause: str
