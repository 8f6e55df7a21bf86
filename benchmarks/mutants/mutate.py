"""Small changes of code and of relation texts, one at a time: what a test should notice."""

import ast
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

SWAPPED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
TURNED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}


class Mutant(NamedTuple):
    """One changed tree: where, what was done, and the function that holds the place ("" for the module itself)."""

    tree: ast.Module
    line: int
    change: str
    inside: str


def of_code(source: str) -> Iterator[Mutant]:
    """Every comparison, boundary, logic and number of a module, changed one at a time."""
    tree = ast.parse(source)
    for function, node in _places(tree):
        for change, edited in _edits(node):
            copy = deepcopy(tree)
            _replace(copy, node, edited)
            yield Mutant(ast.fix_missing_locations(copy), node.lineno, change, function)


def _places(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    for top in tree.body:
        name = top.name if isinstance(top, ast.FunctionDef | ast.ClassDef) else ""
        body = top.body if isinstance(top, ast.FunctionDef) else [top]  # a decorator holds words, not logic
        for part in body:
            if isinstance(part, ast.AnnAssign | ast.Assign | ast.FunctionDef | ast.ClassDef) or name:
                yield from ((name, node) for node in ast.walk(part) if hasattr(node, "lineno"))


def _edits(node: Any) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for table in (SWAPPED, TURNED):
                if type(operator) in table:
                    edited = deepcopy(node)
                    edited.ops[index] = table[type(operator)]()
                    yield f"{ast.unparse(node)} -> {ast.unparse(edited)}", edited
    elif isinstance(node, ast.BoolOp):
        edited = deepcopy(node)
        edited.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"{ast.unparse(node)} -> {ast.unparse(edited)}", edited
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{ast.unparse(node)} -> without not", deepcopy(node.operand)
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        for value in _other_numbers(node.value):
            yield f"{node.value} -> {value}", ast.Constant(value)


def _other_numbers(number: float) -> list[float]:
    if isinstance(number, int):
        return [number - 1, number + 1]
    return [number / 2, number * 2] if number else [1.0]


def _replace(tree: ast.Module, node: Any, edited: ast.expr) -> None:
    """Put `edited` where a copy of `node` stands: same kind, same place."""
    key = (type(node), node.lineno, node.col_offset, node.end_col_offset)

    class Swap(ast.NodeTransformer):
        def visit(self, each: ast.AST) -> ast.AST:
            if (
                type(each),
                *(getattr(each, n, None) for n in ("lineno", "col_offset", "end_col_offset")),
            ) == key:
                return ast.copy_location(edited, each)
            return self.generic_visit(each)

    Swap().visit(tree)


def of_relation(text: str) -> Iterator[tuple[str, str]]:
    """A relation's text with a term dropped or a sign flipped, and what was done."""
    equation, within, name = text.partition(" within ")
    operator = next(each for each in (" == ", " ~ ", " <= ") if each in equation)
    left, _, right = equation.partition(operator)
    for side, build in (
        (left, lambda new: f"{new}{operator}{right}"),
        (right, lambda new: f"{left}{operator}{new}"),
    ):
        terms = re.findall(r"(^|[+-])\s*([^+-]+)", side.strip())
        for index, (_, term) in enumerate(terms):
            flipped = [
                (("-" if (s or "+") == "+" else "+") if k == index else s or "+", t)
                for k, (s, t) in enumerate(terms)
            ]
            yield f"sign of {term.strip()} flipped", build(_joined(flipped)) + within + name
            if len(terms) > 1:
                yield (
                    f"{term.strip()} dropped",
                    build(_joined(terms[:index] + terms[index + 1 :])) + within + name,
                )


def _joined(terms: list[tuple[str, str]]) -> str:
    text = " ".join(f"{sign or '+'} {term.strip()}" for sign, term in terms)
    return text.removeprefix("+ ").replace("- ", "-", 1) if text.startswith("- ") else text.removeprefix("+ ")
