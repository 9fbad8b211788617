"""Two holes that import-linter cannot see, closed over the model registry."""

from typing import Any

from django.apps import apps
from django.db import models

from mingjian.journal.queries.rows import journalled_models
from mingjian.kit.deletion import deletable_stores, retained_stores
from tests.architecture.house import STAGES


def stage_of(model: type[models.Model]) -> str:
    """The stage a model belongs to; ``""`` for models of libraries."""
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "mingjian" else ""


def foreign_keys() -> list[tuple[type[models.Model], "models.ForeignKey[models.Model]"]]:
    return [
        (model, field)
        for model in apps.get_models()
        if stage_of(model)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    ]


def test_foreign_keys_point_to_earlier_stages_only() -> None:
    backwards = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model, field in foreign_keys()
        if (target := stage_of(field.related_model))
        and STAGES.index(target) > STAGES.index(stage_of(model))
    ]
    assert backwards == []


def test_foreign_keys_across_stages_leave_no_way_back() -> None:
    """A reverse accessor would let an earlier stage read a later one."""
    accessors = [
        f"{model.__name__}.{field.name}"
        for model, field in foreign_keys()
        if stage_of(field.related_model) not in {"", stage_of(model)}
        and not str(field.remote_field.related_name or "").endswith("+")
    ]
    assert accessors == []


def test_the_journal_and_the_kit_hold_ids_not_foreign_keys() -> None:
    crossing = [
        f"{model.__name__}.{field.name}"
        for model, field in foreign_keys()
        if stage_of(model) in {"kit", "journal"}
        and stage_of(field.related_model) not in {stage_of(model), ""}
    ]
    assert crossing == []


def test_no_generic_foreign_keys() -> None:
    generic = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if stage_of(model)
        for field in model._meta.private_fields
    ]
    assert generic == []


def test_every_sealed_column_is_known_to_the_deletion_of_its_audit() -> None:
    """What lies under an audit's key is named by a store, or an audit's deletion forgets it."""
    stores: list[Any] = [*deletable_stores(), *retained_stores()]
    known = {(store.model, column) for store in stores for column in getattr(store, "columns", ())}
    forgotten = [
        f"{model.__name__}.{field.name}"
        for model in journalled_models()
        for field in model._meta.concrete_fields
        if (field.name.startswith("sealed") or field.name in {"tail"})
        and (model, field.name) not in known
    ]
    assert forgotten == []
