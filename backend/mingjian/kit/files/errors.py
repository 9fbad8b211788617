"""Why a document was not taken, and what to send instead."""

from mingjian.kit.errors import MingjianError


class NotAPicture(MingjianError):
    status = 415
    code = "not_a_picture"
    zh = "请上传 PNG 或 JPEG 图片。此文件不是图片，或已损坏。"
    en = "Upload a PNG or JPEG picture. This file is not one, or it is damaged."


class VectorPicture(MingjianError):
    """SVG can carry scripts; our pages show pictures of others, so it stays outside."""

    status = 415
    code = "vector_picture"
    zh = "不接受 SVG 图片（其中可能含有脚本）。请将其导出为 PNG 后重新上传。"
    en = "SVG pictures are not accepted (they may contain scripts). Export it as PNG and try again."


class PictureTooLarge(MingjianError):
    status = 413
    code = "picture_too_large"
    zh = "图片尺寸过大（{width}×{height} 像素）。请缩小到 {limit}×{limit} 像素以内。"
    en = "The picture is too large ({width}×{height} pixels). Reduce it to {limit}×{limit} or less."
