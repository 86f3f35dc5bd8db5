#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command where a script may run it: full devices, closed streams, few files, little memory, no environment.

usage: test-scripts.py PROGRAM SOURCE-FOLDER [--sanitized]

The commands are those that the help tells, so a new one is walked too. Each point of the TAP output is a
condition; under it each command ends with 0, or with 1 or 2 and a word, and by no signal.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
FOLDER = tempfile.mkdtemp(prefix="kars-atlas-scripts-")
SMALL = os.path.join(SOURCE, "tests", "core", "faults", "valid.json")
MIB = 1 << 20
IS_SANITIZED = "--sanitized" in sys.argv
# With a sanitizer the program takes ten times as long: there the commands share the odd arguments among them.
STEP = 5 if IS_SANITIZED else 1
# What a command needs to have work to do. A command that is not here is run without arguments.
ARGUMENTS = {
    "export": ["--size", "300x200", "-o", os.path.join(FOLDER, "picture.png")], "list": ["events"], "search": ["treaty"],
    "show": ["kars-5"], "handout": ["kars-5", "-o", os.path.join(FOLDER, "handout.pdf")], "at": ["43.09", "40.60"],
    "changes": ["--from", "1921-03-01", "--to", "1921-12-31"], "compare": ["moscow", "kars"],
}


def environment(**changes):
    result = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LANG")}
    result.update(changes)
    return result


def read_commands():
    """The names that the help tells below “Commands:”."""
    text = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True, env=environment()).stdout
    part = text[text.index("Commands:\n"):text.index("\nOptions")]
    return re.findall(r"^  ([a-z][a-z-]*) ", part, re.MULTILINE)


class Done:
    """How a run of the program ended."""

    def __init__(self, command, arguments, **options):
        stderr = options.pop("stderr", subprocess.PIPE)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("env", environment())
        options.setdefault("cwd", FOLDER)
        done = subprocess.run([PROGRAM, command, *arguments], stderr=stderr, timeout=60, check=False, **options)
        self.name, self.code = f"{command} {str(arguments)[:90]}", done.returncode
        self.out, self.err = done.stdout or b"", done.stderr or b""
        for word in (b"CRITICAL", b"WARNING", b"runtime error", b"Sanitizer"):
            assert word not in self.err, f"{self.name}: {self.err[-2000:]}"

    def ends(self, *codes):
        assert self.code in codes, f"{self.name}: {self.code}, expected one of {codes}: {self.err[-400:]}"

    def says(self, words=b""):
        """One line a message, each with the name of the program, none longer than a screen."""
        assert self.err.endswith(b"\n") and words in self.err, f"{self.name}: {self.err[-400:]}"
        for line in self.err.splitlines():
            assert line.startswith(b"kars-atlas: ") and len(line) < 2000, f"{self.name}: {line[:200]}"

    def ends_well_or_says(self):
        self.ends(0, 1, 2)
        if self.code:
            self.says()


def each(run):
    for command in read_commands():
        run(command, ARGUMENTS.get(command, []))


def limited(**limits):
    """Sets limits in the child, before the program starts."""
    def set_limits():
        for name, value in limits.items():
            resource.setrlimit(getattr(resource, "RLIMIT_" + name), (value, value))
    return set_limits


def test_help():
    """every command has a help that fits the rules, on the standard output"""
    commands = read_commands()
    assert len(commands) >= 10 and set(ARGUMENTS) <= set(commands), commands

    def run(command, _):
        done = Done(command, ["--help"])
        done.ends(0)
        assert done.out.startswith(b"Usage:") and not done.err, done.err
    each(run)


def test_usual():
    """every command works with its arguments here"""
    def run(command, arguments):
        done = Done(command, arguments)
        if command in ARGUMENTS or command in ("check", "describe"):
            done.ends(0)
            assert not done.err, done.err
        else:
            done.ends_well_or_says()
    each(run)


def test_full():
    """a full device is said"""
    def run(command, arguments):
        for words in (arguments, ["--help"]):
            with open("/dev/full", "wb") as full:
                done = Done(command, words, stdout=full)
            done.ends(1, 2)
            done.says(b"No space left" if done.code == 1 and words else b"")
    each(run)


def test_reader_that_leaves():
    """a reader that takes one line and leaves is no fault"""
    def run(command, arguments):
        line = '"$0" "$@" | head -1'
        done = subprocess.run(["sh", "-c", line, PROGRAM, command, *arguments], capture_output=True, env=environment(), cwd=FOLDER, timeout=60,
                              check=False)
        assert done.returncode == 0, command
        for word in (b"CRITICAL", b"WARNING", b"Broken pipe"):
            assert word not in done.stderr, (command, done.stderr)
    each(run)


def closed(*numbers):
    def close():
        for number in numbers:
            os.close(number)
    return close


def test_closed_streams():
    """closed standard streams are survived; a result that cannot be written is said"""
    def run(command, arguments):
        for numbers in ((0,), (2,), (0, 2)):
            Done(command, arguments, preexec_fn=closed(*numbers), stderr=subprocess.DEVNULL).ends(0, 1, 2)
        done = Done(command, arguments, preexec_fn=closed(1), stdout=None)
        done.ends(1, 2)
        done.says()
        Done(command, arguments, preexec_fn=closed(0, 1, 2), stdout=None, stderr=None).ends(1, 2)
    each(run)


def test_few_files():
    """few file descriptors"""
    def run(command, arguments):
        for n in (4, 5, 6, 7, 8, 16):
            Done(command, arguments, preexec_fn=limited(NOFILE=n)).ends_well_or_says()
    each(run)


def test_small_files():
    """files that may not grow"""
    def run(command, arguments):
        Done(command, arguments, preexec_fn=limited(FSIZE=512)).ends(0, 1, 2)
    each(run)


def test_no_environment():
    """no home, none that can be written, no environment at all, odd locales"""
    # What the sanitizers are told is no part of an environment.
    nothing = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    for env in (nothing, environment(HOME="/nonexistent"), environment(HOME="/proc"), environment(HOME=""), environment(LC_ALL="xx_YY.utf8"),
                environment(LC_ALL="tr_TR.UTF-8"), environment(LANGUAGE="C:" * 5000), environment(TMPDIR="/nonexistent"),
                environment(XDG_DATA_DIRS="/nonexistent", XDG_CACHE_HOME="/dev/null", XDG_CONFIG_HOME="/dev/null")):
        def run(command, arguments):
            done = Done(command, arguments, env=env)
            if command in ("list", "show", "at", "check", "describe"):
                done.ends(0)
            else:
                done.ends_well_or_says()
        each(run)


def test_no_fonts():
    """no fonts: texts work, pictures are refused in words"""
    path = os.path.join(FOLDER, "no-fonts.conf")
    with open(path, "w", encoding="ascii") as file:
        file.write("<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'urn:fontconfig:fonts.dtd'><fontconfig/>")

    def run(command, arguments):
        done = Done(command, arguments, env=environment(FONTCONFIG_FILE=path))
        done.ends_well_or_says()
        if command in ("export", "handout"):
            done.ends(1)
            done.says(b"font")
    each(run)


def test_vanished_folder():
    """the current folder is gone: absolute paths work, others are refused"""
    def run(command, arguments):
        for words in (arguments, ["--atlas", "atlas.json"], ["-o", "x.png"], ["atlas.json"]):
            gone = tempfile.mkdtemp(dir=FOLDER)

            def leave(gone=gone):
                os.chdir(gone)
                os.rmdir(gone)
            Done(command, words, preexec_fn=leave, cwd=None).ends_well_or_says()
    each(run)


def test_odd_arguments():
    """arguments that are no UTF-8, empty, very long or full of controls"""
    odd = [b"\xff\xfe", b"", b"a" * 131000, b"\xe2\x80\xae\x1b[31m", b"%s%n%99999d", b"--", b"-", b"--=", b"\n", b"../" * 1000, b"kars-5#99999999999",
           b"1921-10-13T00:00", "İıſﬀ".encode()]

    def run(command, arguments):
        lines = [words for word in odd for words in ([word], [*arguments, word], ["--atlas", word], ["--date", word], ["--format", word],
                                                     ["--language", word], [b"--atlas=" + word], [*arguments, b"--" + word])]
        for words in lines[read_commands().index(command) % STEP::STEP]:
            done = Done(command, words)
            done.ends_well_or_says()
            assert b"\x1b" not in done.err + done.out and "\u202e".encode() not in done.err + done.out, done.name
    each(run)


def test_little_memory():
    """little memory: texts work, pictures are refused in words below what they need"""
    def run(command, arguments):
        small = [*arguments[:-1], "signing"] if command == "show" else ["kars", "moscow"] if command == "compare" else arguments
        if command == "handout":
            small = ["signing", *arguments[1:]]
        for n in (40, 60, 80, 100, 120, 150, 200, 250, 300, 400):
            done = Done(command, [*small, "--atlas", SMALL], preexec_fn=limited(AS=n * MIB))
            done.ends_well_or_says()
            if command in ("export", "handout") and n < 250:
                done.says(b"too little memory for a picture")
    each(run)


def main():
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    if IS_SANITIZED:  # a sanitizer reserves terabytes
        tests.remove(test_little_memory)
    print(f"1..{len(tests)}")
    failures = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            words = "ok"
        except Exception as error:  # each condition is a point of its own
            words, failures = "not ok", failures + 1
            print("# " + str(error).replace("\n", "\n# ")[:3000])
        print(f"{words} {number} - {test.__doc__}", flush=True)
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 1 if failures else 0


sys.exit(main())
