"""The catalogues of the interface: ``python -m tests.catalogues`` brings them up to date with the code and compiles them.

What is new in the code stands in each ``.po`` with an empty translation, what has gone from the code is taken out;
then it says what is left to translate. `tests.test_words` fails until nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui_reader import __version__, words

PACKAGE = Path(words.__file__).parent
KEYWORDS = {"tr": None, "N_": None, "trn": (1, 2), "trc": ((1, "c"), 2)}
HEADER = "# The interface of tui-reader in {name}.\n#"


@lru_cache(maxsize=1)
def extracted() -> Catalog:
    """The texts in the code, without translations."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Words:",))
    for name, line, text, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        catalogue.add(text, None, [(name, line)], auto_comments=comments, context=context)
    return catalogue


def po(language: str) -> Path:
    """The catalogue's source."""
    return Path(words.FOLDER) / language / "LC_MESSAGES" / f"{words.DOMAIN}.po"


def read(language: str) -> Catalog:
    """The catalogue of ``language`` as it stands in the file; an empty one where there is no file."""
    if not po(language).exists():
        return Catalog(
            locale=language,
            project="tui-reader",
            version=__version__,
            msgid_bugs_address="tui-reader",
            last_translator="tui-reader",
            language_team="tui-reader",
            revision_date=datetime.now(UTC),
            charset="utf-8",
            fuzzy=False,
        )
    with po(language).open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def texts(catalogue: Catalog) -> Iterable[Message]:
    """The messages but for the header."""
    return (message for message in catalogue if message.id)


def untranslated(catalogue: Catalog) -> list[Message]:
    """The messages without a translation, or with one that was only guessed."""
    return [
        message
        for message in texts(catalogue)
        if message.fuzzy or not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def main() -> None:
    """Bring every catalogue up to date."""
    template = extracted()
    for language, name in words.NAMES.items():
        if language == words.ENGLISH:
            continue
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        catalogue.fuzzy = False
        catalogue.header_comment = HEADER.format(name=name)
        po(language).parent.mkdir(parents=True, exist_ok=True)
        with po(language).open("wb") as file:
            write_po(file, catalogue, width=110, include_lineno=False, sort_by_file=True)
        po(language).with_suffix(".mo").write_bytes(compiled(catalogue))
        left = untranslated(catalogue)
        print(f"{language}: {len(catalogue)} texts, {len(left)} to translate")
        for message in left:
            print(f"    {message.id!r}")


if __name__ == "__main__":
    main()
