"""Reads what Registrar writes as Python, with Python itself.

One JSON object a line comes in: `{"text", "literal"}`, where the literal must be read as exactly the text, or
`{"script", "values"}`, where the script must be Python and hold each of the values in a literal. Nothing is run.
The native tests of `interchange` call this where there is a `python3`; it needs nothing else.
"""

import ast
import json
import sys


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


def main():
    cases = faults = 0
    for line in sys.stdin.buffer:
        case = json.loads(line)
        cases += 1
        try:
            found = fault(case)
        except (SyntaxError, ValueError) as error:
            found = repr(error)
        if found:
            faults += 1
            print(f"{ascii(case)}: {found}", file=sys.stderr)
    print(f"{cases} read, {faults} wrong")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
