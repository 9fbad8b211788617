"""What the operator types at the terminal, and what the terminal answers."""

import io
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from mingjian.kit.keys.recovery import confirm_recovery_code, issue_recovery_code
from mingjian.kit.keys.services import create_tenant_key, tenant_secret

pytestmark = pytest.mark.django_db
TENANT = uuid4()


def test_check_keys_passes_on_a_new_and_on_a_used_installation(root_file: Path) -> None:
    call_command("check_keys", stdout=io.StringIO())
    create_tenant_key(TENANT)
    call_command("check_keys", stdout=io.StringIO())


def test_check_keys_says_in_both_languages_what_is_wrong(root_file: Path) -> None:
    create_tenant_key(TENANT)
    root_file.chmod(0o644)
    with pytest.raises(CommandError, match=f"可被其他用户读取(.|\n)*chmod 600 {root_file}"):
        call_command("check_keys", stdout=io.StringIO())


def test_recover_root_asks_for_the_code_and_writes_the_file(
    root_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_tenant_key(TENANT)
    code = issue_recovery_code()
    confirm_recovery_code(code)
    secret = tenant_secret(TENANT, "file", TENANT)
    root_file.unlink()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{code}\n"))
    call_command("recover_root", stdout=io.StringIO())
    assert tenant_secret(TENANT, "file", TENANT) == secret


def test_recover_root_says_when_the_code_is_mistyped(
    root_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_tenant_key(TENANT)
    root_file.unlink()
    monkeypatch.setattr(sys, "stdin", io.StringIO("7K3F-9QX2\n"))
    with pytest.raises(CommandError, match="14 groups of 4"):
        call_command("recover_root", stdout=io.StringIO())
    assert not root_file.exists()


def test_rotate_keys_rotates_the_root_or_one_tenant() -> None:
    create_tenant_key(TENANT)
    secret = tenant_secret(TENANT, "file", TENANT)
    said = io.StringIO()
    call_command("rotate_keys", stdout=said)
    call_command("rotate_keys", "--tenant", str(TENANT), stdout=said)
    assert said.getvalue().count("version 2") == 2
    assert tenant_secret(TENANT, "file", TENANT) == secret
