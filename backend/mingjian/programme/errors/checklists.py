"""What can go wrong with checklists and the library of questions."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class QuestionClausesError(FieldError):
    code = "question_clauses"
    field = "clauses"
    zh = "没有条款“{clause}”。请写成“QMS 9.2、EMS 9.2”，并至少填一个。"
    en = "There is no clause “{clause}”. Write “QMS 9.2, EMS 9.2”, and give at least one."


class QuestionLineError(FieldError):
    code = "question_line"
    field = "line"
    zh = "计划中没有这项安排，可能已被删除。请重新选择。"
    en = "The plan has no such item; it may have been removed. Choose another."


class QuestionMemberError(FieldError):
    code = "question_member"
    field = "member"
    zh = "此人不在审核组中。请从审核组成员中选择。"
    en = "This person is not in the team. Choose a member of it."


class NothingToAskError(MingjianError):
    status = 409
    code = "checklist_nothing_to_ask"
    zh = "题库中没有与计划条款对应的新问题。请先在计划中安排条款，或在题库中增加问题。"
    en = "The library has no further question for the planned clauses. Plan clauses or add some."
