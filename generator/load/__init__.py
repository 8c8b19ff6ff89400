"""Files to a Dataset: reads, converts by declared type, and guesses nothing."""

from generator.load.package import load_package

__all__ = ["load_package"]
