"""Letters about teams, written after the change that they tell of."""

from uuid import UUID

from mingjian.kit.jobs import completing, job, viewer
from mingjian.programme.services.hand_over import tell_of_leaver
from mingjian.programme.services.notices import tell_client, tell_managers


@job("programme.tell_team", zh="告知客户审核组名单", en="Tell the client its audit team")
def tell_team(*, owner_id: UUID, case_id: UUID) -> None:
    with completing():
        tell_client(viewer=viewer(), case_id=case_id)


@job("programme.tell_objection", zh="通知成员异议", en="Tell of an objection to a member")
def tell_objection(*, owner_id: UUID, objection_id: UUID) -> None:
    with completing():
        tell_managers(viewer=viewer(), objection_id=objection_id)


@job("programme.tell_leaver", zh="提醒移交离职人员的工作", en="Ask for a leaver's work to be taken")
def tell_leaver(*, owner_id: UUID, person_id: UUID) -> None:
    with completing():
        tell_of_leaver(viewer=viewer(), person_id=person_id)
