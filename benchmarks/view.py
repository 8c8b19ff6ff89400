"""The page that answers in a real browser: how long it takes to open, and to highlight and jump.

    python benchmarks/view.py [PACKAGE …]

For each package (default: those of data/) the page is written, opened in Chromium, and every figure
is asked. Prints the size, the seconds until the page is ready (the highest of five), and the
milliseconds from a click on a figure, or on a finding, until the highlight is painted (median and
highest).
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
import warnings
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.browser import opened

from generator.jobs.view import view

CLICKS = """selector => (async () => {
  const taken = [];
  for (const node of document.querySelectorAll(selector)) {
    const begun = performance.now();
    node.click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
    taken.push(performance.now() - begun);
  }
  return taken;
})()"""


def main() -> None:
    """Measure each package and print a line."""
    names = sys.argv[1:] or sorted(path.parent.name for path in ROOT.glob("data/*/report.yaml"))
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            view(ROOT / "data" / name, page, date=dt.datetime(2026, 1, 1))
            opening, figures, findings = [], [], []
            for _ in range(5):
                with opened(page) as seen:
                    opening.append(
                        seen.page.evaluate(
                            "performance.timing.loadEventEnd - performance.timing.navigationStart"
                        )
                    )
                    figures += seen.page.evaluate(CLICKS, "#report [data-f]")
                    findings += seen.page.evaluate(CLICKS, "#todo button")
            kib = page.stat().st_size // 1024
        print(
            f"{name}: {kib} KiB, open {max(opening) / 1000:.2f} s, "
            f"figure {statistics.median(figures):.0f} ms (at most {max(figures):.0f}), "
            f"finding {statistics.median(findings or [0]):.0f} ms (at most {max(findings or [0]):.0f})"
        )


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
