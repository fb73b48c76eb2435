#!/bin/sh
# Removes what install.sh has put in place. Settings and timelines stay.
#
#   ~/.local/lib/timeglass/uninstall.sh      or, from the unpacked archive:  ./uninstall.sh [--prefix FOLDER]
set -eu

id=org.timeglass.Timeglass
here=$(cd "$(dirname "$0")" && pwd)
if [ -f "$here/share-folder" ]; then
    prefix=$(cd "$here/../.." && pwd)
else
    prefix="${HOME:?}/.local"
fi
if [ "${1:-}" = --prefix ]; then
    prefix="${2:?--prefix needs a folder}"
elif [ $# -gt 0 ]; then
    echo "usage: uninstall.sh [--prefix FOLDER]" >&2
    exit 2
fi
app="$prefix/lib/timeglass"
if [ ! -f "$app/share-folder" ]; then
    echo "Timeglass is not installed in $prefix" >&2
    exit 1
fi
share=$(cat "$app/share-folder")

rm -f "$share/applications/$id.desktop" "$share/metainfo/$id.metainfo.xml" "$share/mime/packages/$id.xml"
rm -f "$share"/icons/hicolor/*/apps/"$id".* "$share"/icons/hicolor/*/mimetypes/"$id".timeline.*
if [ "$(readlink "$prefix/bin/timeglass" 2>/dev/null)" = ../lib/timeglass/timeglass ]; then
    rm -f "$prefix/bin/timeglass"
fi
rm -rf "$app"

# Tell the desktop while the folders are still there.
update-mime-database "$share/mime" >/dev/null 2>&1 || true
update-desktop-database -q "$share/applications" >/dev/null 2>&1 || true
if [ -e "$share/icons/hicolor/icon-theme.cache" ]; then
    gtk-update-icon-cache -q -t -f "$share/icons/hicolor" >/dev/null 2>&1 || true
fi

# Folders that have become empty go too, but not the prefix itself.
find "$share/icons/hicolor" -depth -type d -empty -exec rmdir {} + 2>/dev/null || true
for folder in "$share/icons" "$share/metainfo" "$prefix/lib" "$prefix/bin"; do
    rmdir "$folder" 2>/dev/null || true
done
echo "Timeglass is removed from $prefix"
