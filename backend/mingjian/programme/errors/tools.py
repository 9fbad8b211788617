"""What can go wrong with ICT tools and their choice."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class ToolNameTakenError(FieldError):
    status = 409
    code = "tool_name_taken"
    field = "name"
    zh = "目录中已有同名工具，请打开它或换一个名称。"
    en = "The catalogue has a tool of that name. Open it, or choose another name."


class ToolClosedError(MingjianError):
    status = 409
    code = "tool_closed"
    zh = "该工具已停用。请先恢复使用。"
    en = "This tool is no longer in use. Put it back into use first."


class ToolPurposeError(FieldError):
    status = 409
    code = "tool_purpose"
    field = "kind"
    zh = "已有审核按原用途选定该工具，不能改变用途。请另登记一个工具。"
    en = "Audits have chosen it for this purpose, which cannot change. Add another tool instead."


class ToolNotAssessedError(FieldError):
    status = 409
    code = "tool_not_assessed"
    field = "tool_id"
    zh = "该工具尚未评价，不能选用。请先完成评价。"
    en = "This tool has not been assessed. Assess it before it is used."


class ToolNotSafeError(FieldError):
    status = 409
    code = "tool_not_safe"
    field = "tool_id"
    zh = "该工具安全性 {score} 分，低于下限 {floor} 分，不得使用。请选用其他工具。"
    en = "Its security score {score} is below the floor of {floor}: not to be used. Take another."


class ToolReasonError(FieldError):
    code = "tool_reason"
    field = "reason"
    zh = "建议使用“{advised}”。如选用其他工具，请说明理由。"
    en = "The advice is to use “{advised}”. Say why another tool is chosen."


class ToolOfAnotherClientError(FieldError):
    code = "tool_of_another_client"
    field = "tool_id"
    zh = "该工具属于另一客户，不能用于本次审核。"
    en = "This tool belongs to another client and is not for this audit."
