"""What a verification found is said in both languages, with the number and the object."""

import json

import pytest

from mingjian.journal.rules.findings import SENTENCES, Finding


@pytest.mark.parametrize("code", SENTENCES)
def test_every_finding_has_a_sentence_in_both_languages(code: str) -> None:
    finding = Finding(code, 3, 5, "identity.person", "0199")
    assert finding.zh.endswith("。")
    assert finding.en.endswith(".")
    assert "{" not in finding.zh + finding.en


def test_an_unknown_finding_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Finding("something_odd")


def test_a_finding_survives_being_written_down() -> None:
    finding = Finding("entry_changed", 3, None, "identity.person", "0199")
    assert Finding(**json.loads(json.dumps(finding.as_json()))) == finding
