"""``python -m generator`` is the command ``nigao``."""

from generator.cli import main

main()
