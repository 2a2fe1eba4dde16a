"""Reads what Registrar writes as Python, with Python itself.

One JSON object a line comes in: `{"text", "literal"}`, where the literal must be read as exactly the text, or
`{"script", "values"}`, where the script must be Python and hold each of the values in a literal. Nothing is run.
The native tests of `interchange` call this where there is a `python3`; it needs nothing else.
"""

import ast
import sys

import harness


def strings(tree):
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def fault(case):
    if "literal" in case:
        if len(case["literal"].splitlines()) != 1:
            return "the literal has several lines"
        found = ast.literal_eval(case["literal"])
        return None if found == case["text"] else f"read as {found!r}"
    missing = set(case["values"]) - strings(ast.parse(case["script"]))
    return f"not in the script: {missing!r}" if missing else None


def fault_or_error(case):
    try:
        return fault(case)
    except (SyntaxError, ValueError) as error:
        return repr(error)


def main():
    return harness.check(harness.read(), fault_or_error, "read")


if __name__ == "__main__":
    sys.exit(main())
