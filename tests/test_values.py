"""Frozen values beside what `dataclasses` makes of the same class."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from tui_reader.values import frozen


@frozen
class Point:
    """A place."""

    x: int
    y: int = 0
    names: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, compare=False)

    @property
    def far(self) -> int:
        """How far."""
        return abs(self.x) + abs(self.y)


@frozen
class Other:
    """Another kind of place with the same fields, or almost."""

    x: int
    y: int = 0
    names: tuple[str, ...] = ()


@frozen
class Only:
    """One field."""

    x: float


class Written:
    """What is made of it by either way."""

    kind: str
    size: int | None = None
    parts: tuple[str, ...] = field(default=())
    source: str = field(default="", compare=False, repr=False)


def both() -> tuple[Any, Any]:
    def again() -> Any:
        held = {name: it for name, it in vars(Written).items() if name not in ("__dict__", "__weakref__")}
        return type("Written", (), held)

    return frozen(again()), dataclass(frozen=True, slots=True)(again())


@pytest.mark.parametrize("given", [("a",), ("a", 3), ("a", 3, ("b",), "c"), ("a", None, (), "d")])
def test_it_is_what_dataclasses_make(given: tuple[Any, ...]) -> None:
    ours, theirs = both()
    one, other = ours(*given), theirs(*given)
    assert repr(one) == repr(other)
    assert hash(one) == hash(other)
    assert asdict(one) == asdict(other)
    assert astuple(one) == astuple(other)
    assert ours.__match_args__ == theirs.__match_args__
    assert ours.__doc__ == theirs.__doc__
    assert [(f.name, f.type, f.default, f.compare) for f in fields(ours)] == [
        (f.name, f.type, f.default, f.compare) for f in fields(theirs)
    ]
    assert (one == ours("a", 3)) == (other == theirs("a", 3))


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", 1, (), "", 5), {}), (("a",), {"kind": "b"}), (("a",), {"colour": 1})],
)
def test_wrong_arguments_are_refused_in_the_same_words(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = both()
    with pytest.raises(TypeError) as one:
        ours(*given, **named)
    with pytest.raises(TypeError) as other:
        theirs(*given, **named)
    assert str(one.value).split("__init__")[1] == str(other.value).split("__init__")[1]


def test_values_are_compared_by_kind_and_fields() -> None:
    assert Point(1, 2) == Point(1, y=2)
    assert Point(1, 2) != Point(2, 1)
    other: object = Other(1, 2)
    assert Point(1, 2) != other
    assert Point(1, 2, notes=["a"]) == Point(1, 2, notes=["b"])  # it is left out
    assert {Point(1), Point(1), Point(2)} == {Point(2), Point(1)}
    nothing = float("nan")
    assert Only(nothing) == Only(nothing)
    assert len({Only(1.0), Only(1.0)}) == 1


def test_nothing_of_a_value_can_be_changed() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.z = 2  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")
    assert point == Point(1)


def test_a_factory_makes_one_for_each_value() -> None:
    first, second = Point(1), Point(1)
    first.notes.append("a")
    assert second.notes == []
    mine = ["b"]
    assert Point(1, notes=mine).notes is mine


def test_replaced_copied_pickled_matched() -> None:
    point = Point(1, 2, ("a",), ["b"])
    assert replace(point, x=3) == Point(3, 2, ("a",))
    assert copy.copy(point).notes is point.notes
    deep = copy.deepcopy(point)
    assert (deep, deep.notes) == (point, ["b"])
    assert deep.notes is not point.notes
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(point, protocol))
        assert (back, back.notes, back.far) == (point, ["b"], 3)
    match point:
        case Point(x, y, names):
            assert (x, y, names) == (1, 2, ("a",))
        case _:
            pytest.fail("it is a Point")
    assert is_dataclass(Point)


def test_fields_are_looked_up_once_however_many_ask_at_the_same_time() -> None:
    for _ in range(20):
        ours, _ = both()
        with ThreadPoolExecutor(8) as threads:
            made = list(threads.map(lambda number, ours=ours: ours("a", source=str(number)), range(32)))
        assert len(set(made)) == 1
