#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the order of the rooms of each layer. Speaks TAP.

A layer is a row of folders. A file includes headers of its own folder and of those before it. It
refers to functions and tables of these alone. No files refer to each other in a circle: the linker's
symbols tell, so a table of function pointers counts as well as a call. Only the window links GTK.

Arguments: the folder of the sources and the folder of a build of them.
"""
import collections
import json
import os
import re
import subprocess
import sys

LAYERS = {
    'core': ['date', 'atlas', 'query', 'search', 'load', 'exchange', 'reading'],
    'render': ['base', 'time', 'timeline', 'scene', 'label', 'map', 'page', 'export'],
    'app': ['base', 'session', 'play', 'list', 'reading', 'map', 'export', 'timeline', 'tour', 'window'],
    'cli': ['.'],
}


def find_rooms(root):
    """Returns {file name: (layer, place of its room in the layer, path)} of all sources."""
    rooms = {}
    for layer, names in LAYERS.items():
        for place, room in enumerate(names):
            folder = os.path.normpath(os.path.join(root, 'src', layer, room))
            for name in os.listdir(folder):
                if name.endswith(('.c', '.h')):
                    rooms[name] = (layer, place, os.path.relpath(os.path.join(folder, name), root))
    return rooms


def list_strays(root):
    """Returns the sources that stand in no room of the table."""
    known = {path for _, _, path in find_rooms(root).values()}
    found = set()
    for layer in LAYERS:
        for folder, _, names in os.walk(os.path.join(root, 'src', layer)):
            found |= {os.path.relpath(os.path.join(folder, name), root)
                      for name in names if name.endswith(('.c', '.h'))}
    return sorted(found - known)


def list_includes(root, rooms):
    """Returns {(file, file)}: who includes whom, by file name."""
    edges = set()
    for name, (_, _, path) in rooms.items():
        with open(os.path.join(root, path), encoding='utf-8') as source:
            edges |= {(name, header) for header in re.findall(r'#include "(ka-[^"]+)"', source.read())
                      if header in rooms}
    return edges


def read_symbols(objects):
    """Returns ({symbol: file that defines it}, {file: symbols that it needs})."""
    homes, needs = {}, collections.defaultdict(set)
    for line in subprocess.check_output(['nm', '--print-file-name', *objects], text=True).splitlines():
        path, rest = line.split(':', 1)
        kind, symbol = rest.split()[-2:]
        if kind == 'U':
            needs[objects[path]].add(symbol)
        elif kind.isupper():
            homes[symbol] = objects[path]
    return homes, needs


def list_calls(build, rooms):
    """Returns {(file, file)}: who refers to a symbol of whom, by file name."""
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as commands:
        objects = {os.path.join(build, entry['output']): os.path.basename(entry['file'])
                   for entry in json.load(commands)
                   if '/src/' in entry['file'] and os.path.basename(entry['file']) in rooms}
    homes, needs = read_symbols(objects)
    return {(name, homes[symbol]) for name, symbols in needs.items() for symbol in symbols
            if homes.get(symbol, name) != name}


def list_toolkits(program):
    """Returns the libraries of a window that a program is linked with."""
    return re.findall(r'libgtk-\S+', subprocess.check_output(['ldd', program], text=True))


def find_against_order(edges, rooms):
    """Returns the references of a file to a later room of its layer."""
    return [f'{rooms[user][2]} uses {rooms[used][2]}' for user, used in sorted(edges)
            if rooms[user][0] == rooms[used][0] and rooms[user][1] < rooms[used][1]]


def find_circles(edges):
    """Returns the groups of files of which each leads to each (Tarjan, 1972)."""
    users = collections.defaultdict(list)
    for user, used in sorted(edges):
        users[user].append(used)
    index, low, stack, circles = {}, {}, [], []

    def visit(name):
        index[name] = low[name] = len(index)
        stack.append(name)
        for used in users[name]:
            if used not in index:
                visit(used)
                low[name] = min(low[name], low[used])
            elif used in stack:
                low[name] = min(low[name], index[used])
        if low[name] == index[name]:
            group = stack[stack.index(name):]
            del stack[stack.index(name):]
            if len(group) > 1:
                circles.append(sorted(group))

    for name in sorted(users):
        if name not in index:
            visit(name)
    return sorted(circles)


def check_itself():
    """Returns what the rules fail to see in a made-up tree with one fault of each kind."""
    rooms = {'a.c': ('core', 0, 'a.c'), 'b.c': ('core', 1, 'b.c'), 'c.c': ('core', 1, 'c.c')}
    faults = []
    if find_against_order({('a.c', 'b.c'), ('b.c', 'a.c')}, rooms) != ['a.c uses b.c']:
        faults.append('a call against the order is not seen')
    if find_circles({('a.c', 'b.c'), ('b.c', 'c.c'), ('c.c', 'b.c')}) != [['b.c', 'c.c']]:
        faults.append('a circle is not seen')
    return faults


def main():
    root, build = sys.argv[1:3]
    rooms = find_rooms(root)
    calls = list_calls(build, rooms)
    checks = [
        ('the rules see made-up faults', check_itself()),
        ('every source stands in a room', list_strays(root)),
        ('symbols of all layers are read', [] if len(calls) > 300 else ['too few references were found']),
        ('includes keep the order', find_against_order(list_includes(root, rooms), rooms)),
        ('calls keep the order', find_against_order(calls, rooms)),
        ('no files refer to each other in a circle',
         [' <-> '.join(circle) for circle in find_circles(calls)]),
        ('commands do not link GTK', list_toolkits(os.path.join(build, 'src', 'kars-atlas'))),
    ]
    print(f'1..{len(checks)}')
    for number, (name, found) in enumerate(checks, 1):
        print(f'{"not ok" if found else "ok"} {number} - {name}')
        for line in found:
            print('#', line)
    return any(found for _, found in checks)


if __name__ == '__main__':
    sys.exit(main())
