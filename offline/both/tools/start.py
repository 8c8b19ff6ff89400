"""Runs the nigao that 安装 unpacked: the workbench, or the command that is given."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
SITE = FOLDER / "site-cp{}{}".format(*sys.version_info)


def main() -> None:
    """Open the workbench on the folder 报告; with words on the command line do what these say."""
    if not SITE.is_dir():
        sys.exit("还没有装好，或者换过 Python：请先双击“安装”。")
    sys.path.insert(0, str(SITE))
    words = sys.argv[1:] or ["open", str(FOLDER / "报告")]
    sys.argv = ["nigao", *words]
    from generator.cli.main import main as nigao

    nigao()


# A process for a batch reads this file again under another name.
if __name__ == "__main__":
    main()
