"""Finds texts in the code that people see and that no catalogue can hold; `tests.test_words` wants none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tui_reader import words

PACKAGE = Path(words.__file__).parent
MARKS = frozenset({"tr", "trn", "trc", "N_"})
# Where a text is shown: the name of what is called, and which of its arguments are shown (a place or a name).
SHOWN: dict[str, tuple[int | str, ...]] = {
    **dict.fromkeys(
        ("tell", "_tell", "say", "_say", "notify", "complain", "_complain", "line", "told"), (0,)
    ),
    **dict.fromkeys(("write", "Static", "Label", "Button", "Run", "Mark", "ArgumentTypeError"), (0,)),
    **dict.fromkeys(("SystemCommand", "refuse"), (0, 1)),
    **dict.fromkeys(("SourceRow", "LanguageTab", "Problem"), (1,)),
    "Finding": (2,),
    "Input": ("placeholder",),
    "Wrong": (1,),
    "add_argument": ("help",),
    "add_parser": ("help", "description", "epilog", "usage"),
    "add_argument_group": (0, 1),
    "Parser": ("description", "epilog", "usage"),
    "append": (0,),  # of warnings; only what reads like a sentence
}
BUILT_IN = frozenset(
    {
        "ValueError",
        "TypeError",
        "RuntimeError",
        "EOFError",
        "AssertionError",
        "NotImplementedError",
        "FrozenInstanceError",
    }
)  # faults of ours, or caught and told in other words
NOT_SHOWN = (
    "Standard input",  # the name of a source: it is stored
    "tui-reader",
    "bold reverse",
    "q esc enter",  # keys
    *(
        "language back",
        "language all",
        "next unread",
        "previous unread",
        "refresh all",
        "mark all",
        "move up",
        "move down",
    ),  # typed
    "TERM={}, {}×{}, ",
)
EXAMPLE = "tui-reader "  # a command line to copy
NOT_READ = ("completion.py", "manual.py")  # what a shell reads; and the man page, which is in English
_COMMANDS = re.compile(r"^  (?:tui-reader|curl)\b.*$", re.MULTILINE)  # examples
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_STYLE = re.compile(r"\$[a-z]")  # a colour of the theme: bold $text-accent
_SENTENCE = re.compile(r"[A-Za-z']{2,} [A-Za-z']{2,}")


def in_file(path: Path) -> Iterator[str]:
    """A line for each text in ``path`` that is shown and not marked."""
    tree = ast.parse(path.read_text("utf-8"))
    where = path.relative_to(PACKAGE)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and _name(inner) in MARKS and _has_literal(inner):
                    yield f"{where}:{node.lineno}: {_name(inner)} within an f-string, where Babel does not see it"
        if not isinstance(node, ast.Call):
            continue
        name = _name(node)
        if name in MARKS:
            text = node.args[1 if name == "trc" and len(node.args) > 1 else 0]
            if isinstance(text, ast.JoinedStr | ast.BinOp):
                yield f"{where}:{node.lineno}: {name} of a text that is put together"
            continue
        if name == "text" and _receiver(node) == "page":
            name = "Run"
        for shown in _shown(node, name):
            for text in _unmarked(shown):
                pattern = _SENTENCE if name == "append" else _LETTERS
                said = _COMMANDS.sub("", _plain(text))
                if pattern.search(said) and said not in NOT_SHOWN and not _is_sql(said):
                    yield f"{where}:{text.lineno}: {name}({ast.unparse(text)[:80]})"


def _shown(call: ast.Call, name: str) -> Iterator[ast.expr]:
    """The arguments of ``call`` that are shown."""
    places: tuple[int | str, ...] = SHOWN.get(name, ())
    if name.endswith("Error") and name not in BUILT_IN and name[0] != "_":
        places = (0,)
    for place in places:
        if isinstance(place, int):
            if len(call.args) > place:
                yield call.args[place]
        else:
            yield from (keyword.value for keyword in call.keywords if keyword.arg == place)


def _unmarked(node: ast.expr) -> Iterator[ast.Constant | ast.JoinedStr]:
    """The literals in ``node`` that are part of its value and not inside of a mark."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.JoinedStr():
            yield node
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _unmarked(value.value)
        case ast.BinOp(op=ast.Add()):
            yield from _unmarked(node.left)
            yield from _unmarked(node.right)
        case ast.IfExp():
            yield from _unmarked(node.body)
            yield from _unmarked(node.orelse)
        case ast.BoolOp():
            for value in node.values:
                yield from _unmarked(value)
        case ast.Call() if _name(node) not in MARKS and _name(node) in (
            "line",
            "lines",
            "plain",
            "clean_line",
        ):
            for argument in node.args[:1]:
                yield from _unmarked(argument)


def _plain(node: ast.Constant | ast.JoinedStr) -> str:
    """The text of a literal without what is put into it."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "{}".join(str(value.value) for value in node.values if isinstance(value, ast.Constant))


def _is_sentence(text: str) -> bool:
    if text in NOT_SHOWN or text.startswith(EXAMPLE) or _STYLE.search(text):
        return False
    return _SENTENCE.search(text) is not None


def _is_sql(text: str) -> bool:
    return re.search(r" IN \(|EXISTS \(", text) is not None


def _has_literal(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.Constant) for argument in call.args)


def _receiver(call: ast.Call) -> str:
    return (
        call.func.value.id
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
        else ""
    )


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def sentences(path: Path) -> Iterator[str]:
    """A line for each literal in ``path`` that reads like a sentence, is no docstring and no style, and is not marked."""
    tree = ast.parse(path.read_text("utf-8"))
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):  # breadth first: what holds others comes before them
        if (
            node in passed
            or (isinstance(node, ast.Call) and _name(node) in (*MARKS, *BUILT_IN, "Binding"))
            or (isinstance(node, ast.Assign | ast.AnnAssign) and "CSS" in ast.unparse(node).split("=", 1)[0])
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        ):
            passed.update(ast.iter_child_nodes(node))
        elif isinstance(node, ast.Constant | ast.JoinedStr) and _is_sentence(_plain(node)):
            yield f"{path.relative_to(PACKAGE)}:{node.lineno}: {ast.unparse(node)[:80]}"


def everywhere() -> list[str]:
    """What `in_file` finds in the package, and `sentences` where most of what is written is shown."""
    found = [line for path in sorted(PACKAGE.rglob("*.py")) for line in in_file(path)]
    for room in ("app", "commands", "rendering", "linear"):
        paths = (path for path in sorted((PACKAGE / room).rglob("*.py")) if path.name not in NOT_READ)
        found += [line for path in paths for line in sentences(path)]
    return found + list(sentences(PACKAGE / "cli.py"))


if __name__ == "__main__":
    print(*everywhere(), sep="\n")
