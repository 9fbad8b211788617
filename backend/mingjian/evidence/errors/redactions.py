"""What can go wrong with a redaction made before the upload."""

from mingjian.kit.errors import MingjianError


class RedactionUnclearError(MingjianError):
    status = 422
    code = "evidence_redaction_unclear"
    zh = "遮盖信息不完整：须同时给出原件的 SHA-256 和遮盖的种类与处数。请重新遮盖后上传。"
    en = (
        "The redaction is not fully described: it needs the original's SHA-256 and what was "
        "covered in how many places. Redact the file again and upload it."
    )


class NotRedactedError(MingjianError):
    status = 409
    code = "evidence_not_redacted"
    zh = "此证据上传前未经遮盖，没有另外的原件可比对。请使用“核验”。"
    en = "Nothing was covered before this upload, so there is no other original. Use Verify."
