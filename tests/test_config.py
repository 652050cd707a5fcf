"""feeds.toml: what it means, and what is said of one that is wrong."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader import paths
from tui_reader.app.keys import ACTIONS
from tui_reader.config import Config, Settings, load, parse
from tui_reader.config_check import PLAIN_ADDRESS, is_fetchable, key_lines
from tui_reader.errors import ConfigError
from tui_reader.language_tag import language
from tui_reader.model import Edition, Selectors, Source

FILE = Path("/somewhere/feeds.toml")
SELECTED = '[[source]]\nname = "A"\nurl = "https://a.example/"\n[source.selectors]\n'


def wrong(text: str, actions: frozenset[str] | None = None) -> str:
    with pytest.raises(ConfigError) as caught:
        parse(text, FILE, actions)
    message = str(caught.value)
    assert "\n" not in message
    return message.removeprefix(f"{FILE}")


def test_editions_are_feeds_by_language() -> None:
    config = parse(
        """
        [[source]]
        name = "Evening Paper"
        category = "World"
        full_text = "never"
        editions = { ua = "https://paper.example/uk", en = "https://paper.example/en" }
        """,
        FILE,
    )
    assert config.sources == (
        Source(
            "Evening Paper",
            category="World",
            editions=(Edition("https://paper.example/uk", "uk"), Edition("https://paper.example/en", "en")),
            full_text="never",
        ),
    )


def test_editions_as_a_table_of_their_own_belong_to_the_source_above() -> None:
    config = parse(
        '[[source]]\nname = "A"\n[source.editions]\nuk = "https://a.example/"\n'
        '[[source]]\nname = "B"\n[source.editions]\nen = "https://b.example/"\n',
        FILE,
    )
    assert [source.editions[0].language for source in config.sources] == ["uk", "en"]


def test_selectors_are_one_or_several() -> None:
    config = parse(SELECTED + 'body = "div.text"\nremove = [".ad", "p:has(> b)"]\n', FILE)
    assert config.sources[0].selectors == Selectors(body=("div.text",), remove=(".ad", "p:has(> b)"))
    assert parse(SELECTED, FILE).sources[0].selectors is None


@pytest.mark.parametrize("when", ["when-opened", "with-refresh", "never"])
def test_full_text_for_all_and_for_one_source(when: str) -> None:
    text = (
        '[settings]\nfull_text = "{}"\n[[source]]\nname = "A"\nurl = "https://a.example/"\nfull_text = "{}"\n'
    )
    config = parse(text.format(when, when), FILE)
    assert (config.settings.full_text, config.sources[0].full_text) == (when, when)


def test_a_single_feed_with_and_without_its_language() -> None:
    config = parse(
        '[[source]]\nname = "A"\nurl = "https://a.example/feed"\nlanguage = "pt_br"\n'
        '[[source]]\nname = "B"\nurl = "http://b.example/feed"\n',
        FILE,
    )
    assert [source.editions for source in config.sources] == [
        (Edition("https://a.example/feed", "pt-BR"),),
        (Edition("http://b.example/feed"),),
    ]


def test_paths_begin_at_the_file_or_at_home(home: Path) -> None:
    config = parse(
        '[settings]\nsave_folder = "kept"\n[[source]]\nname = "A"\npath = "texts"\n'
        '[[source]]\nname = "B"\npath = "~/Articles"\n[[source]]\nname = "C"\npath = "/srv/news"\n',
        FILE,
    )
    assert [source.path for source in config.sources] == [
        Path("/somewhere/texts"),
        home / "Articles",
        Path("/srv/news"),
    ]
    assert config.settings.save_folder == Path("/somewhere/kept")


def test_samples_are_the_packages_and_can_be_left_out() -> None:
    assert parse('[[source]]\nname = "A"\nsamples = true', FILE).sources[0].path == paths.SAMPLES
    assert parse('[[source]]\nname = "A"\nsamples = false', FILE).sources == ()


def test_every_setting_and_the_defaults() -> None:
    text = """
        [settings]
        languages = ["ua", "en"]
        tab_labels = "autonyms"
        full_text = "never"
        read = "edition"
        doubles = "show"
        theme = "nord"
        pictures = true
        graphics = "blocks"
        text_width = 66
        line_spacing = 2
        justify = true
        hyphenate = true
        refresh_on_start = false
        refresh_minutes = 0
        connections = 5
        save_folder = "/srv/kept"
        animation = false
        interface = "uk"
        pipe = "wc -w"
        on_new = ["say", "{title}"]
        on_new_match = "tram"
        """
    assert set(tomllib.loads(text)["settings"]) == set(Settings.__dataclass_fields__)
    assert parse(text, FILE).settings == Settings(
        ("uk", "en"),
        "autonyms",
        "never",
        "edition",
        "show",
        "nord",
        True,
        "blocks",
        66,
        2,
        True,
        True,
        False,
        0,
        5,
        Path("/srv/kept"),
        False,
        "uk",
        "wc -w",
        ("say", "{title}"),
        "tram",
    )
    assert parse("", FILE) == Config(FILE, (), Settings(), {}, {})


def test_keys_are_one_or_several() -> None:
    text = '[keys]\nbookmark = "x"\nnext_language = ["]", "ctrl+right"]'
    assert parse(text, FILE, ACTIONS).keys == {"bookmark": ("x",), "next_language": ("]", "ctrl+right")}


BROKEN = [
    ("[setings]\n", ", line 1: the file has no key “setings”; did you mean “settings”?"),
    ('\n[settings]\ntheme = "x"\nlanguges = []\n', ", line 4: [settings] has no key “languges”; did you mean"),
    ('[[source]]\nname = "A"\nsamples = true\n[[source]]\nname = "B"\nurll = "x"\n', ", line 6: a source has no key “urll”; did"),
    ("[settings]\nsettings.x = 1\n", ", line 2: [settings] has no key “settings”; known are animation, c"),
    ('[settings]\nlanguages = [\n  "uk",\n  # next\n  "ukranian",\n]\n', ", line 5: “ukranian” is not a language tag;"),
    ('[settings]\non_new = ["x", "{titel}"]\n', ", line 2: “on_new” has no {titel}; did you mean “title”?; known are"),
    ('[settings]\nlanguages = "uk"\n', ", line 2: “languages” must be a list in [ ]"),
    ("[settings]\nlanguages = [1]\n", ", line 2: “languages” must be a list of texts in quotes"),
    ('[settings]\nfull_text = "nevr"', ', line 2: “full_text” must be one of "when-opened", "with-refresh", "never"'),
    (SELECTED + "titel = 'h1'", ", line 5: [source.selectors] has no key “titel”; did you mean “title”?"),
    (SELECTED + "body = 3", ", line 5: “body” must be a CSS selector in quotes, or a list of them"),
    (SELECTED + "body = ''", ", line 5: “body” must be a list of texts in quotes"),
    (SELECTED + "photo = 'img['", ", line 5: “photo”: “img[” is not a CSS selector (Expected"),
    (SELECTED + "remove = [\n'.ad',\n'p::after']", ", line 7: “remove”: “p::after” is not a CSS selector (Pseudo-elements"),
    ('[[source]]\nname = "A"\nurl = "https://a.example/"\nselectors = "p"', ", line 4: “selectors” must be a table"),
    ('[settings]\npictures = "yes"', ", line 2: “pictures” must be true or false"),
    ("[settings]\nrefresh_minutes = true", ", line 2: “refresh_minutes” must be a whole number"),
    ("[settings]\nrefresh_minutes = -1", ", line 2: “refresh_minutes” must be from 0 to 10080"),
    ("\n[[sources]]\n", ", line 2: the file has no key “sources”; did you mean “source”?"),
    ('\n"\\u0441ource" = 1\n', ", line 2: the file has no key “сource”"),
    ("source = 3", ", line 1: “source” must be a list in [ ]"),
    ("source = [\n1]", ", line 2: a source must be a table: [[source]]"),
    ('\n[[source]]\nurl = "https://a.example/"', ", line 2: this source has no name; add name = “…”".replace("“…”", '"…"')),
    ('[[source]]\nname = " "\nurl = "https://a.example/"', ", line 2: a source's name can't be empty"),
    ('[[source]]\nname = "A"\n', ", line 1: the source “A” needs one of editions, url, path or samples; it has none of them"),
    ('[[source]]\nname = "A"\npath = "x"\nurl = "https://a.example/"', ", line 4: the source “A” needs one of"),
    ('[[source]]\nname = "A"\nurl = "ftp://a.example/"', ", line 3: “ftp://a.example/” is not the address of a feed; it must"),
    ('[[source]]\nname = "A"\nurl = "https://a.example:99999/"', ", line 3: “https://a.example:99999/” is not the address"),
    ('[[source]]\nname = "A"\nurl = "https://[::1"', ", line 3: “https://[::1” is not the address of a feed"),
    ('[[source]]\nname = "A"\neditions = {}', ", line 3: “editions” is empty"),
    ('[[source]]\nname = "A"\n[source.editions]\nuk = "https://a.example/"\nxq = "https://b.example/"', ", line 5: “xq” is n"),
    ('[[source]]\nname = "A"\n[source.editions]\nuk = "https://a.example/"\nua = "https://b.example/"', ", line 5: “ua” na"),
    ('[[source]]\nname = "A"\nsamples = true\n[[source]]\nname = "a"\nsamples = true', ", line 5: two sources have the na"),
    ('[[source]]\nname = "A"\npath = ""', ", line 3: “path” must name a file or a folder"),
    ("[keys]\nbookmark = 3", ", line 2: “bookmark” must be a key in quotes, or a list of keys"),
    ('[keys]\nbookmark = ["x",\n ""]', ", line 3: “bookmark” must be a list of texts in quotes"),
    ("a = [", ", line 1: no TOML: "),
    ("[settings]\ntheme = x\n", ", line 2: no TOML: Invalid value; correct it"),
    ("[" * 5000, ", line 1: no TOML: "),
    ("a = " + "[" * 5000, ", line 1: no TOML: it is nested too deeply; correct it"),
    ("a = '\x1b[31m'", ", line 1: no TOML: "),
]  # fmt: skip
"""Files that are wrong, and how what is said of each begins."""


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str) -> None:
    assert wrong(text).startswith(said)


def test_an_unknown_action_is_named_with_the_nearest() -> None:
    assert wrong('[keys]\n\nbokmark = "x"', ACTIONS) == (
        ", line 3: [keys] has no key “bokmark”; did you mean “bookmark”?"
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ukrainian", "“uk” (Українська)"),
        ("deutch", "“de”"),
        ("ukranian", "“uk”"),
        ("xk", "did you mean"),
        ("qqqqqqqq", "tags are like"),
        ("", "tags are like"),
    ],
)
def test_an_unknown_language_names_the_nearest(text: str, meant: str) -> None:
    with pytest.raises(ValueError, match="is not a language tag") as caught:
        language(text)
    assert meant in str(caught.value)


@pytest.mark.parametrize(
    ("text", "tag"), [("ua", "uk"), ("PT_br", "pt-BR"), ("mt", "mt"), ("eo", "eo"), ("zh-tw", "zh-Hant")]
)
def test_languages_that_are_taken(text: str, tag: str) -> None:
    assert language(text) == tag


def test_the_starter_list_is_used_until_there_is_an_own_one(home: Path) -> None:
    starter = load()
    assert starter.path == paths.starter_feeds()
    assert starter.sources[0] == Source("First steps", path=paths.SAMPLES)
    assert len(starter.sources) == 17
    assert all(len(source.editions) >= 2 for source in starter.sources[1:])
    assert len({source.category for source in starter.sources}) >= 3
    assert (starter.settings, starter.keys) == (Settings(), {})

    own = paths.config_file()
    own.parent.mkdir(parents=True)
    own.write_text('[[source]]\nname = "Mine"\nurl = "https://mine.example/feed"\n', "utf-8")
    assert [source.name for source in load().sources] == ["Mine"]


def test_an_own_file_of_settings_alone_keeps_the_starter_sources(tmp_path: Path) -> None:
    own = tmp_path / "feeds.toml"
    own.write_text('[settings]\ntheme = "nord"\n', "utf-8")
    config = load(own)
    assert (config.path, config.settings.theme, len(config.sources)) == (own, "nord", 17)
    own.write_text("source = []\n", "utf-8")
    assert load(own).sources == ()


def test_what_the_starter_list_documents_is_true() -> None:
    """Every commented setting, taken as it stands, is a setting and shows the default."""
    lines = paths.starter_feeds().read_text("utf-8").splitlines()
    start, end = lines.index("[settings]"), lines.index("[keys]")
    told = [line[2:] for line in lines[start:end] if line.startswith("# ") and " = " in line]
    shown = parse("\n".join(["[settings]", *told]), FILE).settings
    default = Settings()
    for name in Settings.__dataclass_fields__:
        assert f"{name} = " in "\n".join(told)
        if name not in ("languages", "theme", "interface"):
            assert getattr(shown, name) == getattr(default, name), name
    bound = [line[2:] for line in lines[end:] if line.startswith("# ") and "= " in line[:20] and '"' in line][
        :2
    ]
    assert set(parse("\n".join(["[keys]", *bound]), FILE, ACTIONS).keys) == {"bookmark", "next_language"}


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    def refused(path: Path) -> str:
        with pytest.raises(ConfigError) as caught:
            load(path)
        return str(caught.value)

    assert "No such file" in refused(tmp_path / "none.toml")
    assert "Is a directory" in refused(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"[settings]\ntheme = '\xe9'\n")
    assert refused(latin) == f"{latin}, line 2: this is not UTF-8; save the file as UTF-8"
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * 3_000_000)
    assert "too large" in refused(large)
    escaping = tmp_path / "e\x1b]0;x\x07.toml"
    assert "\x1b" not in refused(escaping)


def test_a_mark_of_byte_order_and_dos_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    file.write_bytes(b'\xef\xbb\xbf[settings]\r\ntheme = "x"\r\nfoo = 1\r\n')
    with pytest.raises(ConfigError, match="line 3"):
        load(file)


def test_key_lines_find_keys_wherever_toml_puts_them() -> None:
    text = '''
a.b = 1 # a = 2
"c d" = """
x = 1
"""
[t]
u = { v = [1, { w = 2 }], 'x' = "]" }
when = 2026-01-02 03:04:05
[[t.rows]]
k = 1.5
[[t.rows]]
k = [
  "}",
  2,
]
'''
    tomllib.loads(text)
    lines = key_lines(text)
    assert lines == {
        ("a",): 2, ("a", "b"): 2, ("c d",): 3, ("t",): 6, ("t", "u"): 7, ("t", "u", "v"): 7, ("t", "u", "v", 0): 7,
        ("t", "u", "v", 1): 7, ("t", "u", "v", 1, "w"): 7, ("t", "u", "x"): 7, ("t", "when"): 8,
        ("t", "rows"): 9, ("t", "rows", 0): 9, ("t", "rows", 0, "k"): 10, ("t", "rows", 1): 11, ("t", "rows", 1, "k"): 12,
        ("t", "rows", 1, "k", 0): 13, ("t", "rows", 1, "k", 1): 14,
    }  # fmt: skip


_WORDS = """[ ] [[ ]] = source name settings keys "a" 'b' { } , . 1 true editions languages url # uk"""
_words = st.sampled_from([*_WORDS.split(), "\n", " ", '"https://a.example/"', '"""'])


@given(st.lists(_words, max_size=30).map("".join) | st.text(max_size=40))
def test_whatever_the_file_holds_there_is_a_config_or_one_line(text: str) -> None:
    said = str(FILE)
    try:
        parse(text, FILE, ACTIONS)
    except ConfigError as error:
        said = str(error)
    assert said.startswith(str(FILE))
    assert said.isprintable()


def test_the_example_of_selectors_in_the_starter_list_holds() -> None:
    lines = [line.removeprefix("#   ") for line in paths.starter_feeds().read_text("utf-8").splitlines()]
    start, end = lines.index("[[source]]"), lines.index("[source.selectors]")
    example = [*lines[start:end], *(line for line in lines[end : end + 8])]
    (source,) = parse("\n".join(line for line in example if line != "#"), FILE).sources
    assert source.selectors is not None
    assert all(getattr(source.selectors, field.name) for field in fields(Selectors))


@given(st.from_regex(PLAIN_ADDRESS, fullmatch=True))
def test_a_plain_address_is_one_that_can_be_fetched(url: str) -> None:
    assert is_fetchable(url)


@pytest.mark.parametrize(
    "url", ["https://a.example:0/", "https://[::1/", "https://a.example/a b", "http:///a", "file:///a"]
)
def test_what_cannot_be_fetched_is_no_plain_address(url: str) -> None:
    assert not is_fetchable(url)
    assert not PLAIN_ADDRESS.fullmatch(url)
