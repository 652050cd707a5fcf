"""Cases 1 to 9 and 16 to 21: what a server may send over the wire."""

from __future__ import annotations

import pytest

from tests.hostile.desk import Desk
from tests.loopback import Answer, Loopback

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        pytest.param("br", b"\x0b\x02\x80news\x03", marks=pytest.mark.case(3)),
        pytest.param("zstd", b"\x28\xb5\x2f\xfd\x04\x00\x21\x00\x00news", marks=pytest.mark.case(4)),
    ],
)
async def test_a_coding_that_nobody_asked_for(desk: Desk, server: Loopback, coding: str, body: bytes) -> None:
    url = server.answer("/feed", Answer(body, headers={"Content-Encoding": coding}))
    assert f"not asked for ({coding})" in await desk.refused(url)
