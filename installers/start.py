"""Where the frozen program starts."""

import os
import sys
from pathlib import Path


def _blijvende_map() -> Path:
    """The user's own place for what may be made again: the font list of matplotlib, which takes seconds to make."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Inburgeringsplanner"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "inburgeringsplanner"


os.environ.setdefault("MPLCONFIGDIR", str(_blijvende_map() / "matplotlib"))

from desktop.programma import main  # noqa: E402

raise SystemExit(main())
