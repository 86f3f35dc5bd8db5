#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-mime.sh XML ATLAS DESKTOP_FILE: the type of our documents is known by name and by content, leaves
# other JSON alone, and the desktop file names types that exist.

for tool in update-mime-database gio xmllint; do
  command -v "$tool" >/dev/null || {
    echo "1..0 # SKIP no $tool on this machine"
    exit 0
  }
done

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/mime/packages" "$folder/home"
cp "$1" "$folder/mime/packages/" && update-mime-database "$folder/mime" || exit 1
export XDG_DATA_DIRS="$folder:/usr/local/share:/usr/share" XDG_DATA_HOME="$folder/home"
number=0
failed=0

tell() {
  number=$((number + 1))
  if [ "$1" = "$2" ]; then
    echo "ok $number - $3"
  else
    echo "not ok $number - $3: $1 instead of $2"
    failed=1
  fi
}

type_of() {
  gio info -a standard::content-type "$1" | sed -n 's/.*content-type: //p'
}

echo 1..5
own=application/x-kars-atlas+json
cp "$2/atlas.json" "$folder/plain"
tell "$(type_of "$folder/plain")" $own "a document of ours without an ending"
cp "$2/events.json" "$folder/my.atlas.json"
tell "$(type_of "$folder/my.atlas.json")" $own "*.atlas.json"
tell "$(type_of "$2/events.json")" application/json "another document stays JSON"
printf '{"map": "atlas"}' >"$folder/other"
tell "$(type_of "$folder/other" | grep -c kars)" 0 "text that is JSON without an ending"
unknown=$(sed -n 's/^MimeType=//p' "$3" | tr ';' '\n' | grep -v '^$\|^x-scheme-handler/' | while read -r type; do
  grep -qx "$type" "$folder/mime/types" /usr/share/mime/types || printf '%s ' "$type"
done)
tell "$unknown" "" "types of the desktop file"
exit $failed
