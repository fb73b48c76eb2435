"""``dev.py bench``: sets up, and hands over to the measurements in ``tests/bench``."""

import subprocess

from devtools import environment, places, system


def bench(arguments: list[str]) -> int:
    """Run the named measurement (or all) with the arguments as they are."""
    python = environment.ready(("run", "dev"))
    system.need_libraries(windows=False)
    environment.keep_bytecode()
    command = [str(python), str(places.ROOT / "tests" / "bench" / "__main__.py"), *arguments]
    return subprocess.run(command, check=False).returncode
