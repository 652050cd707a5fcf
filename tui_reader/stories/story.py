"""A story that was formed, and how surely each of its articles is of it."""

from __future__ import annotations

from tui_reader.stories.evidence import Evidence, Pair
from tui_reader.sureness import Sureness
from tui_reader.values import frozen


@frozen
class Story:
    """The ids of a story's articles in ascending order, and the pairs that joined them, strongest first."""

    ids: tuple[str, ...]
    joins: tuple[Pair, ...] = ()

    def evidence(self, one: str) -> dict[str, Evidence]:
        """Why each other article is of the story of ``one``: the weakest link on the way to it."""
        found: dict[str, Evidence] = {}
        waiting = [one]
        while waiting:
            here = waiting.pop()
            for join in self.joins:
                if here not in (join.left, join.right):
                    continue
                other = join.right if join.left == here else join.left
                if other != one and other not in found:
                    known = found.get(here, join.evidence)
                    found[other] = min(known, join.evidence, key=lambda evidence: evidence.strength)
                    waiting.append(other)
        return found

    def core(self, one: str, least: Sureness = Sureness.MATCHED) -> set[str]:
        """The articles that are of the story of ``one`` at least so surely, itself among them."""
        others = self.evidence(one).items()
        return {one, *(id for id, evidence in others if _ORDER[evidence.kind] <= _ORDER[least])}

    def cores(self) -> list[set[str]]:
        """The parts of the story that hold together surely; likely evidence joins them."""
        found: list[set[str]] = []
        for one in self.ids:
            if not any(one in core for core in found):
                found.append(self.core(one))
        return found


_ORDER = {kind: place for place, kind in enumerate(Sureness)}
