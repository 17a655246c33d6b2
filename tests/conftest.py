"""What holds for every test: no network, and in CI no test is skipped because a tool is missing."""

from __future__ import annotations

import os
import socket
from typing import Any

import pytest

from tests.werkboekhulp import SOFFICE

IN_CI = bool(os.environ.get("CI"))


@pytest.fixture(autouse=True)
def _geen_netwerk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product never needs a network: a test that asks for one fails."""

    def verboden(*_: Any, **__: Any) -> None:
        raise AssertionError("a test asked for the network")

    for naam in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, naam, verboden)
    monkeypatch.setattr(socket, "getaddrinfo", verboden)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without LibreOffice those tests are skipped, and say so; in CI they fail instead."""
    if SOFFICE is not None or IN_CI:
        return
    reden = pytest.mark.skip(reason="LibreOffice ontbreekt: het werkboek is niet nagerekend")
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(reden)
