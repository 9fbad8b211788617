"""What can go wrong when evidence leaves the vault."""

from mingjian.identity.errors import FieldError
from mingjian.kit.errors import MingjianError


class NothingToPackError(FieldError):
    code = "bundle_no_items"
    field = "item_ids"
    zh = "没有可以打包的证据：所选证据不存在、尚未通过检查或已销毁。请重新选择。"
    en = "Nothing to pack: what was chosen is not there, not examined yet, or destroyed."


class TooMuchToPackError(FieldError):
    code = "bundle_too_many"
    field = "item_ids"
    zh = "一次最多打包 {most} 项证据，请分几次进行。"
    en = "A bundle holds {most} items at most. Pack the rest into further ones."


class ItemNotIntactError(MingjianError):
    status = 409
    code = "bundle_item_not_intact"
    zh = "{item} 未通过核验（{fault}），没有打包。请先核验该证据，或不选它。"
    en = "{item} did not verify ({fault}), so nothing was packed. Verify it first, or leave it out."


class BundleLinkExpiredError(MingjianError):
    status = 403
    code = "bundle_expired"
    zh = "下载链接已过期，或属于另一人。请从证据库重新打包下载。"
    en = "This download has expired or is somebody else's. Pack the items again from the library."


class RecipientKeyError(FieldError):
    code = "recipient_key"
    field = "age_key"
    zh = "这不是 age 公钥。请填写以 age1 开头的 X25519 公钥。"
    en = "This is no age public key. Give an X25519 key; it begins with age1."


class OwnCheckError(MingjianError):
    status = 409
    code = "recipient_own_check"
    zh = "登记公钥的人不能自己核对指纹。请由另一人通过电话等其他途径核对。"
    en = "Whoever entered the key does not check it. Another person compares the fingerprint."


class RecipientNotUsableError(FieldError):
    code = "recipient_not_usable"
    field = "recipient_id"
    zh = "该收件人的公钥指纹尚未核对，或已停用，不能寄送。"
    en = "This recipient's fingerprint was not checked yet, or the recipient is retired."


class RecipientSettledError(MingjianError):
    status = 409
    code = "recipient_settled"
    zh = "该收件人已核对或已停用，请刷新查看。"
    en = "This recipient was checked or retired already. Reload to see it."


class ParcelClosedError(MingjianError):
    status = 410
    code = "parcel_closed"
    zh = "此寄送件已过期或已撤回。请联系寄件人重新寄送。"
    en = "This parcel has lapsed or was withdrawn. Ask the sender to send it again."
