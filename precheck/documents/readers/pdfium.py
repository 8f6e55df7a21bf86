"""PDFium, which comes with pypdfium2: those of its functions that reading text needs.

They are declared here, because all that pypdfium2 declares takes longer to load than most papers take to read.
"""

import sys
from ctypes import (
    CDLL,
    CFUNCTYPE,
    Structure,
    c_char_p,
    c_float,
    c_int,
    c_size_t,
    c_uint,
    c_ulong,
    c_void_p,
)
from importlib.util import find_spec
from typing import Any, Final

WRONG_PASSWORD: Final = 4
"""What `FPDF_GetLastError` says of a document that needs one."""
FUNCTIONS: Final[dict[str, tuple[Any, ...]]] = {
    "FPDF_InitLibraryWithConfig": (None, c_void_p),
    "FPDF_SetSystemFontInfo": (None, c_void_p),
    "FPDF_LoadMemDocument64": (c_void_p, c_char_p, c_size_t, c_char_p),
    "FPDF_GetLastError": (c_ulong,),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDFText_LoadPage": (c_void_p, c_void_p),
    "FPDFText_ClosePage": (None, c_void_p),
    "FPDFText_CountChars": (c_int, c_void_p),
    "FPDFText_GetTextIndexFromCharIndex": (c_int, c_void_p, c_int),
    "FPDFText_GetCharIndexFromTextIndex": (c_int, c_void_p, c_int),
    "FPDFText_GetText": (c_int, c_void_p, c_int, c_int, c_void_p),
    "FPDFText_GetCharBox": (c_int,),
    "FPDFText_GetCharAngle": (c_float, c_void_p, c_int),
    "FPDFText_GetLooseCharBox": (c_int, c_void_p, c_int, c_void_p),
}
"""What each gives back and takes (fpdfview.h, fpdf_text.h, fpdf_sysfontinfo.h). What `FPDFText_GetCharBox` takes, a text
page, a number and four places for numbers, is made by its caller: having it converted for every word would take as long again."""
MAP_FONT: Final = CFUNCTYPE(c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_char_p, c_void_p)
FONT_DATA: Final = CFUNCTYPE(c_ulong, c_void_p, c_void_p, c_uint, c_void_p, c_ulong)


class Config(Structure):
    """FPDF_LIBRARY_CONFIG, version 2."""

    _fields_ = [("version", c_int), ("paths", c_void_p), ("isolate", c_void_p), ("slot", c_uint)]


class Fonts(Structure):
    """FPDF_SYSFONTINFO, version 1; what is left out is never called."""

    _fields_ = [
        ("version", c_int),
        ("release", c_void_p),
        ("enumerate", c_void_p),
        ("map_font", MAP_FONT),
        ("get_font", c_void_p),
        ("font_data", FONT_DATA),
        ("face_name", c_void_p),
        ("charset", c_void_p),
        ("delete", c_void_p),
    ]


def loaded() -> Any:
    """The library, its functions declared. Raises ImportError."""
    library = _library()
    for name, (given, *taken) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = given, taken
    return library


def _library() -> CDLL:
    spec = find_spec("pypdfium2_raw")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("pypdfium2_raw")
    ending = "dylib" if sys.platform == "darwin" else "so"
    try:
        return CDLL(f"{spec.submodule_search_locations[0]}/libpdfium.{ending}")
    except OSError:  # some packages of it use a library that is somewhere else
        from pypdfium2_raw import bindings

        return CDLL(bindings._libs["pdfium"]._name)
