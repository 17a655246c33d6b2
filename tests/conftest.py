"""What holds for every test: no network, and in CI no test is skipped because a tool is missing."""

from __future__ import annotations

import os
import socket
from collections.abc import Generator
from typing import Any

import pytest
from coverage import Coverage

from tests.werkboekhulp import SOFFICE

IN_CI = bool(os.environ.get("CI"))
ONGETELD = ("libreoffice", "scherm", "steekproef")
"""Marks of the tests that do not count for coverage: the meter doubles their time, and core has tests of its own."""


@pytest.fixture(autouse=True)
def _geen_netwerk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product never needs a network: a test that asks for one fails."""

    def verboden(*_: Any, **__: Any) -> None:
        raise AssertionError("a test asked for the network")

    for naam in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, naam, verboden)
    monkeypatch.setattr(socket, "getaddrinfo", verboden)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First the tests that count: what they look up once must not have been looked up unseen.

    Without LibreOffice its tests are skipped, and say so; in CI they fail instead.
    """
    items.sort(key=_telt_niet)
    if SOFFICE is not None or IN_CI:
        return
    reden = pytest.mark.skip(reason="LibreOffice ontbreekt: het werkboek is niet nagerekend")
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(reden)


def _telt_niet(item: pytest.Item) -> bool:
    return any(map(item.get_closest_marker, ONGETELD))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """A test that does not count runs while the meter of coverage, if there is one, stands still."""
    meter = Coverage.current() if _telt_niet(item) else None
    if meter is None:
        return (yield)
    meter.stop()
    try:
        return (yield)
    finally:
        meter.start()
