#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when meson asks for more than the packages bring that tools/run installs. check-packages.py SOURCES

A machine on which the tests run has more packages than that, so the commands and the .pc files of all others are hidden.
Skipped where packages are not Debian's or one is missing. TAP on stdout.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FIELDS = "${Package}\t${db:Status-Status}\t${Essential}\t${Provides}\t${Depends}, ${Pre-Depends}\n"


def run(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, **options)


def split(field):
    """The names of a field of packages: of each alternative, without version and architecture."""
    return {re.split(r"[ :(]", part.strip())[0] for part in re.split(r"[,|]", field) if part.strip()}


def read_packages():
    """What is installed: the needs of each package by its name, who provides a name, and what no system lacks."""
    needs, providers, essential = {}, {}, set()
    for line in run("dpkg-query", "-W", "-f", FIELDS).stdout.splitlines():
        name, status, is_essential, provides, depends = line.split("\t")
        if status == "installed":
            needs[name] = split(depends)
            for provided in split(provides) | {name}:
                providers.setdefault(provided, set()).add(name)
            if is_essential == "yes":
                essential.add(name)
    return needs, providers, essential


def close(names, needs, providers):
    """The packages with all that they need."""
    found, left = set(), set(names)
    while left:
        name = left.pop()
        for package in providers.get(name, set()) - found:
            found.add(package)
            left |= needs[package]
    return found


def link(files, names, folder):
    """Links those of the names into a folder that are among the files, or lead to one as cc leads to gcc."""
    folder.mkdir()
    for name in names:
        if os.path.realpath(name) in files and not (folder / name.name).exists():
            (folder / name.name).symlink_to(name)


def list_files(packages):
    lines = run("dpkg-query", "-L", *sorted(packages)).stdout.splitlines()
    return {os.path.realpath(line) for line in lines if "bin/" in line or line.endswith(".pc")}


def configure(sources, packages, folder):
    """Configures with nothing but the packages; returns what meson says when it fails."""
    files = list_files(packages)
    link(files, [f for p in ("/usr/bin", "/bin", "/usr/sbin") for f in pathlib.Path(p).iterdir()], folder / "bin")
    paths = run("pkg-config", "--variable", "pc_path", "pkg-config").stdout.strip().split(":")
    link(files, [f for p in paths if os.path.isdir(p) for f in pathlib.Path(p).glob("*.pc")], folder / "pc")
    environment = {"PATH": str(folder / "bin"), "PKG_CONFIG_LIBDIR": str(folder / "pc"), "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    meson = run("meson", "setup", folder / "build", sources, env=environment)
    return meson.stdout + meson.stderr if meson.returncode else ""


def main():
    sources = sys.argv[1]
    setup = run("sh", "-c", 'top=$1; . "$top/tools/setup.sh"; is_debian && echo $build_packages', "sh", sources)
    wanted = setup.stdout.split()
    needs, providers, essential = read_packages() if wanted else ({}, {}, set())
    if not wanted or not set(wanted) <= set(needs):
        print("1..0 # SKIP the packages of tools/run are not all installed")
        return 0
    packages = close(essential | set(wanted), needs, providers)
    with tempfile.TemporaryDirectory() as folder:
        said = configure(sources, packages, pathlib.Path(folder))
        # One package less, and the test must tell.
        lacking = configure(sources, packages - {"libjson-c-dev"}, pathlib.Path(tempfile.mkdtemp(dir=folder)))
    print("1..2")
    for number, (passed, name) in enumerate(((not said, "the packages are enough"), (lacking, "one less is told")), 1):
        print(f"{'ok' if passed else 'not ok'} {number} - {name}")
    if said:
        print("\n".join(f"# {line}" for line in said.splitlines()[-12:]))
    return 1 if said or not lacking else 0


if __name__ == "__main__":
    sys.exit(main())
