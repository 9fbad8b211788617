"""``/api/evidence/…/samples``: drawn by the auditor, committed to before the list (S34, B04)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from ninja import Query, Router, Status

from mingjian.evidence.access import reach_sample, reach_samples
from mingjian.evidence.models import DrawnRow, Sample
from mingjian.evidence.queries.openings import opened_item
from mingjian.evidence.queries.sample_proofs import (
    bundle_response,
    canonical_of,
    draw_file,
    proof_view,
)
from mingjian.evidence.queries.samples import (
    ROWS_SORTABLE,
    SORTABLE,
    drawn_rows,
    row_view,
    row_words,
    sample_of,
    sample_view,
    samples,
    whole_view,
    words_of,
)
from mingjian.evidence.queries.sampling_counts import counts_of_client
from mingjian.evidence.schemas.sampling import (
    DiscardIn,
    DrawFileOut,
    DrawIn,
    DrawnQuery,
    DrawnRowOut,
    IssueIn,
    ReplacementIn,
    SampleIn,
    SampleListIn,
    SampleOut,
    SampleProofOut,
    SampleQuery,
    SamplingCountsOut,
    WholeSampleOut,
)
from mingjian.evidence.services.drawn_rows import issue_draw, replace_row
from mingjian.evidence.services.draws import begin_draw, discard_draw
from mingjian.evidence.services.samples import commit_sample, give_list
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered

of_cases, router = Router(), Router()
SAMPLE = "/{uuid:sample_id}"

SAMPLES: Columns[Sample] = {
    ("编号", "Code"): lambda row: row.code,
    ("抽什么", "What is looked for"): lambda row: words_of(row).get("what", ""),
    ("种子承诺", "Commitment"): lambda row: row.commitment,
    ("种子", "Seed"): lambda row: row.seed,
    ("承诺人", "Committed by"): lambda row: row.committed_by,
    ("承诺时间 (UTC)", "Committed (UTC)"): lambda row: row.committed_at,
    ("抽取次数", "Draws"): lambda row: row.draws.count(),
}
COLUMNS: Columns[DrawnRow] = {
    ("清单行号", "Row of the list"): lambda row: row.number,
    ("层", "Stratum"): lambda row: row_words(row).get("stratum", ""),
    ("内容", "Row"): lambda row: "；".join(filter(None, row_words(row).get("cells", []))),
    ("请求", "Request"): lambda row: row.request.code if row.request else "",
    ("请求状态", "State"): lambda row: row.request.get_state_display() if row.request else "",
    ("替换", "Replaces"): lambda row: row.replaces.number if row.replaces else "",
    ("被替换的理由", "Why it was replaced"): lambda row: row_words(row).get("reason", ""),
    ("排序值", "Rank"): lambda row: row.rank,
}


@of_cases.get("/{uuid:case_id}/samples", response=Page[SampleOut])
@requires("sampling", "R")
def list_samples(request: AuthorisedRequest, case_id: UUID, query: Query[SampleQuery]) -> Any:
    rows = samples(request.viewer, reach_samples(request, case_id, aspect="proof"))
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, sample_view, name="抽样", columns=SAMPLES)


@of_cases.post("/{uuid:case_id}/samples", response={201: WholeSampleOut})
@requires("sampling", "C")
def commit(request: AuthorisedRequest, case_id: UUID, new: SampleIn) -> Any:
    """Commit to a seed, and ask the client for the list."""
    reach_samples(request, case_id)
    row = commit_sample(viewer=request.viewer, case_id=case_id, **new.model_dump())
    return Status(201, whole_view(request.viewer, row))


@of_cases.get("/{uuid:case_id}/sampling-counts", response=SamplingCountsOut)
@requires("sampling", "R")
def count_samples(request: AuthorisedRequest, case_id: UUID) -> Any:
    """How often this client refused what was drawn, and how often it was replaced."""
    return counts_of_client(request.viewer, reach_samples(request, case_id))


@router.get(SAMPLE, response=WholeSampleOut)
@requires("sampling", "R")
def read_sample(request: AuthorisedRequest, sample_id: UUID) -> Any:
    return whole_view(request.viewer, reach_sample(request, sample_id))


@router.get(f"{SAMPLE}/rows", response=Page[DrawnRowOut])
@requires("sampling", "R")
def list_drawn(request: AuthorisedRequest, sample_id: UUID, query: Query[DrawnQuery]) -> Any:
    """What was drawn, with the state of each request."""
    rows = ordered(drawn_rows(reach_sample(request, sample_id)), query.sort, ROWS_SORTABLE)
    return page_or_workbook(rows, query, row_view, name="样本", columns=COLUMNS)


@router.post(f"{SAMPLE}/list", response=WholeSampleOut)
@requires("sampling", "U")
def give(request: AuthorisedRequest, sample_id: UUID, given: SampleListIn) -> Any:
    """Draw from this file of the audit, if it came in after the seed was committed to."""
    return _done(request, sample_id, give_list, **given.model_dump())


@router.post(f"{SAMPLE}/draw", response=WholeSampleOut)
@requires("sampling", "U")
def draw(request: AuthorisedRequest, sample_id: UUID, given: DrawIn) -> Any:
    return _done(request, sample_id, begin_draw, values=given.model_dump())


@router.post(f"{SAMPLE}/issue", response=WholeSampleOut)
@requires("sampling", "U")
def issue(request: AuthorisedRequest, sample_id: UUID, given: IssueIn) -> Any:
    """Ask the client for everything that was drawn."""
    return _done(request, sample_id, issue_draw, **given.model_dump())


@router.post(f"{SAMPLE}/replace", response=WholeSampleOut)
@requires("sampling", "U")
def replace(request: AuthorisedRequest, sample_id: UUID, given: ReplacementIn) -> Any:
    """Take the next row instead, and say why."""
    return _done(request, sample_id, replace_row, **given.model_dump())


@router.post(f"{SAMPLE}/discard", response=WholeSampleOut)
@requires("sampling", "U")
def discard(request: AuthorisedRequest, sample_id: UUID, given: DiscardIn) -> Any:
    """The draw counts no more, and stays on record with the reason."""
    return _done(request, sample_id, discard_draw, **given.model_dump())


@router.get(f"{SAMPLE}/draw", response=DrawFileOut)
@requires("sampling", "R")
def read_draw_file(request: AuthorisedRequest, sample_id: UUID) -> Any:
    """``draw.json``: what a browser recomputes by."""
    return draw_file(reach_sample(request, sample_id))


@router.get(f"{SAMPLE}/bundle")
@requires("sampling", "R")
def read_bundle(request: AuthorisedRequest, sample_id: UUID, opening: str) -> HttpResponseBase:
    """Everything needed to recompute, for whoever opened the list some minutes ago."""
    row = reach_sample(request, sample_id)
    opened_item(request.viewer, canonical_of(row).id, opening)
    return bundle_response(row)


@router.get(f"{SAMPLE}/proof", response=SampleProofOut)
@requires("sampling", "R")
def read_proof(request: AuthorisedRequest, sample_id: UUID) -> Any:
    """That it was drawn as committed, without a word of what was drawn."""
    return proof_view(reach_sample(request, sample_id, aspect="proof"))


def _done(
    request: AuthorisedRequest, sample_id: UUID, deed: Callable[..., object], **given: Any
) -> dict[str, Any]:
    """Reach the sample, do the deed, show what became of it."""
    reach_sample(request, sample_id)
    deed(viewer=request.viewer, sample_id=sample_id, **given)
    return whole_view(request.viewer, sample_of(request.viewer, sample_id))
