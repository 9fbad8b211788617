"""What identity does when more rows are to be written than a request takes."""

from mingjian.identity.events import ImportHandedOver
from mingjian.identity.jobs import carry_on_import
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue


def carry_on_when_handed_over(event: ImportHandedOver) -> None:
    enqueue(
        carry_on_import,
        key=str(uuid7()),
        owner_id=event.owner_id,
        import_id=event.import_id,
        membership_id=event.membership_id,
    )
