"""Writes a folder of generated files, and the digests that W&B's client computes for it.

Usage: python folder_digests.py FOLDER > tests/e2e/fixtures/digests.json

FOLDER is created. The tests generate the same files, choose them, and compare. Byte `i` of a file is `(i * 7 + i // 251 + seed) % 256`.
"""

import json
import sys
import tempfile
from pathlib import Path

import wandb

# Path, size and seed.
FILES = [
    ("empty.bin", 0, 0),
    ("one.bin", 1, 65),
    ("a b/한글.txt", 26, 3),
    ("a b/\u1112\u1161\u11ab.txt", 27, 4),
    (".hidden/.file", 5, 9),
    ("weights/part-0.bin", 1_048_576, 1),
    ("weights/part-1.bin", 1_048_577, 2),
    ("weights/part-2.bin", 3_000_001, 5),
    ("weights.txt", 10, 6),
    ("Weights/upper.txt", 10, 7),
    ("...", 3, 8),
]


def content(size: int, seed: int) -> bytes:
    return bytes((i * 7 + i // 251 + seed) % 256 for i in range(size))


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    for path, size, seed in FILES:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(size, seed))
    artifact = wandb.Artifact("generated", type="dataset")
    artifact.add_dir(str(folder))
    entries = artifact.manifest.entries
    files = [
        {"path": path, "size": size, "seed": seed, "digest": entries[path].digest}
        for path, size, seed in FILES
    ]
    result = {"client": wandb.__version__, "digest": artifact.digest, "files": files}
    print(json.dumps(result, ensure_ascii=False, indent=2))


main()
