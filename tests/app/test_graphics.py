"""Which way a terminal draws pictures, and whether they are drawn unasked."""

from __future__ import annotations

import pytest

from tui_reader.app.graphics import CELL, Way, by_default, cell_size, may_have_graphics, way
from tui_reader.app.pictures import cells


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm-kitty"},
        {"TERM": "foot-extra"},
        {"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "xterm-256color", "KONSOLE_VERSION": "230801"},
    ],
)
def test_terminals_that_may_have_graphics(environ: dict[str, str]) -> None:
    assert may_have_graphics(environ)
    assert not may_have_graphics(environ | {"TMUX": "/tmp/tmux-0/default,1,0"})


@pytest.mark.parametrize(
    "environ", [{}, {"TERM": "xterm-256color"}, {"TERM": "linux"}, {"TERM_PROGRAM": "Apple_Terminal"}]
)
def test_others_are_not_asked(environ: dict[str, str]) -> None:
    assert way("auto", environ) is Way.BLOCKS


def test_no_colour_means_no_pictures() -> None:
    assert way("ask", {"TERM": "xterm-kitty", "NO_COLOR": "1"}) is Way.NONE
    assert not by_default(Way.NONE, {})


def test_half_blocks_are_not_drawn_unasked_over_ssh() -> None:
    remote = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}
    assert by_default(Way.BLOCKS, {})
    assert not by_default(Way.BLOCKS, remote)
    assert by_default(Way.KITTY, remote)
    assert by_default(Way.SIXEL, remote)


def test_without_a_terminal_a_cell_has_the_usual_size() -> None:
    assert cell_size() == CELL


@pytest.mark.parametrize(
    ("pixels", "room", "taken"),
    [
        ((1000, 500), (80, 24), (80, 20)),
        ((500, 1000), (80, 24), (24, 24)),
        ((100, 100), (80, 24), (10, 5)),  # a small picture stays small
        ((4000, 1), (80, 24), (80, 1)),
    ],
)
def test_a_picture_keeps_its_ratio_and_its_room(
    pixels: tuple[int, int], room: tuple[int, int], taken: tuple[int, int]
) -> None:
    assert cells(*pixels, *room, (10, 20)) == taken
