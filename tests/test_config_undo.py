"""A source taken out of a settings file and put back: the file is as it was."""

from __future__ import annotations

import random
import tomllib

from tui_reader import config_edit, paths
from tui_reader.config_undo import remove, restore

STARTER = paths.starter_feeds().read_text("utf-8")


def names(text: str) -> list[str]:
    return [source["name"] for source in tomllib.loads(text)["source"]]


def test_step_by_step_the_file_comes_back_as_it_was() -> None:
    chance = random.Random(11)
    text, steps = STARTER, []
    while names(text):  # the last one leaves `source = []`
        steps.append(remove(text, chance.choice(names(text))))
        text = steps[-1].after
    for step in reversed(steps):
        text = restore(text, step)
        assert text == step.before
    assert text == STARTER


def test_in_a_file_that_was_changed_since_it_stands_where_it_stood_with_its_comments() -> None:
    step = remove(STARTER, "First steps")
    text = config_edit.set_key(
        config_edit.rename_source(step.after, "BBC", "Beeb"), "settings", "theme", "nord"
    )
    back = restore(text, step)
    was = names(STARTER)
    assert names(back) == ["Beeb" if name == "BBC" else name for name in was]
    above = "# Articles that come with the reader and show what it can do. With samples = false they are left out.\n"
    assert f'{above}[[source]]\nname = "First steps"\nsamples = true\n' in back
    assert 'theme = "nord"' in back


def test_what_followed_it_may_have_gone_too() -> None:
    order = names(STARTER)
    step = remove(STARTER, order[2])
    text = remove(step.after, order[3]).after
    assert names(restore(text, step)) == [*order[:3], *order[4:]]
    last = remove(STARTER, order[-1])
    changed = config_edit.rename_source(last.after, order[0], "Another")
    assert names(restore(changed, last)) == ["Another", *order[1:]]


def test_sources_that_are_written_as_a_list_come_back_too() -> None:
    text = 'source = [{name = "A", path = "a"}, {name = "B", path = "b"}, {name = "C", path = "c"}]\n'
    step = remove(text, "B")
    assert restore(step.after, step) == text
    changed = config_edit.rename_source(step.after, "A", "Z")
    assert tomllib.loads(restore(changed, step))["source"] == [
        {"name": "Z", "path": "a"}, {"name": "B", "path": "b"}, {"name": "C", "path": "c"},
    ]  # fmt: skip
