"""Why an uploaded workbook cannot be read."""

from mingjian.kit.errors import MingjianError


class NotAWorkbook(MingjianError):
    status = 415
    code = "not_a_workbook"
    zh = "无法读取此文件。请上传 .xlsx 格式、未加密的 Excel 工作簿。"
    en = "This file cannot be read. Upload an Excel workbook (.xlsx) without a password."


class WorkbookTooLarge(MingjianError):
    status = 413
    code = "workbook_too_large"
    zh = "工作簿过大：最多 {rows} 行、{megabytes} MB。请拆分后分批上传。"
    en = "This workbook is too large: at most {rows} rows and {megabytes} MB. Split it."


class WrongColumns(MingjianError):
    status = 422
    code = "wrong_columns"
    zh = "首行表头与模板不一致，缺少：{missing}。请下载模板并保留首行。"
    en = "The first row differs from the template; missing: {missing}. Keep the template's head."
