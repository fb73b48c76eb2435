"""What only Windows asks for: the version resource in the program files."""

from pathlib import Path

from freezing import description


def numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows wants it: four numbers; what is not a number counts as 0."""
    parts = [int(part) if part.isdigit() else 0 for part in version.split(".")]
    first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_text(version: str) -> str:
    """The version resource, in PyInstaller's notation."""
    four = numbers(version)
    strings = {
        "CompanyName": description.AUTHORS,
        "FileDescription": f"{description.NAME}: {description.SUMMARY.lower()}",
        "FileVersion": version,
        "InternalName": description.COMMAND,
        "LegalCopyright": f"{description.COPYRIGHT}. {description.LICENSE} licence.",
        "OriginalFilename": f"{description.COMMAND}.exe",
        "ProductName": description.NAME,
        "ProductVersion": version,
    }
    table = ",\n".join(f"      StringStruct({key!r}, {value!r})" for key, value in strings.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('040904B0', [
{table}
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])]),
  ],
)
"""


def version_file() -> Path:
    """Write the version resource where the build finds it."""
    path = description.ROOT / "build" / "version.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(version_text(description.version()), encoding="utf-8")
    return path
