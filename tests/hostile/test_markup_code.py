"""Cases 66 and 67, held in the code: no plain string reaches a widget or call that reads markup out of it.

Textual takes ``[@click=app.quit]x[/]`` in a ``str`` for an action. Foreign text goes through `app/safe.py`, which
makes `Content` without markup; literals of ours may stand as they are, if they hold no bracket.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "tui_reader" / "app"
READS_MARKUP = {
    "Static", "Label", "Button", "Option", "OptionList", "Tab", "Tabs", "TabPane", "Collapsible", "Checkbox", "RadioButton",
    "Selection", "SelectionList", "Select", "Link", "DataTable", "Tree", "Toast", "Rule", "Placeholder", "Welcome", "ListItem",
}  # fmt: skip
METHODS = {
    "update",
    "notify",
    "add_option",
    "add_options",
    "add_row",
    "add_column",
    "add_columns",
    "set_options",
    "add_leaf",
}
FIELDS = {"border_title", "border_subtitle", "tooltip", "sub_title", "label"}
TEXTS = {"content", "label", "prompt", "title", "text", "renderable", "message", "tooltip", "name_text"}
NEVER = {
    "from_markup",
    "from_ansi",
    "render_markup",
    "Markdown",
    "MarkdownViewer",
    "RichLog",
    "Log",
    "Pretty",
}


def modules() -> list[Path]:
    return sorted(path for path in APP.rglob("*.py") if path.name not in ("safe.py", "__init__.py"))


def _name(function: ast.expr) -> str:
    return (
        function.attr
        if isinstance(function, ast.Attribute)
        else function.id
        if isinstance(function, ast.Name)
        else ""
    )


class _Module:
    """One module's tree, and what its names are said to be."""

    def __init__(self, source: str) -> None:
        self.tree = ast.parse(source)
        self.makes_content = {
            node.name
            for node in ast.walk(self.tree)
            if isinstance(node, ast.FunctionDef)
            and node.returns is not None
            and ast.unparse(node.returns) == "Content"
        }
        self.collections = {
            ast.unparse(node.target)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.AnnAssign)
            and ast.unparse(node.annotation).partition("[")[0] in ("set", "dict")
        }

    def safe(self, value: ast.expr) -> bool:
        """Whether an expression is no string that may hold markup."""
        if isinstance(value, ast.Constant):
            return not isinstance(value.value, str) or not set("[]") & set(value.value)
        if isinstance(value, ast.IfExp):
            return self.safe(value.body) and self.safe(value.orelse)
        if not isinstance(value, ast.Call):
            return False
        called = ast.unparse(value.func)
        return called in ("safe.line", "safe.lines") or called.split(".")[-1] in self.makes_content

    def wrong(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield from self._call(node)
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    if (
                        isinstance(target, ast.Attribute)
                        and target.attr in FIELDS
                        and not self.safe(node.value)
                    ):
                        yield f"line {node.lineno}: {ast.unparse(node)}"

    def _call(self, node: ast.Call) -> Iterator[str]:
        name = _name(node.func)
        said = f"line {node.lineno}: {ast.unparse(node)[:100]}"
        if name in NEVER:
            yield said
            return
        if name in METHODS and isinstance(node.func, ast.Attribute):
            if ast.unparse(node.func.value) in self.collections:
                return
            if name == "notify" and any(
                one.arg == "markup" and isinstance(one.value, ast.Constant) and one.value.value is False
                for one in node.keywords
            ):
                return
        elif name not in READS_MARKUP:
            return
        texts = [*node.args, *(one.value for one in node.keywords if one.arg in TEXTS)]
        if any(isinstance(text, ast.Starred) or not self.safe(text) for text in texts):
            yield said


@pytest.mark.case(66, 67)
@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(APP)))
def test_no_plain_string_is_read_for_markup(path: Path) -> None:
    assert list(_Module(path.read_text("utf-8")).wrong()) == []


@pytest.mark.case(66)
@pytest.mark.parametrize(
    "code",
    [
        "Static(title)", "Label(f'{title}')", "Static('[b]x')", "Static('a' + title)", "self.x.update(title)", "Option(article.title, id='x')",
        "self.notify(message)", "self.notify(message, markup=True)", "self.border_title = title", "widget.tooltip = str(x)",
        "Content.from_markup(x)", "Text.from_markup('x')", "Markdown(text)", "Static(content=title)", "self.app.notify(f'{x}')",
        "Static(clean_line(x))", "Static(safe_line(x))", "Static(x if y else safe.line(z))", "table.add_row(*cells)", "Static(x.format(y))",
        "self.sub_title = source.name", "OptionList(*titles)",
    ],
)  # fmt: skip
def test_the_rule_sees_what_is_wrong(code: str) -> None:
    assert list(_Module(code).wrong()), code


@pytest.mark.case(67)
@pytest.mark.parametrize(
    "code",
    [
        "Static(safe.line(title))", "Static(id='x')", "Static()", "self.x.update(safe.lines(t))", "self.notify(x, markup=False)",
        "self.border_title = safe.line(x)", "Label('Search')", "class A:\n s: set[int] = set()\nA.s.add(1)",
        "def nothing() -> Content: ...\nself.x.update(nothing())", "seen: dict[str, int] = {}\nseen.update(other)",
    ],
)  # fmt: skip
def test_the_rule_lets_what_is_right_pass(code: str) -> None:
    assert list(_Module(code).wrong()) == []
