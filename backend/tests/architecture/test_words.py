"""One name for one thing: what the code, the screens and the glossary call it."""

import ast
import re

from mingjian.identity.rules import ROLES
from tests.architecture.house import REPOSITORY, stage_files, tree

LOCALES = REPOSITORY / "web" / "src" / "locales"
DOTTED = re.compile(r"^[a-z_]+\.[a-z_]+$")
WRITERS = {"record", "note", "note_failure", "notify"}


def recorded_actions() -> set[str]:
    """Every action that a stage writes into the journal: literal arguments of the writers."""
    return {
        argument.value
        for stage in ("journal", "identity", "programme")
        for path in stage_files(stage)
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in WRITERS
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        if DOTTED.match(argument.value)
    }


def actions_with_words(language: str) -> set[str]:
    """What the block ``action`` of a locale holds: ``object: { deed: "words" }``."""
    text = (LOCALES / language / "journal.ts").read_text()
    block = text[text.index("  action: {") :]
    objects = re.findall(r"^    (\w+): \{\n(.*?)^    \},", block, re.M | re.S)
    return {
        f"{name}.{deed}"
        for name, deeds in objects
        for deed in re.findall(r"^      (\w+):", deeds, re.M)
    }


def test_every_recorded_action_has_words_in_both_languages() -> None:
    actions = recorded_actions()
    assert len(actions) > 20
    for language in ("zh", "en"):
        assert actions - actions_with_words(language) == set()


def test_every_role_is_called_as_in_the_glossary() -> None:
    glossary = (REPOSITORY / "docs" / "glossary.md").read_text()
    strangers = [code for code, (zh, _) in ROLES.items() if f"| `{code}` | {zh} |" not in glossary]
    assert strangers == []


def test_the_screens_call_every_role_as_the_server_does() -> None:
    for place, language in enumerate(("zh", "en")):
        text = (LOCALES / language / "role.ts").read_text()
        shown = dict(re.findall(r"^  (\w+): \"(.+)\",$", text, re.M))
        assert shown == {code: names[place] for code, names in ROLES.items()}
