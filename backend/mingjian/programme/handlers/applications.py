"""What planning does when a contract is signed."""

from mingjian.programme.events import ContractSigned
from mingjian.programme.services.contracting import body_process, establish_client


def establish_when_signed(event: ContractSigned) -> None:
    viewer = body_process(event.owner_id, f"contract of {event.application_id}")
    establish_client(viewer=viewer, application_id=event.application_id)
