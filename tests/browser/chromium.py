"""Chromium without a window, driven by its command line alone."""

import shutil
import subprocess
from pathlib import Path

_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--hide-scrollbars", "--no-first-run", "--no-pdf-header-footer"),
)
DARK = "--blink-settings=preferredColorScheme=0"


def dom_of(page: Path, *options: str) -> str:
    """The page after it was loaded and its scripts have run."""
    return _run("--dump-dom", "--virtual-time-budget=5000", *options, page.as_uri())


def take_picture(page: Path, picture: Path, width: int, height: int, *options: str) -> None:
    """A picture of the top of a page, as wide and as high as a screen of that size."""
    size = f"--window-size={width},{height}"
    _run(f"--screenshot={picture}", size, *options, page.as_uri())


def print_page(page: Path, pdf: Path) -> None:
    """Print a page into a file."""
    _run(f"--print-to-pdf={pdf}", page.as_uri())


def _run(*arguments: str) -> str:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise FileNotFoundError("chromium is missing; on Debian: apt-get install chromium")
    command = [program, *_QUIET, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    return done.stdout
