"""Pictures kept on disk: found again, bounded, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

from tui_reader.picture_cache import LARGEST, PictureCache


def test_a_picture_is_found_again_under_its_address(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "new" / "pictures")
    assert cache.get("https://a.test/1.jpg") is None
    cache.put("https://a.test/1.jpg", b"one")
    cache.put("https://a.test/../../2.jpg", b"two")
    assert PictureCache(tmp_path / "new" / "pictures").get("https://a.test/1.jpg") == b"one"
    assert {path.parent for path in (tmp_path / "new" / "pictures").iterdir()} == {
        tmp_path / "new" / "pictures"
    }
    assert not [path for path in (tmp_path / "new" / "pictures").iterdir() if path.name.startswith("new-")]


def test_what_was_not_looked_at_for_longest_goes_first(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path, limit=100)
    for number in range(3):
        cache.put(str(number), bytes(30))
        os.utime(cache.path(str(number)), (number, number))
    assert cache.get("0") is not None  # looked at now: newer than the others
    cache.put("3", bytes(30))
    assert cache.get("1") is None
    assert cache.get("0") is not None
    assert cache.get("3") is not None
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 100


def test_nothing_and_too_much_are_not_kept(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.put("none", b"")
    cache.put("much", bytes(LARGEST + 1))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = PictureCache(tmp_path / "file")
    cache.put("one", b"one")
    assert cache.get("one") is None
