"""Certificates that are made for a test: signed by themselves, for any host, also expired."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Made:
    """The certificate's file and a server's side that shows it."""

    path: Path
    context: ssl.SSLContext


def certificate(folder: Path, host: str, *, expired: bool = False) -> Made:
    """A certificate for ``host`` (an address or a name); the test is skipped where openssl is missing."""
    kind = "IP" if host[0].isdigit() else "DNS"
    key, path, request = folder / "key.pem", folder / "cert.pem", folder / "request.pem"
    make = [
        "openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-subj", f"/CN={host}", "-keyout", str(key), "-out", str(request),
    ]  # fmt: skip
    extensions = folder / "extensions"
    extensions.write_text(
        f"subjectAltName={kind}:{host}\nbasicConstraints=critical,CA:TRUE\n", encoding="ascii"
    )
    sign = [
        "openssl", "x509", "-req", "-in", str(request), "-signkey", str(key), "-out", str(path),
        "-extfile", str(extensions), "-days", "-1" if expired else "2",
    ]  # fmt: skip
    try:
        for command in (make, sign):
            subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no certificate could be made: {error}")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path, key)
    return Made(path, context)
