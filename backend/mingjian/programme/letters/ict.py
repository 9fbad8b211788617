"""Letters about ICT competence: a round waits for somebody, or has ended well."""

from mingjian.identity.letters import letter_to
from mingjian.identity.links import page_url
from mingjian.kit.mail import Template, Wording, register
from mingjian.programme.letters.readers import people_in
from mingjian.programme.models import IctConfirmation
from mingjian.programme.rules.ict import AREA_WORDS

WAITING = Template(
    "programme.ict_waiting",
    zh=Wording(
        "{person}的远程审核能力（{area}）等待处理",
        "{name}，您好：\n\n{person}的信息通信技术能力（{area}）已到下一步，请打开以下页面处理：\n\n{link}",
    ),
    en=Wording(
        "The ICT competence of {person} ({area}) waits for you",
        "Hello {name},\n\nthe confirmation of {person}'s ICT competence ({area}) is ready for its "
        "next step. Open this page:\n\n{link}",
    ),
)
CONFIRMED = Template(
    "programme.ict_confirmed",
    zh=Wording(
        "您的远程审核能力（{area}）已确认",
        "{name}，您好：\n\n您的信息通信技术能力（{area}）已确认，有效期至 {until}。"
        "到期前请重新自评：\n\n{link}",
    ),
    en=Wording(
        "Your ICT competence ({area}) is confirmed",
        "Hello {name},\n\nyour ICT competence ({area}) is confirmed until {until}. Please declare "
        "it again before that day:\n\n{link}",
    ),
)
register(WAITING)
register(CONFIRMED)


def write_waiting(row: IctConfirmation, step: str) -> None:
    """To the programme managers: somebody has to be found for the check, or to confirm."""
    for manager in people_in(row.owner_id, "PM"):
        params = {
            "name": manager.name,
            "person": row.person.name,
            "area": _area(row, manager.language),
            "link": page_url("/training?tab=ict"),
        }
        key = f"ict:{row.id}:{step}:{manager.id}"
        letter_to(manager, WAITING, params, to=manager.email, key=key)


def write_confirmed(row: IctConfirmation) -> None:
    person = row.person
    params = {
        "name": person.name,
        "area": _area(row, person.language),
        "until": str(row.valid_until),
        "link": page_url("/training?tab=ict"),
    }
    letter_to(person, CONFIRMED, params, to=person.email, key=f"ict:{row.id}:confirmed")


def _area(row: IctConfirmation, language: str) -> str:
    words = AREA_WORDS[row.area]
    return words.en if language == "en" else words.zh
