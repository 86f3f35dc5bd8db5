# shellcheck shell=sh disable=SC2034,SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What tools/run and tools/test share: finding and installing packages, building. Read by
# them, not run; they set $top to the folder of the sources.

# To build: a compiler, meson and the libraries.
build_packages="gcc libc6-dev meson ninja-build pkg-config gettext libgtk-4-dev libjson-c-dev libpng-dev libdeflate-dev"
# To run: icons, pictures in SVG, and fonts that have Latin, Cyrillic, Armenian and Georgian letters.
run_packages="adwaita-icon-theme librsvg2-common fonts-noto-core"

# The same for other systems: commands, and modules of pkg-config with the least version.
build_commands="meson ninja pkg-config msgfmt xgettext glib-compile-resources"
build_modules="gtk4:4.8 glib-2.0:2.74 cairo:1.16 pangocairo:1.50 json-c:0.16 libpng:1.6 libdeflate:1.14"

say ()
{
  printf '%s\n' "$*" >&2
}

fail ()
{
  say "$*"
  exit 1
}

# Whether packages are Debian's: Debian 12 or later, Ubuntu 23.04 or later, or one made from them.
is_debian ()
{
  [ -r /etc/os-release ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 1
  system=$(. /etc/os-release && printf '%s %s' "$ID" "${ID_LIKE:-}")
  version=$(. /etc/os-release && printf '%s' "${VERSION_ID:-999}")
  case " $system " in
    " debian "*) [ "${version%%.*}" -ge 12 ] || fail "Kars Atlas needs Debian 12 or later: this one has no GTK 4.8." ;;
    " ubuntu "*) [ "${version%%.*}" -ge 23 ] || fail "Kars Atlas needs Ubuntu 23.04 or later: this one has no GTK 4.8." ;;
    *" debian "* | *" ubuntu "*) ;;
    *) return 1 ;;
  esac
}

# The packages among the arguments that are not installed.
list_missing_packages ()
{
  have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p')
  for package; do
    case "
$have
" in
      *"
$package
"*) ;;
      *) printf ' %s' "$package" ;;
    esac
  done
}

install_packages ()
{
  missing=$(list_missing_packages "$@")
  [ -n "$missing" ] || return 0

  root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Packages are missing and there is no sudo. As root, run:
  apt-get update && apt-get install --no-install-recommends$missing"
    root=sudo
  fi
  say "Installing, which may take some minutes:$missing"
  [ -z "$root" ] || say "sudo may ask for your password."

  # A fresh machine has no package lists yet, an old one may have stale ones.
  # shellcheck disable=SC2086 # one word a package
  apt-get install -s --no-install-recommends $missing >/dev/null 2>&1 || update_lists
  # shellcheck disable=SC2086
  install_now $missing || { update_lists && install_now $missing; } ||
    fail "The packages could not be installed; apt-get says why above."
}

update_lists ()
{
  $root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
}

install_now ()
{
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 \
    --no-install-recommends "$@" >/dev/null
}

# On a system whose packages we do not know: say what is missing, by the names of the projects.
check_tools ()
{
  lacks=
  command -v cc >/dev/null || command -v gcc >/dev/null || command -v clang >/dev/null ||
    lacks="$lacks
  a C compiler (gcc or clang)"
  for command in "$@"; do
    command -v "$command" >/dev/null || lacks="$lacks
  the command $command"
  done
  if command -v pkg-config >/dev/null; then
    for module in $build_modules; do
      pkg-config --exists "${module%:*} >= ${module#*:}" || lacks="$lacks
  the library ${module%:*}, version ${module#*:} or later, with its development files"
    done
  else
    lacks="$lacks
  the libraries $(printf '%s' "$build_modules" | sed 's/:/ /g; s/ \([a-z]\)/, \1/g') or later, with their development files"
  fi
  [ -z "$lacks" ] || fail "This is neither Debian 12 nor Ubuntu. Install what is missing, then run this again:$lacks"
}

# configure FOLDER OPTION...: sets up a build folder when it is not.
configure ()
{
  folder=$1
  shift
  [ ! -f "$folder/build.ninja" ] || return 0
  mkdir -p "$folder"
  meson setup "$@" "$folder" "$top" >"$folder/setup.log" 2>&1 || {
    tail -n 40 "$folder/setup.log" >&2
    fail "meson failed; all it said is in $folder/setup.log"
  }
}

# build FOLDER OPTION...: sets up a build folder when it is not, and builds.
build ()
{
  configure "$@"
  folder=$1
  [ -f "$folder/built" ] || say "Building in ${folder#"$top"/}/; the first time takes a minute or two."
  if ! ninja -C "$folder" >"$folder/build.log" 2>&1; then
    grep -v '^\[[0-9]*/[0-9]*\]' "$folder/build.log" | tail -n 60 >&2
    fail "The build failed; all it said is in $folder/build.log"
  fi
  touch "$folder/built"
}
