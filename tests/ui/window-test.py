#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the window as a person does: a real pointer and real keys on a virtual display; what is to
be read is read through the accessibility bus, what is to be seen is looked at on the screen.

window-test.py PROGRAM ATLAS_FOLDER, on a display with a window manager and a session bus. Prints
TAP. Every step waits for what it expects and not for time."""

import collections
import ctypes
import ctypes.util
import json
import math
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 30
N_RELOADS = 8
MOST_GROWTH_MB = 90  # pictures of two versions; a version that stays takes 20 MB and more
ACCENT = (0x8B, 0x2A, 0x2B)
TITLE = "Kars Atlas"
# What newer versions of AT-SPI call a role.
ROLES = {"button": "push button"}
# What the program runs under: it keeps its settings in the home of the test; warnings are fatal to
# it, but not to what looks at it.
ENVIRONMENT = dict(os.environ, GSETTINGS_BACKEND="keyfile")
os.environ.pop("G_DEBUG", None)


def skip(reason):
    print("1..0 # SKIP " + reason)
    sys.exit(0)


try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError):
    skip("no gir1.2-atspi-2.0 on this machine")
if shutil.which("xdotool") is None:
    skip("no xdotool on this machine")


class Failure(Exception):
    pass


def wait_for(what, condition):
    """Waits until @condition gives something true, and returns it."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            found = condition()
        except gi.repository.GLib.Error:
            found = None  # the widget went while it was looked at
        if found:
            return found
        if time.monotonic() > end:
            raise Failure("waited in vain for " + what)
        time.sleep(0.05)


# Hands


def xdotool(*arguments):
    return subprocess.run(
        ["xdotool", *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def move_to(point):
    # With --sync it would wait for a quarter of a minute where the pointer is there already.
    xdotool("mousemove", round(point[0]), round(point[1]))


# Eyes


class XImage(ctypes.Structure):
    """The head of Xlib's XImage, Xlib.h."""

    _fields_ = [
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_ubyte)),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    ]


class XWindowAttributes(ctypes.Structure):
    """Xlib's XWindowAttributes, Xlib.h."""

    _fields_ = (
        [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")]
        + [("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)]
        + [(name, ctypes.c_int) for name in ("class", "bit_gravity", "win_gravity")]
        + [("backing_store", ctypes.c_int), ("backing_planes", ctypes.c_ulong)]
        + [("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int)]
        + [("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int)]
        + [("map_state", ctypes.c_int), ("all_event_masks", ctypes.c_long)]
        + [("your_event_mask", ctypes.c_long), ("do_not_propagate_mask", ctypes.c_long)]
        + [("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]
    )


class Screen:
    def __init__(self):
        self.xlib = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.xlib.XOpenDisplay.restype = ctypes.c_void_p
        self.xlib.XDefaultRootWindow.restype = ctypes.c_ulong
        self.xlib.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.xlib.XGetImage.restype = ctypes.POINTER(XImage)
        self.xlib.XGetImage.argtypes = (
            [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2
            + [ctypes.c_ulong, ctypes.c_int]
        )
        self.xlib.XDestroyImage.argtypes = [ctypes.POINTER(XImage)]
        self.xlib.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 4
        self.xlib.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
        self.xlib.XFree.argtypes = [ctypes.c_void_p]
        self.handler_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self.handler = self.handler_type(lambda display, event: 0)  # a window may go meanwhile
        self.xlib.XSetErrorHandler(self.handler)
        self.display = self.xlib.XOpenDisplay(None)
        self.root = self.xlib.XDefaultRootWindow(self.display)

    def grab(self, box):
        """The pixels in a box (x, y, width, height) as rows of bytes: blue, green, red, unused."""
        x, y, width, height = map(round, box)
        all_planes, z_pixmap = 0xFFFFFFFF, 2
        image = self.xlib.XGetImage(
            self.display, self.root, x, y, width, height, all_planes, z_pixmap
        )
        if not image:
            raise Failure(f"no picture of {box}")
        head = image.contents
        data = ctypes.string_at(head.data, head.bytes_per_line * head.height)
        rows = [
            data[i * head.bytes_per_line : i * head.bytes_per_line + 4 * width]
            for i in range(height)
        ]
        self.xlib.XDestroyImage(image)
        return rows

    def has_popup(self):
        """Whether a tooltip or a menu is on the screen."""
        root, parent, n_children = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.xlib.XQueryTree(
            self.display,
            self.root,
            *map(ctypes.byref, (root, parent, children, n_children)),
        )
        found = False
        for i in range(n_children.value):
            window = XWindowAttributes()
            if self.xlib.XGetWindowAttributes(self.display, children[i], ctypes.byref(window)):
                found = found or (
                    window.override_redirect and window.map_state == 2 and window.width > 10
                )
        if children:
            self.xlib.XFree(children)
        return found

    def find(self, box, colour):
        """The columns in which each row of a box has a colour."""
        pixel = bytes(reversed(colour))
        found = []
        for row in self.grab(box):
            for i in range(0, len(row), 4):
                if row[i : i + 3] == pixel:
                    found.append(i // 4)
        return found

    def count_vermilion(self, box):
        """How many pixels in a box have the colour of Nakhichevan, in light or in shade."""
        found = 0
        for row in self.grab(box)[::2]:
            for i in range(0, len(row), 8):
                if row[i + 2] > 150 and row[i + 2] - row[i] > 90 and row[i + 1] < 160:
                    found += 1
        return found


# Ears: what a screen reader is told


def get_children(node):
    return [
        child
        for child in (node.get_child_at_index(i) for i in range(node.get_child_count()))
        if child is not None
    ]


def walk(node):
    yield node
    for child in get_children(node):
        yield from walk(child)


Place = collections.namedtuple("Place", "x y width height")


class Application:
    def __init__(self, program, arguments=(), title=TITLE):
        self.title = title
        self.name = os.path.basename(program)
        self.errors = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen(
            [program, *arguments],
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
            env=ENVIRONMENT,
        )
        self.window = wait_for("the window", self.find_window)
        self.root = wait_for("the application on the accessibility bus", self.find_root)

    def find_window(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}: {self.read_errors()}")
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{self.title}$"],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        ).stdout.split()
        return found[-1] if found else None

    def find_root(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for child in get_children(desktop):
            if child.get_name() == self.name:
                return child
        return None

    def read_errors(self):
        self.errors.seek(0)
        return self.errors.read()

    def list(self):
        self.root.clear_cache()
        return list(walk(self.root))

    def find(self, role, name):
        """The first node of a role whose name matches a pattern, or None."""
        for node in self.list():
            node_role = ROLES.get(node.get_role_name(), node.get_role_name())
            if node_role == role and re.search(name, node.get_name() or ""):
                return node
        return None

    def wait_for(self, role, name):
        return wait_for(f"a {role} “{name}”", lambda: self.find(role, name))

    def get_box(self, node):
        """Where a node is on the screen. GTK tells it within the window, without its shadow; newer
        versions count from the corner of the shadow and tell the frame twice as far off."""
        geometry = dict(
            line.split("=")
            for line in xdotool("getwindowgeometry", "--shell", self.window).split("\n")
            if "=" in line
        )
        frame = next(n for n in self.list() if n.get_role_name() == "frame")
        outer = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        inner = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return Place(
            int(geometry["X"]) + (int(geometry["WIDTH"]) - outer.width) / 2 + inner.x - 2 * outer.x,
            int(geometry["Y"]) + (int(geometry["HEIGHT"]) - outer.height) / 2 + inner.y - 2 * outer.y,
            inner.width,
            inner.height,
        )

    def get_middle(self, node):
        box = self.get_box(node)
        return box.x + box.width / 2, box.y + box.height / 2


# The map, from the books and not from the program


def project(lon, lat):
    """Lambert conformal conic on the sphere, J. P. Snyder, Map Projections - A Working Manual,
    section 15: parallels 38 and 43 N, origin 40.5 N 43.5 E; kilometres."""
    radius = 6371.0088
    phi1, phi2, phi0, phi = (math.radians(v) for v in (38, 43, 40.5, lat))

    def t(angle):
        return math.tan(math.pi / 4 + angle / 2)

    n = math.log(math.cos(phi1) / math.cos(phi2)) / math.log(t(phi2) / t(phi1))
    f = math.cos(phi1) * t(phi1) ** n / n
    rho, rho0 = radius * f / t(phi) ** n, radius * f / t(phi0) ** n
    theta = n * math.radians(lon - 43.5)
    return rho * math.sin(theta), rho0 - rho * math.cos(theta)


def locate(box, extent, lon, lat):
    """Where a point of the earth is in a map that shows an extent whole, centred in a box."""
    west, south, east, north = extent
    edge = [
        project(west + (east - west) * a / 50, south + (north - south) * b / 50)
        for a in range(51)
        for b in range(51)
        if a in (0, 50) or b in (0, 50)
    ]
    x0, x1 = min(p[0] for p in edge), max(p[0] for p in edge)
    y0, y1 = min(p[1] for p in edge), max(p[1] for p in edge)
    scale = min(box.width / (x1 - x0), box.height / (y1 - y0))
    x, y = project(lon, lat)
    return (
        box.x + box.width / 2 + (x - (x0 + x1) / 2) * scale,
        box.y + box.height / 2 - (y - (y0 + y1) / 2) * scale,
    )


def read_png_size(path):
    with open(path, "rb") as file:
        head = file.read(24)
    if head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        raise Failure(f"{path} is no PNG")
    return struct.unpack(">II", head[16:24])


def run(program, *arguments):
    return subprocess.run(
        [program, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=ENVIRONMENT,
    )


def expect(is_so, otherwise):
    if not is_so:
        raise Failure(otherwise)


class Test:
    """The steps, in order; each begins where the one before ended."""

    def __init__(self, program, atlas_folder):
        self.program = program
        self.screen = Screen()
        self.app = None
        self.atlas = atlas_folder
        with open(os.path.join(atlas_folder, "atlas.json"), encoding="utf-8") as file:
            self.extent = json.load(file)["atlas"]["extent"]
        home = os.environ["HOME"]
        self.pictures = os.path.join(home, "Pictures")
        os.makedirs(self.pictures, exist_ok=True)
        with open(
            os.path.join(os.environ["XDG_CONFIG_HOME"], "user-dirs.dirs"), "w", encoding="utf-8"
        ) as file:
            file.write('XDG_PICTURES_DIR="$HOME/Pictures"\n')

    # Helpers

    def go_to(self, point):
        """Moves the pointer there, and not onto the tooltip of where it was before."""
        move_to((1, 1))
        wait_for("the end of the tooltip", lambda: not self.screen.has_popup())
        move_to(point)

    def click(self, point):
        self.go_to(point)
        xdotool("click", 1)

    def drag(self, start, end):
        self.go_to(start)
        xdotool("mousedown", 1)
        for part in range(1, 11):
            move_to([a + (b - a) * part / 10 for a, b in zip(start, end)])
        xdotool("mouseup", 1)

    def get_map(self):
        return self.app.wait_for("image", "^Map of “Kars Atlas”")

    def wait_for_day(self, words):
        self.app.wait_for("image", f"^Map of “Kars Atlas”, {words}$")
        self.app.wait_for("image", f"^Timeline, {words}$")

    def wait_for_text(self, pattern):
        """Waits for a plain text or a heading."""
        return wait_for(f"the text “{pattern}”", lambda: self.app.find("label", pattern) or self.app.find("heading", pattern))

    def wait_for_berlin(self):
        """Scrolls the list to its top, where the Treaty of Berlin is. Rows that are far from what is
        seen are not there for anybody."""
        box = self.app.get_box(self.get_map())
        self.go_to((box.x - 60, box.y + box.height - 60))

        # Found where a turn of the wheel moves it no further.
        places = [None]

        def scroll_and_look():
            xdotool("click", "--repeat", 30, "--delay", 5, 4)
            node = self.app.find("label", "^Treaty of Berlin$")
            places.append(self.app.get_box(node) if node is not None else None)
            return node if places[-1] is not None and places[-1] == places[-2] else None

        return wait_for("the Treaty of Berlin in the list", scroll_and_look)

    def park(self):
        """Puts the pointer where nothing reacts to it."""
        move_to((1, 1))

    def get_nakhichevan(self):
        """A place in Nakhichevan that is far from its towns, rivers and borders."""
        return locate(self.app.get_box(self.get_map()), self.extent, 45.62, 39.25)

    # Steps

    def test_first_frame(self):
        """--first-frame prints a time and quits"""
        result = run(self.program, "--first-frame")
        expect(result.returncode == 0, f"exit {result.returncode}: {result.stderr}")
        expect(
            re.fullmatch(r"\d+\n", result.stdout) and 0 < int(result.stdout) < 60000,
            f"printed {result.stdout!r}",
        )

    def test_bad_usage(self):
        """bad usage ends with 2 and one line, bad input with 1"""
        cases = [
            (2, ["--no-such-option"]),
            (2, ["--date", "1921-13-45"]),
            (2, ["--date"]),
            (1, ["--select", "no-such-thing"]),
            (1, ["--tour", "no-such-thing"]),
            (1, ["--tour", "kars-5"]),
            (2, ["--view", "43,40"]),
            (2, ["--filter", "category=traety"]),
            (1, ["--filter", "party=turky"]),
            (2, ["--date", "1921-10-13", "kars-atlas:kars-atlas?date=1921-10-13"]),
            (2, ["/no/such/atlas"]),
            (2, ["--date", "1921-10-13", self.pictures, self.pictures]),
        ]
        for status, arguments in cases:
            result = run(self.program, *arguments)
            expect(
                result.returncode == status,
                f"{arguments}: exit {result.returncode}, expected {status}: {result.stderr}",
            )
            expect(
                result.stderr.startswith("kars-atlas: ") and result.stdout == "",
                f"{arguments}: said {result.stderr!r} {result.stdout!r}",
            )

    def test_open(self):
        """the window opens on the day of Kars"""
        self.app = Application(self.program)
        xdotool("windowsize", "--sync", self.app.window, 1440, 900)
        self.wait_for_day("13 October 1921")
        self.wait_for_text("^Who holds what$")

    def test_click_nakhichevan(self):
        """a click on Nakhichevan opens it, with Article V"""
        self.click(self.get_nakhichevan())
        self.wait_for_text("^Nakhichevan$")
        self.wait_for_text(r"Article V\b")
        node = self.get_map()
        expect(
            "Nakhichevan" in node.get_description(), f"the map says {node.get_description()!r}"
        )

    def test_drag_playhead(self):
        """the playhead, dragged, takes the map to another day"""
        self.park()
        box = self.app.get_box(self.app.wait_for("image", "^Timeline, "))
        strip = Place(box.x, box.y + 2, box.width, 8)
        columns = wait_for("the playhead", lambda: self.screen.find(strip, ACCENT))
        x = box.x + sorted(columns)[len(columns) // 2]
        before = self.get_map().get_name()
        self.drag((x, box.y + 5), (x + 180, box.y + 5))
        name = wait_for(
            "another day",
            lambda: self.get_map().get_name() != before and self.get_map().get_name(),
        )
        year = int(name.split()[-1])
        expect(1921 <= year < 1930, f"the map says {name}")
        self.wait_for_day(name.split(", ")[1])
        self.wait_for_text("^Nakhichevan$")

    def test_click_event(self):
        """an event of the list is opened and takes the map to its day"""
        self.click(self.app.get_middle(self.wait_for_berlin()))
        self.wait_for_day("13 July 1878")
        self.wait_for_text(r"^Sources \(\d+\)$")

    def test_history(self):
        """back and forward, by pointer and by key"""
        self.click(self.app.get_middle(self.app.wait_for("push button", "^Back$")))
        self.wait_for_text(r"Article V\b")
        xdotool("key", "alt+Right")
        self.wait_for_day("13 July 1878")
        xdotool("key", "alt+Left")
        self.wait_for_text(r"Article V\b")
        xdotool("key", "alt+Left")
        self.wait_for_text("^Who holds what$")

    def test_search(self):
        """typing finds a region by its name in another language"""
        xdotool("key", "ctrl+f")
        xdotool("type", "--delay", 15, "Nakhchivan")
        self.wait_for_text(r"^Regions · \d+$")
        xdotool("key", "Return")
        self.wait_for_text(r"Article V\b")
        xdotool("key", "Escape")
        self.wait_for_berlin()

    def test_search_by_keys(self):
        """down leads from the search to its first result, return opens that"""
        xdotool("key", "ctrl+f")
        xdotool("type", "--delay", 15, "Molotov")
        self.wait_for_text(r"^People · \d+$")
        xdotool("key", "Down")
        xdotool("key", "Return")
        self.app.wait_for("heading", "^Vyacheslav Molotov$")
        xdotool("key", "ctrl+f", "Escape", "alt+Left")
        self.wait_for_berlin()

    def test_zoom(self):
        """the wheel zooms the map at the pointer, and 0 shows it whole again"""
        node = self.get_map()
        box = self.app.get_box(node)
        point = self.get_nakhichevan()
        xdotool("key", "ctrl+f", "Escape")
        # What was looked at before may have moved the map.
        self.click(self.app.get_middle(self.app.wait_for("push button", "^Whole map$")))
        self.park()

        def count():
            return self.screen.count_vermilion(box)

        def count_when_steady():
            first = count()
            time.sleep(0.5)
            return count() == first and first

        wait_for("a map at rest", count_when_steady)
        self.click(locate(box, self.extent, 45.9, 43.4))
        self.park()
        self.wait_for_text("^Russian SFSR$")
        xdotool("key", "0")
        before = wait_for("the colour of Nakhichevan", count_when_steady)
        self.go_to(point)
        for _ in range(6):
            xdotool("click", 4)
        self.park()
        wait_for("a larger Nakhichevan", lambda: count() > 2 * before)
        xdotool("key", "0")
        wait_for("the whole map", lambda: abs(count() - before) < before / 10)

    def get_focus(self):
        """Role and name of what has the keyboard."""
        for node in self.app.list():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node.get_role_name(), node.get_name()
        return None

    def walk_to(self, name):
        """Go down a menu to the entry of that name."""
        for _ in range(20):
            if (self.get_focus() or (None, ""))[1] == name:
                return
            xdotool("key", "Down")
            time.sleep(0.3)
        raise Failure(f"no entry {name}, but {self.get_focus()}")

    def test_submenu(self):
        """the keyboard is on the map again after a submenu, whether it chose or not"""
        self.wait_for_text("^Russian SFSR$")
        for keys in (["Escape"], ["Down", "Return"]):
            expect(self.get_focus()[0] == "image", f"it begins on {self.get_focus()}")
            xdotool("key", "F10")
            self.app.wait_for("menu item", "^Compare")
            self.walk_to("Colours")
            for key in ["Return", *keys]:
                time.sleep(0.3)
                xdotool("key", key)
            wait_for("the map", lambda: (self.get_focus() or [None])[0] == "image")

    def test_panes(self):
        """F6 goes to list, map, timeline and reading pane"""
        roles = []
        for _ in range(4):
            xdotool("key", "F6")
            time.sleep(0.5)
            roles.append(self.get_focus())
        expect(roles[0][1].startswith("Timeline, "), f"went to {roles}")
        # The list takes the keyboard where it had it last.
        expect(roles[2][0] in ("entry", "list item"), f"went to {roles}")
        expect(roles[3][1].startswith("Map of "), f"went to {roles}")

    def test_names(self):
        """whatever takes the keyboard or opens has a name, none that of its class"""
        xdotool("key", "F10")
        self.app.wait_for("menu item", "^Compare")
        roles = ("push button", "toggle button", "menu", "image", "entry", "slider", "check box")
        nameless = [
            f"{node.get_role_name()} “{node.get_name()}”"
            for node in self.app.list()
            if ROLES.get(node.get_role_name(), node.get_role_name()) in roles
            and re.fullmatch(r"|(Gtk|Ka)[A-Z]\w+", node.get_name() or "")
        ]
        xdotool("key", "Escape")
        expect(not nameless, f"no names: {nameless}")

    def test_menu_in_full_screen(self):
        """F10 opens the menu in full screen, where the header is hidden"""
        for keys in ("F11", "F10"):
            xdotool("key", keys)
            time.sleep(0.7)
        self.app.wait_for("menu item", "^Full Screen$")
        xdotool("key", "Escape")
        time.sleep(0.3)
        xdotool("key", "F11")
        wait_for("the window", lambda: self.get_size() == (1440, 900))

    def test_shortcuts(self):
        """F1 shows the keys in a window that fits a screen of 1280 by 720"""
        xdotool("key", "F1")
        wait_for("the keys", lambda: xdotool("getwindowfocus").strip() != str(self.app.window))
        shown = xdotool("getwindowfocus", "getwindowgeometry", "--shell")
        size = [int(re.search(rf"{side}=(\d+)", shown)[1]) for side in ("WIDTH", "HEIGHT")]
        xdotool("key", "Escape")
        wait_for("the window", lambda: xdotool("getwindowfocus").strip() == str(self.app.window))
        expect(size[0] <= 1280 and size[1] <= 720, f"the keys take {size} pixels")

    def test_fold(self):
        """a pane folds when its divider is dragged across half of its least width"""
        box = self.app.get_box(self.get_map())
        for start, end in (
            (box.x - 3, box.x - 230),
            (box.x + box.width + 3, box.x + box.width + 260),
        ):
            self.drag((start, box.y + 260), (end, box.y + 260))
        wait_for("panes", lambda: self.app.get_box(self.get_map()).width > box.width + 500)
        xdotool("key", "F9", "shift+F9")
        wait_for("panes", lambda: self.app.get_box(self.get_map()).width < box.width + 100)

    def test_folded(self):
        """the map takes clicks where the divider of a folded pane was"""
        panes = self.app.get_box(self.get_map())
        for key, divider in (("F9", round(panes.x) - 3), ("shift+F9", round(panes.x + panes.width) + 3)):
            xdotool("key", key)
            wait_for("a pane", lambda: self.app.get_box(self.get_map()).width > panes.width + 100)
            for x in range(divider - 12, divider + 13, 6):
                xdotool("key", "Escape")
                wait_for("nothing selected", lambda: not self.get_map().get_description())
                self.click((x, panes.y + panes.height * 0.6))
                wait_for(f"a selection at {x}", lambda: self.get_map().get_description())
            xdotool("key", "Escape", key)
            wait_for("a pane", lambda: self.app.get_box(self.get_map()).width < panes.width + 50)

    def test_legend(self):
        """the heading of the legend opens or folds it by pointer, and back again by key"""

        def get_top():
            return self.app.get_box(self.app.wait_for("push button", "^Legend$")).y

        first = get_top()
        self.click(self.app.get_middle(self.app.wait_for("push button", "^Legend$")))
        self.park()
        wait_for("the legend elsewhere", lambda: abs(get_top() - first) > 60)
        xdotool("key", "l")
        wait_for("the legend as before", lambda: abs(get_top() - first) < 3)

    def test_listen(self):
        """who hears the map is told of each region and line in view"""
        heard = []

        def hear():
            node = self.get_map()
            words = node.get_description()
            return words != (heard[-1] if heard else "") and words

        for _ in range(60):
            xdotool("key", "ctrl+Right")
            heard.append(wait_for("other words", hear))
            if len(heard) > 1 and heard[-1] == heard[0]:
                break
        expect(
            self.get_map().get_state_set().contains(Atspi.StateType.FOCUSED),
            "the map has lost the keyboard",
        )
        expect(len(heard) > 10 and heard[-1] == heard[0], f"heard {heard}")
        expect(
            re.match(r"Selected: Nakhichevan\. (Held|Occupied|Contested)", heard[0]),
            f"heard first {heard[0]!r}",
        )
        expect(any("Frontier of " in words for words in heard), f"heard of no line: {heard}")
        xdotool("key", "Escape")
        self.wait_for_text("^Who holds what$")

    def test_keys(self):
        """the timeline answers to its keys"""
        box = self.app.get_box(self.app.wait_for("image", "^Timeline, "))
        self.click((box.x + box.width / 3, box.y + box.height - 8))
        before = self.get_map().get_name()
        xdotool("key", "shift+Right")
        wait_for("the next day", lambda: self.get_map().get_name() != before)
        xdotool("key", "shift+Left")
        wait_for("the day before", lambda: self.get_map().get_name() == before)
        xdotool("key", "Right")
        self.wait_for_text(r"^Sources \(\d+\)$")

    def test_export(self):
        """Ctrl+E saves a picture, and a second one beside it"""
        day = self.get_map().get_name().split(", ")[1]
        xdotool("key", "ctrl+e")
        first = wait_for("a picture", self.list_pictures)
        expect(len(first) == 1, f"wrote {first}")
        self.wait_for_text("^Saved as ")
        path = os.path.join(self.pictures, first[0])
        year = day.split()[-1]
        expect(
            re.fullmatch(rf"kars-atlas-{year}-\d\d-\d\d-both\.png", first[0]), f"wrote {first[0]}"
        )
        expect(read_png_size(path) == (1920, 1080), f"the size is {read_png_size(path)}")
        with open(path, "rb") as file:
            content = file.read()

        xdotool("key", "ctrl+e")
        both = wait_for(
            "a second picture", lambda: len(self.list_pictures()) > 1 and self.list_pictures()
        )
        expect(first[0][:-4] + "-2.png" in both, f"wrote {both}")
        with open(path, "rb") as file:
            expect(file.read() == content, "the first picture was changed")

    def list_pictures(self):
        return sorted(name for name in os.listdir(self.pictures) if name.endswith(".png"))

    def test_close(self):
        """Alt+F4 closes it, and nothing was complained of"""
        xdotool("key", "alt+F4")
        wait_for("the end", lambda: self.app.process.poll() is not None)
        errors = self.app.read_errors()
        expect(self.app.process.returncode == 0, f"exit {self.app.process.returncode}: {errors}")
        expect(
            not re.search("WARNING|CRITICAL|runtime error|Sanitizer", errors), f"it said: {errors}"
        )

    def get_size(self):
        geometry = xdotool("getwindowgeometry", "--shell", self.app.window)
        return tuple(int(re.search(name + r"=(\d+)", geometry)[1]) for name in ("WIDTH", "HEIGHT"))

    def reopen(self, by_signal=False):
        if self.app.process.poll() is None:
            if by_signal:
                self.app.process.terminate()
            else:
                xdotool("key", "alt+F4")
            wait_for("the end", lambda: self.app.process.poll() is not None)
        self.app = Application(self.program)
        return self.get_map()

    def test_size_comes_back(self):
        """size, dividers, the largest size and the day come back"""
        day = self.reopen().get_name()
        wait_for("the size it was closed with", lambda: self.get_size() == (1440, 900))
        box = self.app.get_box(self.get_map())
        self.drag((box.x - 3, box.y + 300), (box.x + 37, box.y + 300))

        def get_narrower():
            first, second = (time.sleep(0.3) or self.app.get_box(self.get_map()) for _ in range(2))
            return first == second and first.width < box.width - 20 and first

        narrower = wait_for("a wider list", get_narrower)
        expect(self.reopen(by_signal=True).get_name() == day, "another day")
        wait_for("the divider", lambda: self.app.get_box(self.get_map()).width == narrower.width)

        xdotool("key", "F11")
        wait_for("the full screen", lambda: self.get_size() > (1440, 900))
        self.reopen()
        wait_for("the window", lambda: self.get_size() == (1440, 900))
        wait_for("the same map", lambda: self.app.get_box(self.get_map())[2:] == narrower[2:])

        title = self.app.get_box(self.wait_for_text("^Kars Atlas$"))
        self.go_to((title.x + title.width / 2, title.y + title.height / 2))
        xdotool("click", "--repeat", 2, "--delay", 60, 1)
        wait_for("the largest size", lambda: self.get_size() > (1440, 900))
        largest = self.get_size()
        self.reopen()
        wait_for("the largest size again", lambda: self.get_size() == largest)
        xdotool("key", "alt+F4")
        wait_for("the end", lambda: self.app.process.poll() is not None)

    def write(self, name, text):
        """Writes a document of the copied atlas as editors do: beside it, then renamed."""
        path = os.path.join(self.copy, name)
        with open(path + "~", "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(path + "~", path)

    def test_faulty(self):
        """an atlas with faults is told in a window and on the standard error; Escape ends with 1"""
        path = os.path.join(self.pictures, "bad.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"atlas": {"id": 3},\n')
        self.app = Application(self.program, [path], "bad.json cannot be opened")
        self.app.wait_for("list item", "^bad.json, line 2: ")
        self.app.wait_for("push button", "^Try Again$")
        xdotool("key", "Escape")
        wait_for("the end", lambda: self.app.process.poll() is not None)
        expect(self.app.process.returncode == 1, f"exit {self.app.process.returncode}")
        errors = self.app.read_errors()
        expect(errors.startswith("kars-atlas: bad.json:2:1: ") and errors.count("\n") == 1, errors)

    def test_reload(self):
        """a changed file is shown; a faulty one is told, and the last good version stays"""
        self.copy = os.path.join(self.pictures, "copy")
        shutil.copytree(self.atlas, self.copy)
        with open(os.path.join(self.copy, "events.json"), encoding="utf-8") as file:
            good = file.read()
        self.app = Application(self.program, ["--select", "kars-5", self.copy])
        self.wait_for_text(r"^Treaty of Kars · Article V$")
        self.write("events.json", good.replace('"1921-10-13"', '"1921-13-13"'))
        self.app.wait_for("alert", r"^\d+ faults? in events.json – the last good version is shown$")
        self.wait_for_text(r"^Treaty of Kars · Article V$")
        button = self.app.wait_for("push button", "^Show Faults$")
        self.click(self.app.get_middle(button))
        self.app.wait_for("list item", r"^events.json, line \d+: .*1921-13-13")
        xdotool("key", "Escape")
        self.write("events.json", good.replace('"Treaty of Kars"', '"Treaty of Gars"'))
        self.app.wait_for("list item", "^Treaty of Gars, ")
        wait_for("the end of the banner", lambda: self.app.find("alert", "") is None)
        self.wait_for_text(r"^Treaty of Kars · Article V$")
        xdotool("key", "F5")
        self.wait_for_text("^The atlas is loaded again$")

    def test_reload_while_dragging(self):
        """a file that changes while the map is dragged leaves nothing of the version before in memory"""
        with open(os.path.join(self.copy, "events.json"), encoding="utf-8") as file:
            good = file.read()
        point = self.app.get_middle(self.get_map())
        before = self.measure_mb()
        for number in range(N_RELOADS):
            self.go_to(point)
            xdotool("mousedown", 1)
            for way in range(0, 60, 10):
                move_to((point[0] + way, point[1]))
            self.write("events.json", good.replace('"Treaty of Gars"', f'"Treaty of Gars {number}"'))
            self.app.wait_for("list item", f"^Treaty of Gars {number}, ")
            xdotool("mouseup", 1)
        after = self.measure_mb()
        expect(after < before + MOST_GROWTH_MB, f"{before:.0f} MB, then {after:.0f} MB")

    def measure_mb(self):
        """The memory that the program holds."""
        with open(f"/proc/{self.app.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024

    def test_second_start(self):
        """a second start opens its file and its link in the program that runs, from its own folder"""
        shutil.copy(os.path.join(os.path.dirname(self.atlas), "examples", "tiny.json"), self.pictures)
        for words in (["tiny.json"], ["./tiny.json"], ["kars-atlas:kars-atlas?date=1945-06-07"]):
            result = subprocess.run(
                [os.path.abspath(self.program), *words], cwd=self.pictures, env=ENVIRONMENT, timeout=PATIENCE_S,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
            expect(result.returncode == 0 and not result.stdout, result.stdout)
            wait_for("the window of the atlas", lambda: len(self.list_windows("Heligoland")) == 1)
        self.wait_for_day("7 June 1945")
        xdotool("search", "--onlyvisible", "--name", "^Heligoland$", "windowactivate", "--sync")
        xdotool("key", "ctrl+w")
        wait_for("the end of its window", lambda: not self.list_windows("Heligoland"))

    @staticmethod
    def list_windows(title):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
                              stdout=subprocess.PIPE, text=True, check=False).stdout.split()

    def test_second_process(self):
        """--new-process opens beside it, and ends alone"""
        process = subprocess.Popen([self.program, "--new-process"], env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        wait_for("its window", lambda: process.poll() is not None or len(self.list_windows(TITLE)) == 2)
        expect(process.poll() is None, f"it ended with {process.returncode}")
        process.terminate()
        process.wait(PATIENCE_S)
        expect(self.app.process.poll() is None, "the first program ended")

    def test_open_dialog(self):
        """Ctrl+O opens a picture: its view comes back in the window of its atlas"""
        path = os.path.join(self.pictures, "view.png")
        result = run(self.program, "export", "--date", "1945-06-07", "--size", "320x200", "-o", path)
        expect(result.returncode == 0, result.stderr)
        xdotool("key", "ctrl+o")
        wait_for(
            "the dialog",
            lambda: any((node.get_name() or "").startswith("Open an") for node in self.app.list()),
        )
        time.sleep(0.5)
        xdotool("type", "--delay", 30, path)
        xdotool("key", "Return")
        self.wait_for_day("7 June 1945")
        windows = [node for node in get_children(self.app.root) if node.get_role_name() == "frame"]
        expect(len(windows) == 1, f"{len(windows)} windows")
        self.test_close()


STEPS = [
    "first_frame",
    "bad_usage",
    "open",
    "click_nakhichevan",
    "drag_playhead",
    "click_event",
    "history",
    "search",
    "search_by_keys",
    "zoom",
    "submenu",
    "panes",
    "names",
    "menu_in_full_screen",
    "shortcuts",
    "fold",
    "folded",
    "legend",
    "listen",
    "keys",
    "export",
    "second_start",
    "second_process",
    "close",
    "size_comes_back",
    "faulty",
    "reload",
    "reload_while_dragging",
    "open_dialog",
]


def main():
    test = Test(sys.argv[1], sys.argv[2])
    is_broken = False
    print(f"1..{len(STEPS)}", flush=True)
    for number, name in enumerate(STEPS, 1):
        step = getattr(test, "test_" + name)
        title = step.__doc__
        if test.app is None and number > STEPS.index("open") + 1:
            print(f"not ok {number} - {title}", flush=True)
            continue
        try:
            step()
            print(f"ok {number} - {title}", flush=True)
        except Exception as failure:  # whatever it is, the next step is tried
            is_broken = True
            print(f"not ok {number} - {title}", flush=True)
            for line in repr(failure).split("\\n"):
                print("# " + line, flush=True)
    if test.app is not None and test.app.process.poll() is None:
        if is_broken:
            print("\n".join("# " + line for line in test.app.read_errors().split("\n")))
        test.app.process.kill()


if __name__ == "__main__":
    main()
