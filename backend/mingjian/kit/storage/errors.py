"""What can go wrong with stored files, and what to do about it."""

from mingjian.kit.errors import MingjianError


class BlobMissing(MingjianError):
    """The record is here and its sealed file is not."""

    status = 404
    code = "blob_missing"
    zh = "该内容的存储文件不存在，可能已被删除。请联系管理员从备份恢复。"
    en = "The stored file of this content is missing. Ask an administrator to restore it."


class StorageFull(MingjianError):
    status = 503
    code = "storage_full"
    zh = "存储空间已满，未保存任何内容。请联系管理员清理空间后重试。"
    en = "Storage is full; nothing was saved. Ask an administrator to free space, then retry."


class StorageUnavailable(MingjianError):
    status = 503
    code = "storage_unavailable"
    zh = "存储服务暂时无法访问，未保存任何内容。请稍后重试；如持续出现，请联系管理员。"
    en = (
        "Storage cannot be reached at the moment; nothing was saved. Try again later, and tell "
        "an administrator if it persists."
    )
