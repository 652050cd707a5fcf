"""Frozen values, as ``dataclass(frozen=True, slots=True)`` makes them, whose classes cost little until they are used.

`dataclasses` writes and compiles six functions for a class as soon as its module is imported (0.4 ms): for the classes
that the first screen imports that was a tenth of the time to it. `frozen` makes a class in 0.01 ms; ``__init__`` is
compiled when the first value is made (0.1 ms), which most classes do not see before a key is pressed, and needs half
the time for a value. (A library's values were weighed: the quickest takes 24 ms to be imported itself.)

`dataclasses.replace`, ``fields``, ``asdict`` and ``field``, ``match``, `copy` and `pickle` work as with any dataclass,
and type checkers know it as one (PEP 681). Left out is what values of ours don't need: ``__post_init__``, keyword-only
fields, inheritance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from threading import Lock
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")

_LOCK = Lock()


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """``cls`` as a frozen dataclass with slots; its annotations are its fields."""
    names = tuple(cls.__annotations__)
    given = {
        name: held
        for name, held in vars(cls).items()
        if name not in names and name not in ("__dict__", "__weakref__")
    }

    def first(self: Any, *positional: Any, **named: Any) -> None:
        _complete(made)(self, *positional, **named)

    own = {
        "__slots__": names,
        "__match_args__": names,
        "__init__": first,
        "__dataclass_fields__": _Fields(cls),
    }
    made: type[T] = type(cls.__name__, cls.__bases__, _SHARED | given | own)
    return made


class _Fields:
    """The fields of a class, which `dataclasses` looks up in the class as it was written when they are asked for."""

    def __init__(self, written: type) -> None:
        self._written = written
        self._found: dict[str, Field[Any]] | None = None

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        if self._found is None:
            with _LOCK:  # looked up twice, what `field` said would be gone
                if self._found is None:
                    dataclass(init=False, repr=False, eq=False)(self._written)
                    self._found = vars(self._written)["__dataclass_fields__"]
        return self._found


def _complete(made: type) -> Callable[..., None]:
    """Give ``made`` the functions that depend on its fields: how a value is made, by what it is compared."""
    every = fields(made)
    known: dict[str, Any] = {"_MISSING": MISSING}
    parameters, body = ["self"], []
    for one in every:
        name, said = one.name, one.name
        known[f"_set_{name}"] = getattr(made, name).__set__  # the slot's: the value itself refuses
        if one.default is not MISSING:
            known[f"_{name}"] = one.default
            said = f"{name}=_{name}"
        elif one.default_factory is not MISSING:
            known[f"_{name}"] = one.default_factory
            said = f"{name}=_MISSING"
            body.append(f" if {name} is _MISSING: {name} = _{name}()")
        parameters.append(said)
        body.append(f" _set_{name}(self, {name})")
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(body or [" pass"]), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    compared = tuple(one.name for one in every if one.compare)
    made.__eq__, made.__hash__ = _comparing(made, compared)  # type: ignore[method-assign, assignment]
    made.__init__ = init  # type: ignore[misc]
    return init


def _comparing(made: type, names: tuple[str, ...]) -> tuple[Callable[..., Any], Callable[[Any], int]]:
    def few(one: object) -> tuple[Any, ...]:
        return tuple(getattr(one, name) for name in names)

    told: Callable[[object], tuple[Any, ...]] = attrgetter(*names) if len(names) > 1 else few

    def equal(self: object, other: object) -> Any:
        return told(self) == told(other) if other.__class__ is made else NotImplemented

    def digest(self: object) -> int:
        return hash(told(self))

    return equal, digest


def _tell(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


_SHARED: dict[str, Any] = {
    "__repr__": _tell,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
}
