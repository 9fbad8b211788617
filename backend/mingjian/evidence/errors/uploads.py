"""What can go wrong with a file on its way in, and what to do about it."""

from mingjian.kit.errors import MingjianError


class BadUploadHeaderError(MingjianError):
    status = 400
    code = "upload_bad_header"
    zh = "上传请求有误（{header}）。请刷新页面后重试；使用其他上传程序时，请检查其 tus 设置。"
    en = "The upload request is wrong ({header}). Reload and retry, or check the program's tus."


class UploadMetadataError(MingjianError):
    status = 400
    code = "upload_bad_metadata"
    zh = "文件的说明有误（{field}）。请检查后重新上传。"
    en = "What was said of the file is wrong ({field}). Check it and upload again."


class UploadVersionError(MingjianError):
    status = 412
    code = "upload_version"
    zh = "上传程序使用的协议版本不受支持。请使用 tus 1.0.0。"
    en = "The uploading program speaks another version. Use tus 1.0.0."


class DeferredLengthError(MingjianError):
    status = 400
    code = "upload_deferred_length"
    zh = "上传前须说明文件大小。请选择完整的文件后重试。"
    en = "The size must be known before an upload begins. Choose a complete file."


class FileTooLargeError(MingjianError):
    status = 413
    code = "upload_too_large"
    zh = "文件过大：单个文件最大 {limit}。请拆分后上传。"
    en = "The file is too large: at most {limit}. Split it and upload the parts."


class UploadLengthError(MingjianError):
    status = 400
    code = "upload_wrong_length"
    zh = "收到的内容比声明的长（{length} 字节）。文件可能在上传时被修改，请重新选择后上传。"
    en = "More came than the {length} bytes announced. The file may have changed: choose it again."


class UploadOffsetError(MingjianError):
    status = 409
    code = "upload_offset"
    zh = "续传位置不一致，服务器已有 {offset} 字节。请点击“继续”。"
    en = "The upload goes on at another place: {offset} bytes are here. Choose “Resume”."


class UploadBusyError(MingjianError):
    status = 423
    code = "upload_busy"
    zh = "同一文件正由另一连接上传。请稍候，将自动继续。"
    en = "Another connection is sending this file. It goes on by itself in a moment."


class UploadExpiredError(MingjianError):
    status = 410
    code = "upload_expired"
    zh = "此上传已过期（开始后 7 天内未完成）。请重新选择文件上传。"
    en = "This upload has expired (not ended within 7 days). Choose the file again."


class ChecksumAlgorithmError(MingjianError):
    status = 400
    code = "upload_checksum_algorithm"
    zh = "不支持该校验算法。请使用：{known}。"
    en = "That checksum is not known. Use one of: {known}."


class ChecksumMismatchError(MingjianError):
    status = 460
    code = "upload_checksum"
    zh = "收到的内容与校验值不符，本段未保存。请重试；若反复出现，请检查网络或硬盘。"
    en = "What came does not match its checksum and was dropped. Retry, or check the line."


class ContentMismatchError(MingjianError):
    status = 460
    code = "upload_content_changed"
    zh = "整个文件与上传前计算的 SHA-256 不符，未保存。文件可能在上传时被修改，请重新上传。"
    en = (
        "The whole file does not match the SHA-256 given for it; nothing was kept. Upload it again."
    )


class CheckedPartTooLargeError(MingjianError):
    status = 413
    code = "upload_part_too_large"
    zh = "带校验值的分段最大 {limit}。请减小分段后重试。"
    en = "A part with a checksum has at most {limit}. Send smaller parts."


class TooManyUploadsError(MingjianError):
    status = 413
    code = "upload_too_many"
    zh = "您未完成的上传过多（最多 {count} 个或 {limit}）。请先完成或取消部分上传。"
    en = "You have too much under way ({count} files or {limit}). Finish or cancel some first."


class BodyQuotaError(MingjianError):
    status = 413
    code = "upload_body_quota"
    zh = "机构的证据存储额度（{limit}）已用完，未保存。请联系认证机构的管理员。"
    en = "The body's room for evidence ({limit}) is used up. Ask its administrator."


class DiskFullError(MingjianError):
    status = 507
    code = "upload_disk_full"
    zh = "服务器存储空间不足，已收到的部分保留。请联系管理员清理空间后点击“继续”。"
    en = "The server's disk is full; what came is kept. Ask an administrator, then choose “Resume”."
