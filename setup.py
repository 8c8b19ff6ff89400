"""What setup.cfg cannot say: templates and patterns are compiled before they are packed or installed."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).parent))


class BuildCompiled(build_py):
    """Compiles the templates of the kinds and the regular expressions, then builds as always."""

    def run(self) -> None:
        """Compile and build."""
        from generator.jobs.precompile import precompile

        precompile()
        super().run()


setup(cmdclass={"build_py": BuildCompiled})
