"""What strangers write into titles, captions, addresses and names, and how to tell that none of it was obeyed."""

from __future__ import annotations

import re

from tests.foreign import is_safe

# Each says who it is (HOSTILE…), so that what is left of it can be told from what the reader draws itself.
PAYLOADS: dict[str, str] = {
    "osc 52": "\x1b]52;c;SE9TVElMRQ==\x07HOSTILE",
    "osc 52 by c1": "\x9d52;c;SE9TVElMRQ==\x9cHOSTILE",
    "osc 0": "\x1b]0;HOSTILE TITLE\x1b\\x",
    "osc 8": "\x1b]8;;http://hostile.example/\x1b\\link\x1b]8;;\x1b\\",
    "osc 9": "\x1b]9;HOSTILE\x07 \x1b]777;notify;HOSTILE;x\x07",
    "csi": "\x1b[2J\x1b[31;7;199mHOSTILE\x1b[?1049l\x1b[6n",
    "csi by c1": "\x9b31;7;199mHOSTILE \x84\x85\x8d\x8e\x90\x98\x9e\x9f",
    "dcs": "\x1bPqHOSTILE\x1b\\ \x90+q544e\x9c \x1b_GHOSTILE\x1b\\ \x1b^x\x1b\\",
    "short": "\x1bc\x1b7\x1b8\x1b=\x1b(0HOSTILE\x0e\x0f\x05\x07",
    "bidi": "\u202egpj.exe\u202c \u2066\u2067\u2068x\u2069 \u200e\u200f\u061c",
    "zero width": "a" + "\u200b" * 40 + "b\u2060\u2060\ufeff\u180e\u00adc",
    "combining": "z" + "\u0301\u0316\u0489" * 60 + "z",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 🏳\ufe0f\u200d🌈 " + "❤\ufe0f" * 20 + "🇺🇦",
    "variation": "x" + "\ufe0f\ufe0e" * 50 + "\U000e0100" * 50 + "\U000e0041\U000e0042",
    "cr and bs": "Innocent\rHOSTILE\x08\x08\x08\x08 \x7f\x0b\x0c\x85\u2028\u2029x",
    "nul": "a\x00b\x01\x02\x03c\x1a\x1c\x1d\x1e\x1f",
    "action": "[@click=app.quit]HOSTILE[/] [@click='app.bell']x[/] [@click=screen.run('quit')]y[/]",
    "brackets": "[/] [/b] [Video] [1/2] [bold red]x [link=http://hostile.example]y[/link] [[z]] \\[a] [$primary]",
    "surrogate": "a\ud800b\udfffc\ud83d",
    "noncharacter": "a\ufffe\uffff\U0001ffffb\ufff9c\ufffad\ufffb",
    "hangul fillers": "\u3164\u115f\u1160\uffa0" * 20 + "x",
    "wide": "漢字仮名" * 30 + "ﷺ" * 5 + "𒐫" * 3,
    "template": "{0} {x!r} %s %n $(touch HOSTILE) `id` ${HOME} {{7*7}}",
}
# The reader itself writes these: cursor, colours, modes, the clipboard never.
_CSI = re.compile(rb"\x1b\[[0-9:;<=>?]*[ -/]*[@-~]")
_OWN_OSC = re.compile(rb"\x1b\](?:10|11|22|4);[^\x07\x1b]*(?:\x07|\x1b\\)")


def assert_nothing_obeyed(written: bytes, *, app: bool) -> None:
    """Fail where a control of a stranger's reached the terminal. ``app`` leaves the app's own sequences out."""
    text = written
    assert b"\x1b[31;7;199m" not in text, "a colour of a stranger's"
    assert b"\x1b[6n" not in text, "a question of a stranger's"
    if app:
        text = _CSI.sub(b"", _OWN_OSC.sub(b"", text))
        text = text.replace(b"\r", b"").replace(b"\n", b"")
    shown = text.decode("utf-8", "replace")
    for line in shown.split("\n"):
        place = next((at for at in range(0, len(line), 40) if not is_safe(line[at : at + 60])), None)
        assert place is None, ascii(line[place - 20 if place else 0 : (place or 0) + 60])
    assert "SE9TVElMRQ==\x07" not in shown
