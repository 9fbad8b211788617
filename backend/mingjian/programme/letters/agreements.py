"""Letters about the remote agreement: it waits for a signature; it is in force."""

from typing import cast

from mingjian.identity.links import page_url
from mingjian.identity.models import Person
from mingjian.kit.mail import Template, Wording, register, send_mail
from mingjian.kit.mail.templates import Language
from mingjian.programme.models import RemoteAgreement

TO_BE_SIGNED = Template(
    "programme.agreement_to_be_signed",
    zh=Wording(
        "请签署远程审核协议（{number}）",
        "{name}，您好：\n\n审核 {number} 的远程审核协议（第 {version} 版）已经发出，请阅读并签署，"
        "手机上也可以：\n\n{link}\n\n如有疑问，请先与审核方案管理人员联系，不必急于签署。",
    ),
    en=Wording(
        "Please sign the remote audit agreement ({number})",
        "Hello {name},\n\nthe remote audit agreement of audit {number} (version {version}) has "
        "been issued. Read and sign it here, on a phone as well:\n\n{link}\n\nIf anything is "
        "unclear, ask the programme manager before you sign.",
    ),
)
IN_FORCE = Template(
    "programme.agreement_in_force",
    zh=Wording(
        "远程审核协议已生效（{number}）",
        "{name}，您好：\n\n双方已签署审核 {number} 的远程审核协议（第 {version} 版），"
        "协议已生效：\n\n{link}",
    ),
    en=Wording(
        "The remote audit agreement is in force ({number})",
        "Hello {name},\n\nboth sides have signed the remote audit agreement of audit {number} "
        "(version {version}); it is in force:\n\n{link}",
    ),
)
register(TO_BE_SIGNED)
register(IN_FORCE)


def send_agreement(row: RemoteAgreement, person: Person | None, template: Template) -> None:
    """To a person with an address, in their language; one letter per version and occasion."""
    if person is None or not person.email:
        return
    send_mail(
        owner_id=row.owner_id,
        to=person.email,
        template=template.name,
        language=cast(Language, person.language),
        params={
            "name": person.name,
            "number": row.case.number,
            "version": str(row.number),
            "link": page_url(f"/audits/{row.case_id}/feasibility"),
        },
        key=f"{template.name}:{row.id}:{person.id}",
    )
