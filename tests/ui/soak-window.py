#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window at random for what a person does in two hours, as fast as it goes: clicks, drags,
turns of the wheel, keys, words, sizes, and files of the atlas that change.

soak-window.py PROGRAM ATLAS_FOLDER [ACTIONS [SEED [FIRST]]], on a display with a window manager and a
session bus. The same seed draws the same actions, each by itself: with FIRST it begins there. It fails
when the program ends, warns, no longer answers a key within a minute, keeps a window that Escape does
not close, or grows:

- the memory that it holds is never more than MOST_MB;
- what it holds after a rest, when it has given back what it may, depends on what it shows: the least
  after the last three fifths of the actions is at most GROWTH times the most after the first two;
- open files and threads likewise are no more than FILES and THREADS.

The dialogs of GTK itself, for files and printers, are left as soon as they are seen, and what GTK says
until then is passed over: what happens in them is not the program's.

After a failure it tells the last actions, the windows and the focus, and keeps a picture of the screen
as soak.png beside the program."""

import collections
import ctypes
import ctypes.util
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    Atspi = None

ACTIONS_OF_TWO_HOURS = 7200  # one a second
CHECK_EVERY = 100
MOST_MB = 500
GROWTH = 1.25
FILES, THREADS = 80, 40
MOST_BYTES = 1 << 20  # of what the program says
PATIENCE_S = 60
REST_S = 40  # the window gives pictures back after 30
# What GTK says of itself: a list is scrolled whose rows have not got their heights yet; a menu opens
# while a button of the pointer is down; a popup asks for its monitor while its window is moved; a popup
# has no room at all, because it opens or closes while its window takes another size: nothing less the
# margins of what is in it; a list that was turned beyond its end goes before it moves back.
KNOWN = (
    "failed to scroll to given position",
    "Broken accounting of active state",
    "gdk_monitor_get_geometry: assertion",
    "gdk_frame_clock_get_frame_time: assertion",
    r"attempt to allocate GtkPopoverContent|attempt to allocate .* with width (-\d+) and height \1$",
)
TITLE = "Kars Atlas"
DIALOGS_OF_GTK = (
    "Open an Atlas, a Table or a Picture",
    "Open the Folder of an Atlas",
    "Save As",
    "Print",
    "Select a filename",
)
# At the right end of the header bar are the buttons that close and minimise the window.
KEEP_OFF = (150, 60)
# Where the button Cancel is, from the lower right corner of a dialog for files.
CANCEL = (109, 22)

# Without Ctrl+Shift+I, by which GTK opens its inspector over a dialog, and Ctrl+Q and Ctrl+W.
KEYS = """Escape Tab Shift+Tab Return space Left Right Up Down Home End Page_Up Page_Down plus minus 0 Delete
BackSpace F6 Shift+F6 F9 Shift+F9 F10 F11 Menu Ctrl+f Ctrl+l Ctrl+d Ctrl+t Ctrl+Shift+t Ctrl+e Ctrl+Shift+e
Ctrl+Shift+c Alt+Left Alt+Right Alt+Page_Up Alt+Page_Down Ctrl+Shift+space F1 Ctrl+a Shift+Left
Shift+Right Ctrl+Left Ctrl+Right Ctrl+Page_Up Ctrl+Page_Down bracketleft bracketright comma period F5 Ctrl+o Ctrl+p""".split()
WORDS = "kars nakh treaty 1921 bayazid 13/10/1921 article 5 armen zzz 1918-1920 batum border 44 bc".split()
MODIFIERS = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L"}
NAMES = {"/": "slash", "-": "minus", " ": "space"}


class Failure(Exception):
    pass


class Attributes(ctypes.Structure):
    """The head of Xlib's XWindowAttributes; the rest is room."""

    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height")] + [("rest", ctypes.c_char * 256)]


class Image(ctypes.Structure):
    """The head of Xlib's XImage."""

    _fields_ = (
        [(name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")]
        + [("data", ctypes.c_void_p)]
        + [(name, ctypes.c_int) for name in ("order", "unit", "bit_order", "pad", "depth", "bytes_per_line")]
    )


class Hands:
    """A pointer and a keyboard through the XTEST extension, and eyes for what changes."""

    def __init__(self):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.xtest = ctypes.CDLL(ctypes.util.find_library("Xtst"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XStringToKeysym.restype = ctypes.c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(Image)
        self.x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.handler_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self.handler = self.handler_type(lambda display, event: 0)  # a window may go meanwhile
        self.x.XSetErrorHandler(self.handler)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = self.x.XDefaultRootWindow(self.display)

    def sync(self):
        self.x.XSync(self.display, 0)

    def move(self, point):
        self.xtest.XTestFakeMotionEvent(self.display, -1, round(point[0]), round(point[1]), 0)
        self.sync()

    def button(self, number, is_down):
        self.xtest.XTestFakeButtonEvent(self.display, number, int(is_down), 0)
        self.sync()

    def click(self, number):
        self.button(number, True)
        self.button(number, False)

    def press(self, name, is_down):
        code = self.x.XKeysymToKeycode(self.display, self.x.XStringToKeysym(name.encode()))
        self.xtest.XTestFakeKeyEvent(self.display, code, int(is_down), 0)
        self.sync()

    def key(self, combination):
        *modifiers, name = combination.split("+")
        names = [MODIFIERS[modifier] for modifier in modifiers] + [name]
        for one in names:
            self.press(one, True)
        for one in reversed(names):
            self.press(one, False)

    def get_box(self, window):
        """Where a window is on the screen: x, y, width, height."""
        found, child = Attributes(), ctypes.c_ulong()
        x, y = ctypes.c_int(), ctypes.c_int()
        self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(found))
        self.x.XTranslateCoordinates(
            self.display, ctypes.c_ulong(window), ctypes.c_ulong(self.root), 0, 0, *map(ctypes.byref, (x, y, child))
        )
        return x.value, y.value, found.width, found.height

    def place(self, window, x, y, width, height):
        self.x.XMoveResizeWindow(self.display, ctypes.c_ulong(window), x, y, width, height)
        self.sync()

    def look(self, box):
        """The pixels of a box of the screen: rows of blue, green, red and an unused byte."""
        all_planes, z_pixmap = 0xFFFFFFFF, 2
        image = self.x.XGetImage(self.display, ctypes.c_ulong(self.root), *box, ctypes.c_ulong(all_planes), z_pixmap)
        data = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)
        self.x.XDestroyImage(image)
        return data

    def keep_picture(self, path):
        """Writes the screen as a PNG."""
        _x, _y, width, height = box = self.get_box(self.root)
        data = bytearray(self.look(box))
        data[0::4], data[2::4] = data[2::4], data[0::4]
        del data[3::4]
        rows = b"".join(b"\0" + data[i : i + 3 * width] for i in range(0, len(data), 3 * width))
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for name, body in (
                (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
                (b"IDAT", zlib.compress(rows, 1)),
                (b"IEND", b""),
            ):
                file.write(struct.pack(">I", len(body)) + name + body)
                file.write(struct.pack(">I", zlib.crc32(name + body)))


class Soak:
    def __init__(self, program, atlas_folder, n_actions, seed, first):
        self.program, self.n_actions, self.seed, self.first = program, n_actions, seed, first
        self.lot = random.Random(seed)
        self.hands = Hands()
        self.folder = os.path.join(tempfile.mkdtemp(), "atlas")
        shutil.copytree(atlas_folder, self.folder)
        self.errors = tempfile.TemporaryFile()
        self.done = collections.deque(maxlen=60)
        self.samples, self.rested = [], []  # megabytes
        self.whole = {}  # by path: the text of the documents that are spoilt
        self.n_starts = self.n_changes = self.n_heard = 0
        self.start()

    def start(self):
        self.n_starts += 1
        self.mend()
        self.process = subprocess.Popen(
            [self.program, self.folder], cwd=os.path.dirname(self.folder), stdout=self.errors, stderr=self.errors
        )
        end = time.monotonic() + PATIENCE_S
        while not self.find_window():
            if time.monotonic() > end or self.process.poll() is not None:
                raise Failure("the window did not come")
            time.sleep(0.1)
        time.sleep(1)

    def find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{TITLE}$"], capture_output=True, text=True, check=False
        ).stdout.split()
        self.window = int(found[-1]) if found else None
        return self.window

    # What a person does

    def draw_point(self):
        """A point of the window; its corner when it has just gone, which check_end() sees next."""
        x, y, width, height = self.hands.get_box(self.window)
        while width > KEEP_OFF[0]:
            point = self.lot.randrange(8, width - 8), self.lot.randrange(8, max(9, height - 8))
            if point[0] < width - KEEP_OFF[0] or point[1] > KEEP_OFF[1]:
                return x + point[0], y + point[1]
        return x, y

    def do_click(self):
        point, number = self.draw_point(), self.lot.choice([1, 1, 1, 1, 1, 3, 2])
        self.hands.move(point)
        for _ in range(self.lot.choice([1, 1, 1, 2])):
            self.hands.click(number)
        return number, point

    def do_drag(self):
        start, end = self.draw_point(), self.draw_point()
        self.hands.move(start)
        self.hands.button(1, True)
        for part in range(1, 9):
            self.hands.move([a + (b - a) * part / 8 for a, b in zip(start, end)])
            time.sleep(0.008)
        self.hands.button(1, False)
        self.bring_back()
        return start, end

    def bring_back(self):
        """A drag of its header bar may leave the window beside the screen, where GTK cannot place a popup."""
        x, y, width, height = self.hands.get_box(self.window)
        _x, _y, room, room_below = self.hands.get_box(self.hands.root)
        inside = max(0, min(x, room - width)), max(0, min(y, room_below - height))
        if width > 0 and inside != (x, y):
            self.hands.key("Escape")
            self.hands.place(self.window, *inside, width, height)

    def do_wheel(self):
        point, number = self.draw_point(), self.lot.choice([4, 5, 4, 5, 6, 7])
        modifier = self.lot.choice(["", "", "Control_L", "Shift_L"])
        self.hands.move(point)
        if modifier:
            self.hands.press(modifier, True)
        for _ in range(self.lot.randrange(1, 9)):
            self.hands.click(number)
        if modifier:
            self.hands.press(modifier, False)
        return number, modifier, point

    def do_key(self):
        key = self.lot.choice(KEYS)
        for _ in range(self.lot.choice([1, 1, 1, 4])):
            self.hands.key(key)
        return key

    def do_word(self):
        word = self.lot.choice(WORDS)
        self.hands.key(self.lot.choice(["Ctrl+f", "Ctrl+l"]))
        time.sleep(0.05)
        for letter in word:
            self.hands.key(NAMES.get(letter, letter))
        self.hands.key(self.lot.choice(["Return", "Down", "Escape"]))
        return word

    def do_size(self):
        """Nobody resizes a window while a popup has the pointer: Escape comes first."""
        self.hands.key("Escape")
        box = self.lot.randrange(0, 300), self.lot.randrange(0, 200), self.lot.randrange(400, 1600), self.lot.randrange(300, 860)
        self.hands.place(self.window, *box)
        return box

    def do_change(self):
        """A document of the atlas changes: it is written again, or half of it, which is faulty. It stays
        so until another one changes."""
        self.mend()
        name = self.lot.choice(sorted(os.listdir(self.folder)))
        path, is_spoilt = os.path.join(self.folder, name), self.lot.random() < 0.4
        with open(path, "rb") as file:
            text = file.read()
        if is_spoilt:
            self.whole[path] = text
        with open(path, "wb") as file:
            file.write(text[: len(text) // 2] if is_spoilt else text)
        self.n_changes += 1
        return "spoils" if is_spoilt else "writes", name

    def mend(self):
        """Makes the spoilt documents whole."""
        while self.whole:
            path, text = self.whole.popitem()
            with open(path, "wb") as file:
                file.write(text)

    ACTIONS = (
        [do_click] * 30 + [do_drag] * 15 + [do_wheel] * 20 + [do_key] * 25 + [do_word] * 4 + [do_size] * 4 + [do_change] * 2
    )

    # Whether it bears it

    @staticmethod
    def wait_for(complaint, condition):
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise Failure(complaint)
            time.sleep(0.1)

    @staticmethod
    def list_windows():
        """The windows on the screen by number, the topmost last, and their titles."""
        listed = run("xprop", "-root", "_NET_CLIENT_LIST_STACKING")
        return {
            int(window, 16): run("xdotool", "getwindowname", window).strip()
            for window in re.findall(r"0x[0-9a-f]+", listed.partition("#")[2])
        }

    def close_windows(self):
        """Closes dialogs with Escape, and other windows of atlases."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            self.press_escape()
            windows = self.list_windows()
            others = [(window, title) for window, title in windows.items() if window != self.window]
            if not others:
                return
            window, title = others[-1]
            if title == TITLE and self.window not in windows:
                self.window = window
                continue
            run("xdotool", "windowactivate", str(window))
            time.sleep(0.2)
            self.leave_dialog_of_gtk()
            self.press_escape()
            if title == TITLE and window in self.list_windows():
                self.hands.key("Ctrl+w")
        raise Failure(f"Escape does not close the window “{title}”")

    def press_escape(self):
        for _ in range(5):
            self.hands.key("Escape")
            time.sleep(0.06)

    def leave_dialog_of_gtk(self):
        """By Escape, or by its button: the dialog for files takes no key when it opens in the list of
        locations while a menu closes."""
        focus = run("xdotool", "getwindowfocus").strip()
        if focus == str(self.window) or run("xdotool", "getwindowname", focus).strip() not in DIALOGS_OF_GTK:
            return
        self.press_escape()
        time.sleep(0.2)
        if run("xdotool", "getwindowfocus").strip() == focus:
            x, y, width, height = self.hands.get_box(int(focus))
            self.hands.move((x + width - CANCEL[0], y + height - CANCEL[1]))
            self.hands.click(1)
        self.n_heard = os.fstat(self.errors.fileno()).st_size

    def check_end(self):
        """A click may close the window; anything else that ends it is a fault."""
        if self.process.poll() is None:
            return
        if self.process.returncode != 0:
            raise Failure(f"the program ended with {self.process.returncode}")
        self.start()

    def check_answer(self):
        """The key that hides the list changes the picture."""
        box = 40, 40, 1200, 760
        self.hands.place(self.window, *box)
        self.hands.move((5, 5))
        run("xdotool", "windowactivate", str(self.window))
        self.wait_for(
            "the keyboard does not come back to the window",
            lambda: run("xdotool", "getwindowfocus").strip() == str(self.window),
        )
        time.sleep(0.7)
        before = self.hands.look(box)
        self.wait_for("no key has an effect any more", lambda: self.press_and_compare(box, before))

    def press_and_compare(self, box, before):
        """A popup that closes at this moment may take one key with it."""
        self.hands.key("F9")
        end = time.monotonic() + PATIENCE_S / 6
        while time.monotonic() < end:
            if self.hands.look(box) != before:
                return True
            time.sleep(0.1)
        return False

    def sample(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            status = dict(line.split(":", 1) for line in file)
        self.samples.append(int(status["VmRSS"].split()[0]) / 1024)
        n_files = len(os.listdir(f"/proc/{self.process.pid}/fd"))
        n_threads = int(status["Threads"])
        if self.samples[-1] > MOST_MB:
            raise Failure(f"it holds {self.samples[-1]:.0f} MB, {MOST_MB} at most")
        if n_files > FILES or n_threads > THREADS:
            raise Failure(f"it has {n_files} open files and {n_threads} threads, {FILES} and {THREADS} at most")
        return f"{self.samples[-1]:.0f} MB, {n_files} files, {n_threads} threads"

    def check_errors(self):
        said = os.pread(self.errors.fileno(), MOST_BYTES, self.n_heard).decode(errors="replace")
        found = re.findall(r".*(?:WARNING|CRITICAL|ERROR|runtime error|Sanitizer).*", said)
        found = [line for line in found if not any(re.search(known, line) for known in KNOWN)]
        if found:
            raise Failure("it says: " + found[0])

    def rest(self):
        time.sleep(REST_S)
        self.sample()
        self.rested.append(self.samples[-1])
        print(f"after a rest: {self.rested[-1]:.0f} MB", flush=True)

    def check_growth(self):
        most = f"{max(self.samples):.0f} MB at most"
        if len(self.rested) < 5:
            return f"too short to tell growth, {most}"
        first, last = max(self.rested[:2]), min(self.rested[2:])
        if last > GROWTH * first:
            raise Failure(f"it grew from {first:.0f} to {last:.0f} MB, {GROWTH} times at most")
        return f"{first:.0f} MB after the first fifths, {last:.0f} MB after the last ones, {most}"

    def check(self, number):
        self.check_end()
        self.close_windows()
        if not self.list_windows():
            self.wait_for("the program outlives its windows", lambda: self.process.poll() is not None)
        self.check_end()
        self.check_answer()
        print(f"{number} of {self.n_actions}: {self.sample()}, {self.n_changes} changes of the file", flush=True)

    def run(self):
        for number in range(self.first, self.n_actions + 1):
            self.lot.seed(f"{self.seed} {number}")
            action = self.lot.choice(self.ACTIONS)
            self.done.append((number, action.__name__[3:], action(self)))
            time.sleep(0.015)
            self.leave_dialog_of_gtk()
            self.check_end()
            self.check_errors()
            is_fifth = number % (self.n_actions // 5) == 0 and self.n_actions >= 5 * CHECK_EVERY
            if number % CHECK_EVERY == 0 or number == self.n_actions or is_fifth:
                self.check(number)
            if is_fifth:
                self.rest()
        return self.check_growth()

    # What to know of a failure

    def describe(self):
        for number, name, what in self.done:
            print(f"  {number} {name} {what}")
        picture = os.path.join(os.path.dirname(self.program), "soak.png")
        self.hands.keep_picture(picture)
        print(f"The screen is in {picture}. Windows, the topmost last:")
        for window, title in self.list_windows().items():
            states = run("xprop", "-id", str(window), "_NET_WM_STATE", "WM_TRANSIENT_FOR")
            print(f"  {window:#x} “{title}” " + " ".join(states.split()))
        print("Popups: " + "; ".join(line.strip() for line in run("xwininfo", "-root", "-children").split("\n") if "no name" in line))
        print("The keyboard is in “" + run("xdotool", "getwindowfocus", "getwindowname").strip() + "”")
        if Atspi is not None and self.process.poll() is None:
            try:
                self.describe_focus()
            except GLib.Error as error:  # the program has ended meanwhile
                print(f"  {error.message}")

    def describe_focus(self):
        """Tells the widgets that have the focus, and the modal ones, as a screen reader knows them."""
        wanted = Atspi.StateType.FOCUSED, Atspi.StateType.MODAL, Atspi.StateType.ACTIVE
        desktop = Atspi.get_desktop(0)
        nodes = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        while nodes:
            node = nodes.pop()
            if node is None:
                continue
            states = [state.value_nick for state in wanted if node.get_state_set().contains(state)]
            if states:
                print(f"  {node.get_role_name()} “{node.get_name()}” " + " ".join(states))
            nodes.extend(node.get_child_at_index(i) for i in range(node.get_child_count()))


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def main():
    program, atlas_folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    n_actions = int(sys.argv[3]) if len(sys.argv) > 3 else ACTIONS_OF_TWO_HOURS
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 32)
    first = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    print(f"{n_actions} actions, seed {seed}", flush=True)
    soak = Soak(program, atlas_folder, n_actions, seed, first)
    start = time.monotonic()
    try:
        print(f"passed: {soak.run()}; started {soak.n_starts} times, {time.monotonic() - start:.0f} s")
    except Failure as failure:
        soak.describe()
        print(f"failed after {soak.done[-1][0] if soak.done else 0} actions of seed {seed}: {failure}")
        return 1
    finally:
        if soak.process.poll() is None:
            soak.process.kill()
        shutil.rmtree(os.path.dirname(soak.folder))
    return 0


sys.exit(main())
