"""The table of commands: every row does something, and own keys are checked."""

from __future__ import annotations

import pytest

from tui_reader.app.bindings import commands
from tui_reader.app.desk import Desk
from tui_reader.app.handing import Handing
from tui_reader.app.keeping import Keeping
from tui_reader.app.keys import COMMANDS, effective, own
from tui_reader.app.keysets import BASES
from tui_reader.app.moving import Moving
from tui_reader.app.searching import Searching
from tui_reader.app.settling import Settling
from tui_reader.app.sourcing import Sourcing
from tui_reader.app.system import System
from tui_reader.app.turning import Turning
from tui_reader.errors import ConfigError


def test_every_command_has_its_method() -> None:
    found = commands(Moving, Desk, Turning, Keeping, Handing, Settling, Sourcing, Searching, System)
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


def test_only_what_an_own_key_changes_is_bound_anew() -> None:
    assert own({}) == {}
    assert own({"mark": ["j", "x"]}) == {"mark": ("j", "x")}
    assert own({"mark": ["l"]}) == {"open": ("enter",), "mark": ("l",)}


@pytest.mark.parametrize("name", BASES)
def test_a_set_of_keys_names_actions_and_gives_no_key_twice(name: str) -> None:
    assert set(BASES[name]) <= {command.name for command in COMMANDS}
    found = effective({"base": [name]})
    keys = [key for own in found.values() for key in own]
    keys += [key for command in COMMANDS for key in command.fixed]
    assert sorted(keys) == sorted(set(keys))
    assert {action: found[action] for action in BASES[name]} == dict(BASES[name])
    assert all(found[action] for action in ("open", "back", "help", "quit", "onward"))


def test_own_keys_come_before_those_of_a_set() -> None:
    keys = effective({"base": ["newsboat"], "links": ["t"], "mark": ["ctrl+b"]})
    assert (keys["links"], keys["mark"], keys["bookmark"]) == (("t",), ("ctrl+b",), ())
    assert keys["unread_only"] == ("l",)
    assert "l" not in keys["open"]


def test_a_set_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(ConfigError, match="no set of keys “newsbeuter”; there is newsboat"):
        effective({"base": ["newsbeuter"]})


def test_an_unknown_action_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match="did you mean “bookmark”"):
        effective({"bokmark": ["x"]})


def test_a_key_claimed_twice_names_both() -> None:
    with pytest.raises(ConfigError, match="“copy” and “save”"):
        effective({"copy": ["x"], "save": ["x"]})
