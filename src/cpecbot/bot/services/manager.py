"""What the service manager is told, where there is one.

The protocol is sd_notify(3) of systemd: datagrams to the socket that ``NOTIFY_SOCKET`` names. The libraries for it have
not been kept up for years, and it is one call.
"""

from __future__ import annotations

import logging
import os
import socket

logger = logging.getLogger(__name__)

READY = "READY=1"
STOPPING = "STOPPING=1"
WATCHDOG = "WATCHDOG=1"


def starting(seconds: float) -> str:
    """That the start goes on, and says so again within so many seconds: to wait for the network is no failed start."""
    return f"EXTEND_TIMEOUT_USEC={seconds * 1_000_000:.0f}"


def notify(*states: str) -> None:
    """Say nothing where nobody listens; one who cannot be told is no reason to stop."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")) or not hasattr(socket, "AF_UNIX"):
        return
    name = "\0" + address[1:] if address.startswith("@") else address  # an abstract name of Linux's
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            line.sendto("\n".join(states).encode(), name)
    except OSError as error:
        logger.warning("the service manager cannot be told: %s", error)
