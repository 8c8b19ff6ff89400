"""What setup.cfg cannot say: templates and patterns are compiled before they are packed or installed."""

import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildCompiled(build_py):
    """Compiles the templates of the kinds and the regular expressions, then builds as always."""

    def run(self) -> None:
        """Compile and build."""
        compiling = (sys.executable, "-m", "generator.jobs.precompile")
        subprocess.run(compiling, cwd=Path(__file__).parent, check=True)
        super().run()


setup(cmdclass={"build_py": BuildCompiled})
