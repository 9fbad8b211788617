"""What can go wrong with the information that is collected before an audit."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class NoCoordinatorError(MingjianError):
    status = 409
    code = "information_no_coordinator"
    zh = "还没有指定客户的审核协调员，无法发出请求。请先在“概览”中指定。"
    en = "No coordinator of the client is named, so nobody can be asked. Name one first."


class NothingToRequestError(FieldError):
    code = "information_nothing_to_request"
    field = "item_ids"
    zh = "请选择要请客户提供的项目；由本机构查证或不适用的项目不能选。"
    en = "Choose items to ask the client for; not those the body looks up or that do not apply."


class RequestDayError(FieldError):
    code = "information_day_passed"
    field = "due_on"
    zh = "期限已过，请填写今天或以后的日期。"
    en = "That day has passed. Give today or a later day."


class NoAnswerError(FieldError):
    code = "information_no_answer"
    field = "answer"
    zh = "请填写答复或链接，或选择“将通过证据库移交”。"
    en = "Answer in words or with a link, or say that it comes through the evidence vault."


class ItemClosedError(MingjianError):
    status = 409
    code = "information_item_state"
    zh = "该项目已标为不适用，不能答复。需要时请重新请求。"
    en = "This item was marked as not needed and takes no answer. Request it again if it is."


class NotAskedError(MingjianError):
    status = 403
    code = "information_not_asked"
    zh = "该项目由认证机构查证，无需您答复。"
    en = "The certification body looks this up itself. No answer is needed from you."


class InformationOpenError(MingjianError):
    status = 409
    code = "information_open"
    zh = "还有 {count} 项没有收集到：{sentences}。请取得答复，或注明不适用的理由。"
    en = "Still to be collected ({count}): {sentences}. Get an answer or say why it is not needed."


class NothingLaidOutError(MingjianError):
    status = 409
    code = "information_not_laid_out"
    zh = "还没有信息清单。请先生成清单。"
    en = "There is no checklist yet. Lay it out first."


class NoteTargetError(FieldError):
    code = "information_note_target"
    field = "text"
    zh = "没有找到该分析所依据的项目，请刷新后重试。"
    en = "What this note refers to was not found. Reload and try again."
