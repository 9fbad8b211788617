"""Quotes and contracts: written, sent, made, signed by both sides."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.files.queries import open_file
from mingjian.kit.outbox import announce
from mingjian.programme.errors.applications import (
    QuoteLinesError,
    QuoteMissingError,
)
from mingjian.programme.events import ContractSigned
from mingjian.programme.letters.applications import (
    CONTRACT,
    QUOTED,
    write_to_applicant,
    write_to_role,
)
from mingjian.programme.models import (
    Application,
    Contract,
    ContractState,
    Quote,
    QuoteState,
    SignatureSide,
)
from mingjian.programme.queries.applications import application_of
from mingjian.programme.queries.contracts import (
    PURPOSE,
    current_contract,
    quote_view,
    sent_quote,
)
from mingjian.programme.queries.signatures import signatures_on
from mingjian.programme.rules.applications import ApplicationState
from mingjian.programme.rules.quotes import total
from mingjian.programme.services.applications import locked_application, state_error
from mingjian.programme.services.contract_documents import store_contract
from mingjian.programme.services.signatures import sign


def save_quote(
    *, viewer: Viewer, application_id: UUID, version: int, values: Mapping[str, Any]
) -> Quote:
    """The draft of the next quote; version 0 where there is none yet."""
    with transaction.atomic():
        row = _accepted(viewer, application_id)
        draft = row.quotes.filter(state=QuoteState.DRAFT).first()
        if draft is None:
            number = row.quotes.count() + 1
            draft = Quote(owner_id=row.owner_id, application=row, number=number, version=0)
        before = change(draft, viewer=viewer, version=version, values=values, view=quote_view)
        first = draft.version == 1
        record(viewer, "quote.saved", draft, before=b"" if first else before)
    return draft


def send_quote(*, viewer: Viewer, application_id: UUID) -> Quote:
    """The applicant sees it; an earlier one, and a contract made from it, no longer count."""
    with transaction.atomic():
        row = _accepted(viewer, application_id)
        draft = row.quotes.filter(state=QuoteState.DRAFT).first()
        if draft is None or total(draft.lines, draft.tax_percent).gross <= 0:
            raise QuoteLinesError
        for earlier in row.quotes.filter(state=QuoteState.SENT):
            _retire(viewer, earlier, QuoteState.SUPERSEDED, "quote.superseded")
        for made in row.contracts.filter(state=ContractState.OUT):
            _retire(viewer, made, ContractState.VOID, "contract.voided")
        before = draft.digest()
        draft.state, draft.sent_at = QuoteState.SENT, clock.now()
        draft.version += 1
        draft.save()
        write_to_applicant(row, QUOTED, str(draft.number))
        record(viewer, "quote.sent", draft, before=before)
    return draft


def make_contract(*, viewer: Viewer, application_id: UUID) -> Contract:
    """The contract from the quote that was sent, as PDF and Word; it waits for both sides.

    The documents are made before the transaction: a crash leaves ciphertext nobody names.
    """
    row = application_of(viewer, application_id)
    quote = _quote_to_contract(row)
    number = f"HT-{row.number.removeprefix('AP-')}-{row.contracts.count() + 1}"
    stored = store_contract(viewer, row, quote, number)
    contract = Contract(
        owner_id=row.owner_id, application=row, quote=quote, number=number, **stored
    )
    with transaction.atomic():
        row = _accepted(viewer, application_id)
        if sent_quote(row) != quote:
            raise QuoteMissingError
        for earlier in row.contracts.filter(state=ContractState.OUT):
            _retire(viewer, earlier, ContractState.VOID, "contract.voided")
        contract.save(force_insert=True)
        write_to_applicant(row, CONTRACT, number)
        record(viewer, "contract.made", contract)
    return contract


def sign_contract(*, viewer: Viewer, application_id: UUID, signature: Mapping[str, Any]) -> bool:
    """Sign for the viewer's side; true when with it both sides have signed."""
    row = application_of(viewer, application_id)
    contract = current_contract(row)
    if row.state != ApplicationState.ACCEPTED or contract is None:
        raise state_error(row)
    reader = open_file(viewer, contract.pdf_id).content
    content = reader.read_at(0, reader.size)
    with transaction.atomic():
        row = _accepted(viewer, application_id)
        sign(viewer=viewer, subject=contract, purpose=PURPOSE, content=content, **signature)
        sides = {each.side for each in signatures_on(contract, PURPOSE)}
        complete = sides == set(SignatureSide)
        if complete:
            _conclude(viewer, row, contract)
        else:
            write_to_role(row, "PM", contract.number)
    return complete


def _conclude(viewer: Viewer, row: Application, contract: Contract) -> None:
    before = contract.digest()
    contract.state = ContractState.SIGNED
    contract.version += 1
    contract.save()
    announce(ContractSigned(owner_id=row.owner_id, application_id=row.id))
    record(viewer, "contract.signed", contract, before=before)


def _quote_to_contract(row: Application) -> Quote:
    if row.state != ApplicationState.ACCEPTED:
        raise state_error(row)
    quote = sent_quote(row)
    if quote is None:
        raise QuoteMissingError
    return quote


def _accepted(viewer: Viewer, application_id: UUID) -> Application:
    """The application, locked, while quote and contract are made."""
    row = locked_application(viewer, application_id)
    signed = row.contracts.filter(state=ContractState.SIGNED).exists()
    if row.state != ApplicationState.ACCEPTED or signed:
        raise state_error(row)
    return row


def _retire(viewer: Viewer, old: Quote | Contract, to: str, action: str) -> None:
    before = old.digest()
    old.state = to
    old.version += 1
    old.save()
    record(viewer, action, old, before=before)
