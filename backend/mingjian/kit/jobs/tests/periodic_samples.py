"""A periodic job, known only to processes that import this module."""

from datetime import timedelta

from django.db import transaction

from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import periodic
from mingjian.kit.jobs.tests.samples import Counted
from mingjian.kit.outbox import announce


@periodic("sample.tick", every=timedelta(seconds=1), zh="滴答", en="Tick")
def tick() -> None:
    with transaction.atomic():
        announce(Counted(owner_id=uuid7(), what="tick"))
