"""What the proposal is made of, and what it consists of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mingjian.kit.words import Words

CONDITIONS_CODE = "iso-ts-17012"
"""The rule pack that lists the eight conditions of §5.2.2."""

BLOCKS, OPEN, LIMITS, NOTES, SUPPORTS = "blocks", "open", "limits", "notes", "supports"
"""What a ground does to a remote audit, strongest first."""

FEASIBLE, PARTIAL, NOT, UNDECIDED = "feasible", "partial", "not", "open"
MODE_OF = {FEASIBLE: "remote", PARTIAL: "hybrid", NOT: "on_site", UNDECIDED: ""}
"""Result of the proposal → the mode it proposes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What feasibility reads of the client's survey."""

    is_answered: bool = False
    willingness: str = ""
    """``yes``, ``partly`` or ``no``; empty: not said."""
    ground: str = ""
    """Why not, or which exceptions, in the client's words."""
    missing_devices: Mapping[str, Words] = field(default_factory=dict)
    """Item → its name, for devices that the client said it does not have."""
    has_camera: bool = False
    """A networked computer or telephone with a camera: without one there is no picture."""
    has_network: bool = False
    missing_people: Mapping[str, Words] = field(default_factory=dict)
    special_areas: str = ""
    """Places and documents with special information security, in the client's words."""
    remarks: tuple[Words, ...] = ()
    """What does not fit together in the answers: a weak line, noise without a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneVerdict:
    """One scene of one site with the strictest verdict over the case's schemes."""

    place: Words
    verdict: str
    is_overridden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One of the eight conditions: what it is called and whether a person said it holds."""

    code: str
    words: Words
    holds: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything the proposal is made of."""

    conditions: tuple[Condition, ...]
    conditions_clause: str
    answers: Answers = field(default_factory=Answers)
    scenes: tuple[SceneVerdict, ...] = ()
    forbidding_rule: tuple[str, Words] | None = None
    """A rule pack's clause that demands the client's site, and its sentence."""
    residual_risk: str = ""
    """The highest residual level of the approved risk matrix: low, medium, high; or none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason with its source: an item of the survey, a scene, a condition, a rule."""

    effect: str
    source: Words
    words: Words
    about: str = ""
    """The condition of the eight that it speaks about: a hint for whoever judges it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the rules propose; a person decides."""

    result: str
    grounds: tuple[Ground, ...]

    @property
    def mode(self) -> str:
        return MODE_OF[self.result]
