"""Reads the exported tables as other programs do: by the standard library, and by pandas where it is installed.

One JSON object a line comes in: `{"table", "rows"}`, where the table must be read as exactly the rows, the first of which
has the names of the columns, each once.
"""

import csv
import io
import sys

import harness

try:
    import pandas
except ImportError:
    pandas = None


def fault(case):
    data, (header, *rows) = case["table"].encode(), case["rows"]
    if len(set(header)) != len(header):
        return "a column's name is there twice"
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    found = list(csv.reader(text))
    if found != case["rows"]:
        return f"the standard library reads {found!r}"
    text.seek(0)
    by_name = [[row[name] for name in header] for row in csv.DictReader(text)]
    if by_name != rows:
        return f"by the names of the columns it reads {by_name!r}"
    if pandas:
        frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
        if [list(frame.columns), *frame.values.tolist()] != case["rows"]:
            return f"pandas reads {frame!r}"
    return None


def main():
    return harness.check(harness.read(), fault, f"tables read{'' if pandas else ', without pandas'}")


if __name__ == "__main__":
    sys.exit(main())
