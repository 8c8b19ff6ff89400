from __future__ import annotations

import pytest

from generator.standard.gbt9704 import PROFILES, STANDARD, Fonts, Look


def test_nothing_named_gives_the_standard() -> None:
    assert Look.named("gb9704", {}, "standard") == STANDARD


def test_what_is_named_takes_the_place_of_the_standard() -> None:
    look = Look.named("gb33476", {"title": "黑体"}, "center")
    assert (look.layout, look.page_number) == (PROFILES["gb33476"], "center")
    assert look.fonts == Fonts(title="黑体")


@pytest.mark.parametrize(
    ("profile", "fonts", "error"),
    [("a4", {}, KeyError), ("gb9704", {"heading5": "黑体"}, TypeError)],
)
def test_an_unknown_profile_or_role_is_refused(
    profile: str, fonts: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        Look.named(profile, fonts, "standard")
