"""``python -m generator`` is the command ``nigao``."""

from generator.cli.main import main

main()
