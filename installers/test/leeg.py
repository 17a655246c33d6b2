"""An empty PySide6 program: says when its window was painted, and ends. Start-up times are measured against it."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Venster(QMainWindow):
    """A window with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Painted: that is all."""
        super().paintEvent(event)
        print(f"zichtbaar {time.time():.3f}", flush=True)
        QTimer.singleShot(0, QApplication.quit)


toepassing = QApplication([])
venster = Venster()
venster.show()
toepassing.exec()
