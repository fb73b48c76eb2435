"""Where the packaged program starts."""

import os
import sys


def speak_utf8() -> None:
    """Turn a locale without UTF-8 into one with it, as the ``python`` program does when it starts (PEP 538).

    Qt would do the same, with four lines of notice on standard error. The language that was asked for stays.
    """
    import locale

    try:
        locale.setlocale(locale.LC_ALL, "")
        found = locale.nl_langinfo(locale.CODESET)
    except locale.Error:  # asked for, but not installed: then the C locale is in force
        found = ""
    if found.upper().replace("-", "") != "UTF8":
        asked = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        if asked.partition(".")[0] not in ("", "C", "POSIX"):
            os.environ.setdefault("LANGUAGE", asked.partition(".")[0])
        os.environ["LC_ALL"] = "C.UTF-8"


if __name__ == "__main__":
    if sys.platform == "linux":
        speak_utf8()
    from timeglass.cli import start

    start()
