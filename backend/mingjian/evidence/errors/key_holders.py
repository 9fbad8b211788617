"""What can go wrong when somebody is to hold the offline copies of the keys."""

from mingjian.kit.errors import MingjianError


class HolderDecidedError(MingjianError):
    status = 409
    code = "key_holder_decided"
    zh = "此项已经处理过。请刷新页面。"
    en = "This was decided already. Reload the page."
