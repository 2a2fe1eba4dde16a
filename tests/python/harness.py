"""The loop of the checks: one case in JSON for each line of the input."""

import json
import sys


def read():
    return [json.loads(line) for line in sys.stdin.buffer]


def check(cases, fault, done, shown=ascii):
    """Prints each case with a fault, and how many there were. Without cases, something is wrong with the caller."""
    faults = 0
    for case in cases:
        if found := fault(case):
            faults += 1
            print(f"{shown(case)}: {found}", file=sys.stderr)
    print(f"{len(cases)} {done}, {faults} wrong")
    return 1 if faults or not cases else 0
