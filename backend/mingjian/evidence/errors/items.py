"""What can go wrong with an evidence item."""

from mingjian.kit.errors import MingjianError


class ItemQuarantinedError(MingjianError):
    status = 409
    code = "evidence_quarantined"
    zh = "此文件仍在接受检查，检查通过后方可查看。请稍候。"
    en = "This file is still being examined and opens once that is done. Please wait a moment."


class ItemRefusedError(MingjianError):
    status = 409
    code = "evidence_refused"
    zh = "此文件未通过入库检查，不能打开。请查看原因并请提供方重新提供。"
    en = "This file did not pass examination and is not opened. See why, and ask for another one."


class ItemDestroyedError(MingjianError):
    status = 410
    code = "evidence_destroyed"
    zh = "此证据的内容已按规定销毁，只保留其记录与销毁证明。"
    en = "The content was destroyed as agreed. Its record and the deletion certificate remain."


class OpeningExpiredError(MingjianError):
    status = 403
    code = "evidence_opening_expired"
    zh = "查看链接已过期。请从证据库重新打开。"
    en = "The viewing link has expired. Open the item again from the evidence library."


class NotAnExpertError(MingjianError):
    status = 422
    code = "evidence_not_an_expert"
    zh = "只能分配给本审核组的技术专家或实习审核员。请先在“审核组”中加入此人。"
    en = "Assign only to experts or trainees of this team. Add the person to the team first."


class ForeignPlaceError(MingjianError):
    status = 422
    code = "evidence_foreign_place"
    zh = "所选场所或计划条目不属于此审核，请重新选择。"
    en = "That site or plan item is not of this audit. Choose another."
