"""What setup.cfg cannot say: the templates are compiled before they are packed or installed."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).parent))


class BuildWithTemplates(build_py):
    """Compiles the templates of the kinds, then builds as always."""

    def run(self) -> None:
        """Compile and build."""
        from generator.report.precompile import precompile

        precompile()
        super().run()


setup(cmdclass={"build_py": BuildWithTemplates})
