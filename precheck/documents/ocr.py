"""The print of a photo or scan, recognised: from a picture to words in lines. Runs in the process that reads it.

`rapidocr` brings its models along and would fetch what it misses; it is told where they are, so that it never does.
"""

import os
from functools import cache
from math import atan2, cos, sin
from pathlib import Path
from statistics import median
from typing import Any, Final

from .limits import LONG_SIDE
from .readers.lines import Word, lines_of
from .reading import Unreadable

STEPS: Final = {"Det": "*_det_*.onnx", "Cls": "*_cls_*.onnx", "Rec": "*_rec_*.onnx"}
"""What finds lines, turns them, and reads them: their models by the names of the files."""
THREADS: Final = ("intra_op_num_threads", "inter_op_num_threads")
Corner = tuple[float, float]
Box = list[Corner]
"""Its corners, clockwise from the upper left one."""
LEAST_SURE: Final = 0.7
"""Of 1: below it a line is noise, or too blurred to be believed."""


def load() -> None:
    """Load the libraries; they are to use a single thread."""
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"))
    import cv2
    from rapidocr import RapidOCR  # noqa: F401 - for the processes that are forked from here

    cv2.setNumThreads(0)


@cache
def _engine() -> Any:
    """What recognises print. Raises Unreadable without models."""
    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    found = {step: sorted(models.glob(pattern)) for step, pattern in STEPS.items()}
    if not all(found.values()):
        raise Unreadable("unavailable")
    told = {f"{step}.model_path": str(files[0]) for step, files in found.items()}
    threads = {f"EngineConfig.onnxruntime.{each}": 1 for each in THREADS}
    return rapidocr.RapidOCR(params={"Global.log_level": "critical", **told, **threads})


def recognised(picture: Any) -> list[list[str]]:
    """The lines on a picture from top to bottom, each as its columns. Raises Unreadable without models."""
    import numpy

    small = picture.convert("RGB")
    small.thumbnail((LONG_SIDE, LONG_SIDE))
    found = _engine()(numpy.asarray(small)[:, :, ::-1])  # blue comes first
    if found.boxes is None:
        return []
    rows = zip(found.boxes.tolist(), found.txts, found.scores, strict=True)
    sure = [(box, text) for box, text, score in rows if score >= LEAST_SURE and text.strip()]
    return lines_of(_upright(sure)) if sure else []


def _upright(found: list[tuple[Box, str]]) -> list[Word]:
    """The words as on a page that is not tilted: by the tilt of most of them."""
    tilt = median(atan2(right[1] - left[1], right[0] - left[0]) for (left, right, *_), _ in found)
    return [_word([_turned(corner, -tilt) for corner in box], text) for box, text in found]


def _turned(corner: Corner, angle: float) -> Corner:
    across, down = corner
    return across * cos(angle) - down * sin(angle), across * sin(angle) + down * cos(angle)


def _word(box: Box, text: str) -> Word:
    across, down = zip(*box, strict=True)
    return Word(text, min(across), max(across), min(down), max(down))
