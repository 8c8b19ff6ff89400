"""The command line as a clerk uses it."""

from __future__ import annotations

from click.testing import CliRunner

from generator.cli.main import main


def run(*arguments: object) -> tuple[int, list[str], str]:
    """Run ``nigao`` with these words: exit status, lines of the error output, output."""
    result = CliRunner().invoke(main, [str(word) for word in arguments], prog_name="nigao")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stderr.splitlines(), result.stdout
