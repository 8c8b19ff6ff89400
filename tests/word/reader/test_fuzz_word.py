"""A sample of broken Word files, always the same: no command ends in an error nobody foresaw."""

from __future__ import annotations

import random

import pytest
from support.broken_word import Office, broken, office, trial

COUNT = 60


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return office(tmp_path_factory.mktemp("office"))


def test_sound_files_pass_every_command(sound: Office) -> None:
    """Without it a fuzzer that breaks everything at the door would find nothing."""
    for data in sound.files[:2]:
        assert {"read", "check", "diff", "audit", "regenerate"} <= set(trial(data, sound))


@pytest.mark.slow
def test_broken_files_are_read_or_refused(sound: Office) -> None:
    results = [
        result
        for seed in range(COUNT)
        for result in trial(broken(sound.files, random.Random(seed)), sound)
    ]
    assert [result for result in results if result.startswith("!")] == []
    assert results.count("read") > COUNT // 4 and results.count("refused") > COUNT // 4
