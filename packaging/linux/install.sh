#!/bin/sh
# Installs Timeglass for the user who runs this, without asking for root.
#
#   ./install.sh [--prefix FOLDER]        (default: ~/.local)
#
# A version that is there already is replaced only once the new one lies complete beside it.
set -eu

id=org.timeglass.Timeglass
prefix="${HOME:?}/.local"
if [ "${1:-}" = --prefix ]; then
    prefix="${2:?--prefix needs a folder}"
elif [ $# -gt 0 ]; then
    echo "usage: install.sh [--prefix FOLDER]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$prefix"
prefix=$(cd "$prefix" && pwd)
if [ "$prefix" = "$HOME/.local" ]; then
    share="${XDG_DATA_HOME:-$HOME/.local/share}"
else
    share="$prefix/share"
fi
app="$prefix/lib/timeglass"

# 1. The program, in one move.
mkdir -p "$prefix/lib" "$prefix/bin"
rm -rf "$app.new" "$app.old"
cp -R "$here/timeglass" "$app.new"
cp "$here/uninstall.sh" "$app.new/uninstall.sh"
printf '%s\n' "$share" >"$app.new/share-folder"
if [ -e "$app" ]; then mv "$app" "$app.old"; fi
mv "$app.new" "$app"
rm -rf "$app.old"
ln -sf ../lib/timeglass/timeglass "$prefix/bin/timeglass"

# 2. Icons, file type, description.
(cd "$here/share" && find . -type f ! -name '*.desktop') | while IFS= read -r file; do
    mkdir -p "$share/$(dirname "$file")"
    cp "$here/share/$file" "$share/$file"
done

# 3. The desktop entry: with the program's full path, as a session's PATH often lacks ~/.local/bin. Quoted as the
#    Desktop Entry Specification asks: a backslash before \ " ` $, each backslash written twice, a percent doubled.
quoted=$(printf '%s' "$app/timeglass" | sed -e 's/["`$\\]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
mkdir -p "$share/applications"
while IFS= read -r line; do
    case "$line" in
        Exec=*) printf 'Exec="%s" %%F\n' "$quoted" ;;
        TryExec=*) ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/applications/$id.desktop" >"$share/applications/$id.desktop.new"
mv "$share/applications/$id.desktop.new" "$share/applications/$id.desktop"

# 4. Tell the desktop. Each of these may be missing: then the desktop looks by itself, a little later.
update-mime-database "$share/mime" >/dev/null 2>&1 || true
update-desktop-database -q "$share/applications" >/dev/null 2>&1 || true
if [ -e "$share/icons/hicolor/icon-theme.cache" ]; then
    gtk-update-icon-cache -q -t -f "$share/icons/hicolor" >/dev/null 2>&1 || true
else
    touch "$share/icons/hicolor" # a cache of our making would hide what others install later
fi

# 5. Say what is missing, if anything is.
lacking=$(
    for file in "$app"/_internal/PySide6/Qt/plugins/platforms/libqxcb.so "$app"/_internal/PySide6/QtWidgets*.so; do
        LD_LIBRARY_PATH="$app/_internal" ldd "$file" 2>/dev/null
    done | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' '
)
echo "Timeglass is installed: $app"
echo "Start it from the menu, or with: $prefix/bin/timeglass"
if [ -n "$lacking" ]; then
    echo "Your system lacks libraries that it needs: $lacking" >&2
    echo "On Debian and Ubuntu: sudo apt-get install @APT@" >&2
fi
