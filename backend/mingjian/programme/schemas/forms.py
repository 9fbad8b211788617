"""What several forms of planning send: a version, a reason, or both."""

from mingjian.kit.schema import Input, Paragraph


class Reason(Input):
    reason: Paragraph


class VersionedReason(Reason):
    version: int


class Version(Input):
    version: int
