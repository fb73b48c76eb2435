"""What only macOS asks for: the bundle's property list, entitlements, the identity to sign with."""

import os
from typing import Any

from freezing import description

ENTITLEMENTS = description.PACKAGING / "macos" / "entitlements.plist"
TYPE_ID = f"{description.APP_ID.lower()}.timeline"


def identity() -> str | None:
    """The certificate to sign with, from the environment; without one the app is signed ad hoc."""
    return os.environ.get("TIMEGLASS_SIGN_IDENTITY") or None


def info_plist() -> dict[str, Any]:
    """The keys that go into Info.plist on top of those that PyInstaller writes."""
    return {
        "CFBundleDisplayName": description.NAME,
        "CFBundleName": description.NAME,
        "CFBundleShortVersionString": description.version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(description.LANGUAGES),
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": "13.0",
        "NSHumanReadableCopyright": description.COPYRIGHT,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # follow the system into its dark look
        "NSSupportsAutomaticGraphicsSwitching": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Timeglass timeline",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "timeglass.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [TYPE_ID],
            },
            {
                "CFBundleTypeName": "Dated records",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": [
                    "public.yaml",
                    "public.json",
                    "public.comma-separated-values-text",
                    "com.apple.ical.ics",
                ],
            },
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": TYPE_ID,
                "UTTypeDescription": "Timeglass timeline",
                "UTTypeConformsTo": ["public.yaml", "public.plain-text"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [description.FILE_ENDING.removeprefix(".")],
                    "public.mime-type": [description.MIME_TYPE],
                },
            }
        ],
    }
