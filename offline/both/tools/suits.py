"""Exit status 0 where this Python is one that the wheels are made for. Python 3.4 reads this file, too."""

import struct
import sys
from pathlib import Path

WHEELS = Path(__file__).resolve().parent.parent / "wheels"
LISTED = WHEELS / "cp{}{}.txt".format(*sys.version_info)
IS_64_BIT = struct.calcsize("P") == 8

sys.exit(0 if IS_64_BIT and LISTED.is_file() else 1)
