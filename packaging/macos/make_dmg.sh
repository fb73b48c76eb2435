#!/bin/sh
# Makes the disk image from dist/Timeglass.app; signs and notarises it when the certificate is there.
#
#   make_dmg.sh DIST IMAGE
#
# TIMEGLASS_SIGN_IDENTITY   "Developer ID Application: …" (dev.py build signs the app with it as well)
# TIMEGLASS_NOTARY_PROFILE  a profile kept by: xcrun notarytool store-credentials
set -eu

dist="${1:?}"
image="${2:?}"
app="$dist/Timeglass.app"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

codesign --verify --deep --strict "$app"
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname Timeglass -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${TIMEGLASS_SIGN_IDENTITY:-}" ]; then
    codesign --sign "$TIMEGLASS_SIGN_IDENTITY" --timestamp "$image"
fi
if [ -n "${TIMEGLASS_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$TIMEGLASS_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
