"""What report.yaml says of the package that it was made from."""

from __future__ import annotations

import yaml
from msgspec.structs import asdict

from generator.model.settings import OriginSettings
from generator.package import settings_text

_ITEM = "origin"
_NOTE = "# 由哪个数据包来的，检查时要用"


def with_origin(settings: str, origin: OriginSettings) -> str:
    """The text of a report.yaml, with its origin in place of the one it had."""
    given = {f"{_ITEM}.{name}": str(value) for name, value in asdict(origin).items()}
    values = {item.path: item.text for item in settings_text.items(settings)}
    if given.keys() <= values.keys():
        return settings_text.with_values(settings, values | given)
    item = yaml.safe_dump({_ITEM: asdict(origin)}, allow_unicode=True, sort_keys=False)
    return f"{settings.rstrip()}\n\n{_NOTE}\n{item}"
