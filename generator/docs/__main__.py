"""``python -m generator.docs``."""

from __future__ import annotations

import sys

from generator.docs.pages import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
