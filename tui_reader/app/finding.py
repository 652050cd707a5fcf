"""The edition of a story in a language: held, or fetched by the address that is known of it."""

from __future__ import annotations

from collections.abc import Callable

from tui_reader.ages import language_name
from tui_reader.app import editions
from tui_reader.app.services import Services
from tui_reader.errors import ReaderError
from tui_reader.model import Held
from tui_reader.words import tr


async def find_edition(
    services: Services, held: Held, language: str, tell: Callable[[str, bool], None]
) -> str | None:
    """The id of the edition of ``held`` in ``language``; None where there is none, and ``tell`` was told why."""
    name = language_name(language)
    edition = editions.find(held, language)
    if edition is not None and edition.id is not None:
        return edition.id
    if edition is None or edition.url is None:
        tell(tr("No {name} edition of this story", name=name), True)
        return None
    tell(tr("Fetching the {name} edition…", name=name), False)
    try:
        return await services.fetch_edition(held, edition.language, edition.url)
    except ReaderError as error:
        tell(tr("The {name} edition can't be fetched: {error}", name=name, error=error), True)
        return None
