#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whether the sources look as .clang-format says. Other versions than 14 set some lines in another
# way, so without that one nothing is checked. The argument is the folder of the sources.

cd "${1:-$(dirname "$0")/..}" || exit 1
for formatter in clang-format-14 clang-format; do
  case $("$formatter" --version 2>/dev/null) in
    *" 14."*)
      find src tests -name '*.[ch]' -exec "$formatter" --dry-run --Werror --ferror-limit=1 {} +
      exit
      ;;
  esac
done
echo "There is no clang-format 14 on this machine."
exit 77
