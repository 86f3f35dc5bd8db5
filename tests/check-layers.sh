#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Looks for what the compiler does not mind: words of a higher layer in a lower one, output below the
# edge, and state that everybody could change. Speaks TAP. The argument is the folder of the sources.

cd "${1:-$(dirname "$0")/..}" || exit 1
status=0

# check NUMBER NAME FOUND: passes when nothing was found; what was found is what is wrong.
check ()
{
  if [ -z "$3" ]; then
    echo "ok $1 - $2"
  else
    echo "not ok $1 - $2"
    printf '%s\n' "$3" | sed 's/^/# /'
    status=1
  fi
}

# search PATTERN FOLDER...: the lines of C that match.
search ()
{
  pattern=$1
  shift
  grep -rnE --include='*.[ch]' -e "$pattern" "$@"
}

# Variables that can be written to: static without const, or a pointer that is not const itself. A line
# with a parenthesis before any "=" is a function.
list_variables ()
{
  {
    search '^ *static [^=]*(=|;|\[)' src | grep -vE ':[0-9]+: *static (inline|const) '
    search '^ *static const [^=;]*\* *[A-Za-z_]+ *(\[|=|;)' src
    search '^ *static (struct|union)( [A-Za-z_]+)?( *\{)?$' src
  } | grep -vE '^[^=]*\('
}

echo 1..11

check 1 'core, render and cli know no GTK' \
  "$(search '\<(gtk|Gtk|GTK|gdk|Gdk|GDK|gsk|Gsk)[_A-Z<./]' src/core src/render src/cli)"

check 2 'core draws nothing' "$(search '\<(cairo|pango|Pango)_?' src/core)"

check 3 'core and render print nothing' \
  "$(search '(^|[^_[:alnum:]])(v?f?printf|puts|fputs|putchar|perror|g_print|g_printerr) *\(' src/core src/render)"

check 4 'core and render tell errors to their callers alone' \
  "$(search '\<(g_message|g_info|g_error|g_critical|g_warning) *\(' src/core src/render)"

check 5 'headers are named as pkg-config has them found' \
  "$(search '<(cairo|pango-1.0|gtk-4.0|glib-2.0|json-c-?[0-9.]*)/' src | grep -v '<json-c/json.h>')"

check 6 'how an atlas is written is known to core/load, core/exchange and cli alone' \
  "$(search '\<(json_|json-c)' src/core src/render src/app src/main.c | grep -v '^src/core/\(load\|exchange\)/')"

# The two tables that GObject makes everybody keep are filled once, by the class.
check 7 'there are no variables that everybody could change' \
  "$(list_variables | grep -vE ':static (GParamSpec +\*properties|guint +signals)\[')"

check 8 'versions of GTK are asked for in one place' \
  "$(search 'GTK_CHECK_VERSION|(BEGIN|END)_IGNORE_DEPRECATIONS|-Wno-deprecated' src tests |
    grep -v '^src/app/base/ka-compat\.[ch]:')"

check 9 'checks stay on' "$(search 'G_DISABLE_(CHECKS|ASSERT|CAST_CHECKS)' src tests)"

check 10 'hashes of what documents hold have a seed' \
  "$(search '\<g_(str|int|int64|double)_hash\>' src | grep -v '^src/core/atlas/ka-hash\.h:')"

# After an error of Cairo each call makes a pattern that nobody frees.
check 11 'Cairo is not asked for its source' "$(search '\<cairo_get_source\>' src tests)"

exit "$status"
