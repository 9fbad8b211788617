"""What can go wrong with exports of other tools."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class NotExternalError(FieldError):
    code = "external_item"
    field = "item_id"
    zh = "没有找到该文件，或它不是作为“外部工具”的材料上传的，或已经登记过。请重新上传。"
    en = "No such file, not uploaded as another tool's, or entered already. Upload it anew."


class ExternalToolError(FieldError):
    code = "external_tool"
    field = "tool_name"
    zh = "请选择工具，或写明工具的名称。"
    en = "Choose the tool, or name it."


class NotReadableYetError(MingjianError):
    status = 409
    code = "external_waiting"
    zh = "文件仍在接受检查或未通过检查，暂时不能解析。文件本身已保存。"
    en = "The file is still being examined or did not pass, so it is not read. It is kept as it is."
