"""Computes the digests of generated files and folders with W&B's client: `python digests.py > crates/domain/tests/rules/golden/digests.json`.

Each case has files by path, with their content in base64, and what the client makes of them. The rules of the domain are tested
against the output (crates/domain/tests/rules/digests.rs).
"""

import base64
import json
import os
import tempfile

import wandb
from wandb.sdk.artifacts.artifact import Artifact

CASES = {
    "nothing": {},
    "an empty file": {"empty.bin": b""},
    "one byte": {"a": b"\x00"},
    "folders": {"b/c.txt": b"1", "b.txt": b"2", "b/a/z": b"3", "b-1": b"4", "B": b"5"},
    "names": {"a b": b"1", "\u1112\u1161\u11ab.txt": b"2", "\ud55c.txt": b"3", "caf\u00e9": b"4", "cafe\u0301": b"5", "\U0001f600": b"6", "\ufffd": b"7"},
    "backslashes and colons": {"a\\b": b"1", "ab:c": b"2", "...": b"3", "..a": b"4", ".hidden": b"5"},
    "larger than a block": {"model.pt": bytes(range(256)) * 50, "copy": bytes(range(256)) * 50},
    "line ends": {"unix": b"a\nb\n", "dos": b"a\r\nb\r\n"},
}


def digests(files):
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(content)
        artifact = Artifact("case", type="dataset")
        artifact.add_dir(folder)
        entries = artifact.manifest.entries
        return {
            "digest": artifact.digest,
            "files": [
                {"path": path, "size": entries[path].size, "digest": entries[path].digest}
                for path in sorted(entries)
            ],
        }


def main():
    cases = []
    for name, files in CASES.items():
        contents = {path: base64.b64encode(content).decode() for path, content in files.items()}
        cases.append({"name": name, "contents": contents, **digests(files)})
    print(json.dumps({"client": wandb.__version__, "cases": cases}, indent=1, ensure_ascii=True))


main()
