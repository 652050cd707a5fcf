"""The table of commands: every row does something, and own keys are checked."""

from __future__ import annotations

import pytest

from tui_reader.app.bindings import commands
from tui_reader.app.desk import Desk
from tui_reader.app.keeping import Keeping
from tui_reader.app.keys import COMMANDS, effective
from tui_reader.app.moving import Moving
from tui_reader.app.searching import Searching
from tui_reader.app.settling import Settling
from tui_reader.app.sourcing import Sourcing
from tui_reader.app.system import System
from tui_reader.app.turning import Turning
from tui_reader.errors import ConfigError


def test_every_command_has_its_method() -> None:
    found = commands(Moving, Desk, Turning, Keeping, Settling, Sourcing, Searching, System)
    assert {name for name, method in found.items() if callable(method)} == {
        command.name for command in COMMANDS
    }


def test_no_key_is_given_twice() -> None:
    keys = [key for command in COMMANDS for key in (*command.keys, *command.fixed)]
    assert sorted(keys) == sorted(set(keys))


def test_the_keys_of_the_design_are_the_defaults() -> None:
    wanted = (
        "down:j up:k open:enter open:l back:q back:escape back:h first:g last:G onward:space browser:o full_text:f "
        "refresh:r refresh_all:R search:/ copy:y save:s suspend:ctrl+z help:? command_palette:ctrl+p next_language:] "
        "previous_language:[ all_languages:0 next_unread:n previous_unread:p bookmark:b bookmarks_only:B "
        "unread_only:u mark:m mark_all:M links:t pictures:i text_only:z undo:U quit:Q quit:ctrl+q"
    )
    keys = effective({})
    for pair in wanted.split():
        name, key = pair.split(":", 1)
        assert key in keys[name], pair


def test_an_own_key_takes_it_from_its_default() -> None:
    keys = effective({"bookmark": ["k"]})
    assert keys["bookmark"] == ("k",)
    assert keys["up"] == ()


def test_an_unknown_action_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="did you mean “bookmark”"):
        effective({"bokmark": ["x"]})


def test_a_key_claimed_twice_names_both() -> None:
    with pytest.raises(ConfigError, match="“copy” and “save”"):
        effective({"copy": ["x"], "save": ["x"]})
