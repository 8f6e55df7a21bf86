"""Papers of the examples, damaged at random: `python -m benchmarks.paper_damage --count 2000 --seed 1`.

Each damaged paper is opened as `precheck check` opens it. All must be answered with a verdict, in time, and the process
that checks must not grow.
"""

import argparse
import resource
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from precheck.documents.children import read_all

PAPERS = sorted((Path(__file__).parents[1] / "examples").glob("*/papers/*"))


def damaged(data: bytes, random: Random) -> bytes:
    """The bytes with some of them changed, cut off, doubled, or taken from somewhere else."""
    made = bytearray(data)
    for _ in range(random.choice((1, 3, 30))):
        at = random.randrange(len(made) or 1)
        match random.randrange(4):
            case 0:
                made[at : at + 1] = bytes([random.randrange(256)])
            case 1:
                del made[at : at + random.choice((1, 10, 1000))]
            case 2:
                made[at:at] = made[at : at + random.choice((1, 10, 1000))]
            case 3:
                made[at : at + 4] = random.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"9999"))
    return bytes(made)


def main() -> None:
    """Print how the damaged papers were answered."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random, answers, slowest = Random(asked.seed), Counter[str](), 0.0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with TemporaryDirectory() as folder:
        for _ in range(asked.count):
            paper = random.choice(PAPERS)
            path = Path(folder) / paper.name
            path.write_bytes(damaged(paper.read_bytes(), random))
            start = time.perf_counter()
            answers[read_all(folder, [path.name])[0].verdict] += 1
            slowest = max(slowest, time.perf_counter() - start)
            path.unlink()
        left = len(list(Path(folder).iterdir()))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{asked.count} damaged papers: {dict(answers.most_common())}")
    print(f"slowest {slowest:.2f} s; grown by {grown / 1024:.1f} MB; files left behind: {left}")


if __name__ == "__main__":
    main()
