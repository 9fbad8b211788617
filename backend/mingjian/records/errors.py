"""What can go wrong when something is written down."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class NothingWrittenError(FieldError):
    code = "record_empty"
    field = "text"
    zh = "请写下记录内容，或选择判断。"
    en = "Write something, or choose a verdict."


class ForeignEvidenceError(FieldError):
    code = "record_foreign_evidence"
    field = "evidence"
    zh = "引用的证据不属于此审核，或您看不到它。请从本次审核的证据库中选择。"
    en = "A cited item is not of this audit, or not visible to you. Choose from its library."


class ForeignQuestionError(FieldError):
    code = "record_foreign_question"
    field = "question_id"
    zh = "该问题不在此审核的检查表中。请刷新检查表后重试。"
    en = "That question is not on this audit's checklist. Reload the checklist."


class AnsweredError(MingjianError):
    """Each question is answered once; a second answer is a revision of the first."""

    status = 409
    code = "record_answered"
    zh = "该问题已由 {author} 回答。请修改已有的回答，而不是另写一条。"
    en = "{author} has answered this question. Revise that answer instead of adding another."


class WithdrawnError(MingjianError):
    status = 409
    code = "record_withdrawn"
    zh = "此记录已撤回，不能再修改。请另写一条。"
    en = "This entry was withdrawn and does not change any more. Write another one."
