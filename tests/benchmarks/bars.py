"""Figures against the bars that they have to keep under, as a table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bar:
    """At most ``most``; with ``of``, at most so many times what ``other`` took."""

    most: float
    of: float | None = None
    other: str = ""

    def reached(self, value: float) -> bool:
        """Whether ``value`` keeps under it."""
        return value <= self.most * (1 if self.of is None else self.of)

    def told(self, value: float, unit: str) -> str:
        """The bar in words, with the ratio where it is one."""
        if self.of is None:
            return f"≤ {self.most:g} {unit}"
        return f"{value / self.of:.2f} × {self.other} (≤ {self.most:g} ×)"


@dataclass
class Table:
    """What was measured."""

    lines: list[str] = field(default_factory=list)
    reached: bool = True

    def note(self, text: str) -> None:
        """A figure without a bar."""
        self.lines.append(text)

    def add(self, what: str, value: float, unit: str, bar: Bar) -> None:
        """A figure and its bar."""
        reached = bar.reached(value)
        self.reached = self.reached and reached
        shown = f"{value:.3f}" if unit == "s" else f"{value:.1f}"
        verdict = "reached" if reached else "MISSED"
        self.lines.append(f"{what:<52} {shown:>8} {unit:<2}  {bar.told(value, unit):<36} {verdict}")

    def __str__(self) -> str:
        return "\n".join(self.lines)
