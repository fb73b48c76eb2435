"""A fuzzer for the readers: ``python tests/formats/fuzz.py [SECONDS] [SEED]``.

It spoils sound files of every format it can find, and small ones that it grows, at random, and reads them. Whatever
comes out must be a timeline that agrees with itself, with problems of one line each, or one line of refusal, within two
seconds of processor time. What breaks that is kept beside the report, under ``build/fuzz/``.
"""

import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT / "tests")]

from formats.grown import ENDINGS, as_file, fault_in, grown  # noqa: E402
from timeglass.errors import TimeglassError  # noqa: E402
from timeglass.formats import load_bytes  # noqa: E402

SLOWEST = 2.0
GROWN = 0.5
"""Share of files that are grown."""
LARGEST = 60_000
PIECES = [
    b"\0", b"\xff", b"\t", b'"', b"'", b"{", b"}", b"[", b"]", b"<", b">", b"&a ", b"*a", b"!!x ", b"- ", b": ", b"|\n",
    b"null", b"true", b"-", b"9" * 30, b"1e999", b"\r", b"\n", b",", b";", b":", b"\\u0000", b"\\ud800", b"%", b"0000",
    b"[]", b"{}", b'""', b"T25:00", b"/", b"..", b"~", b"X", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"<<: ", b"---\n",
    b'<!ENTITY x "y">', b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"RRULE:FREQ=DAILY\n", b"RDATE:x\n", b"EVENT:x;y;z\n",
]  # fmt: skip


def sound_files() -> list[Path]:
    """Files to spoil: the built-in timeline, and the corpus that is in the tree or beside it."""
    folders = [ROOT / "data", ROOT / "tests" / "corpus", ROOT.parent / "shared" / "corpus"]
    found = [path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path for path in found if 0 < path.stat().st_size < LARGEST and path.suffix not in (".md", ".txt")]


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """The data with some random changes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        kind, at = chance.random(), chance.randrange(len(changed) + 1)
        if kind < 0.4:
            changed[at:at] = chance.choice(PIECES)
        elif kind < 0.6:
            del changed[at : at + chance.randint(1, 20)]
        elif kind < 0.8:
            changed[at : at + chance.randint(1, 6)] = chance.choice(PIECES)
        elif kind < 0.9:
            other = chance.randrange(len(changed) + 1)
            changed[at:at] = changed[other : other + chance.randint(1, 80)]
        elif changed:
            changed[at % len(changed)] = chance.randrange(256)
    if chance.random() < 0.1:
        del changed[chance.randrange(len(changed) + 1) :]
    return bytes(changed)


def fault_of(data: bytes, name: str) -> str:
    """What is wrong with how the data is read; "" if nothing is."""
    begun = time.process_time()
    try:
        fault = fault_in(load_bytes(data, Path(name)))
        if fault:
            return fault
        lines = []
    except TimeglassError as error:
        lines = [str(error)]
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)[-3:]
        return f"{type(error).__name__} in " + " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames[::-1])
    spent = time.process_time() - begun
    if spent > SLOWEST:
        return f"{spent:.1f} s for {name}"
    return "a message of several lines" if any("\n" in line for line in lines) else ""


def main() -> int:
    """Spoil and read for some seconds; the exit status tells whether anything was wrong."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    chance = random.Random(seed)  # noqa: S311
    files, faults, tried = sound_files(), Counter[str](), 0
    kept = ROOT / "build" / "fuzz"
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if chance.random() < GROWN:
            ending = chance.choice(ENDINGS)
            path, data = Path(f"grown.{ending}"), as_file(grown(chance), ending)
        else:
            path = chance.choice(files)
            data = path.read_bytes()
        if path in files or chance.random() < 0.3:
            data = spoilt(data, chance)
        fault = fault_of(data, path.name)
        tried += 1
        if fault:
            faults[fault] += 1
            if faults[fault] == 1:
                kept.mkdir(parents=True, exist_ok=True)
                (kept / f"{len(faults)}-{path.name}").write_bytes(data)
    print(f"{tried:,} spoilt files of {len(files)} sound ones in {seconds:.0f} s (seed {seed}): {len(faults)} faults")
    for fault, count in faults.most_common():
        print(f"{count:6}  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
