#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs a test program on a desktop of its own (tests/with-display; with --wayland, tests/with-wayland),
# with a home that is thrown away. Without the tools for that, the test says that it was skipped.

here=$(cd "$(dirname "$0")" && pwd -P)

desktop=with-display
backend=x11
tools="Xvfb dbus-run-session openbox xprop"
if [ "$1" = --wayland ]; then
  desktop=with-wayland
  backend=wayland
  tools="weston dbus-run-session"
  shift
fi

for tool in $tools; do
  command -v "$tool" >/dev/null || {
    echo "1..0 # SKIP no $tool on this machine"
    exit 0
  }
done

private=$(mktemp -d) || exit 1
trap 'rm -rf "$private"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -m 700 "$private/home" "$private/run" "$private/config" "$private/data" "$private/cache"
export HOME="$private/home" XDG_RUNTIME_DIR="$private/run" XDG_CONFIG_HOME="$private/config" \
  XDG_DATA_HOME="$private/data" XDG_CACHE_HOME="$private/cache"
export GDK_BACKEND="$backend" GSK_RENDERER=cairo GSETTINGS_BACKEND=memory
if pkg-config --atleast-version=4.16 gtk4; then
  export GDK_DISABLE=gl
else
  export GDK_DEBUG=gl-disable
fi
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GTK_THEME GDK_SCALE LANGUAGE

# What the bus starts writes to its standard output; the test's own goes round it.
{ "$here/../$desktop" sh -c '"$@" >&5' sh "$@" >&2; } 5>&1 2>"$private/errors"
status=$?
grep -v '^dbus-daemon\|^$\|SpiRegistry' "$private/errors" >&2
exit "$status"
