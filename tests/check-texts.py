#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that translators get every text: po/POTFILES and po/kars-atlas.pot are current. What they made
of it keeps numbers, names and ends of lines, and po/LINGUAS names it.

Usage: check-texts.py ROOT XGETTEXT-ARGUMENT...   checks both, speaks TAP
       check-texts.py ROOT --list                 prints what po/POTFILES must say
"""
import ast
import pathlib
import re
import subprocess
import sys
import tempfile

# A number before a word in the plural, and words before a number that is never one or counts nothing.
COUNT = re.compile(r"(\S*\s*)(%(?:\d\$)?(?:z|ll?)?[ud]) (?:(?:of|different) )?(?:%\S+ )?[a-z]+s\b")
UNCOUNTED = ("most", "×", "of", "arc", "feature", "%s")
CALL = re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) \(")


def has_texts(path):
    text = path.read_text(encoding='utf-8')
    return 'translatable="yes"' in text if path.suffix == '.ui' else CALL.search(text) is not None


def list_sources(root):
    """The files with texts for people, sorted, relative to the root."""
    files = [path for pattern in ('src/**/*.[ch]', 'ui/*.ui') for path in root.glob(pattern) if has_texts(path)]
    files += [path for pattern in ('*.desktop.in', '*.gschema.xml', '*.metainfo.xml.in')
              for path in root.glob(f'data/{pattern}')]
    return sorted(str(path.relative_to(root)) for path in files)


def read_messages(pot):
    """The messages of a template: (context, singular, plural), the space in them made one.

    Texts of the metainfo file are left out: versions of its rules differ in what they take.
    """
    messages = set()
    for block in pot.split('\n\n'):
        fields, field = {}, None
        places = ' '.join(line[2:] for line in block.split('\n') if line.startswith('#:')).split()
        for line in block.split('\n'):
            found = re.match(r'(msgctxt|msgid|msgid_plural|msgstr)\b[^"]*(".*")$', line)
            if found:
                field = found[1]
                fields[field] = ast.literal_eval(found[2])
            elif line.startswith('"') and field is not None:
                fields[field] += ast.literal_eval(line)
        if fields.get('msgid') and not all('.metainfo.xml' in place for place in places):
            messages.add(tuple(' '.join(fields[key].split()) if key in fields else None
                               for key in ('msgctxt', 'msgid', 'msgid_plural')))
    return messages


def list_counts(messages):
    """The messages that count something and have no plural form, so that they say "1 areas"."""
    return {message for message in messages if message[2] is None
            and any(found[1].strip() not in UNCOUNTED for found in COUNT.finditer(message[1]))}


def list_translation_faults(root):
    """What is wrong with a translation, a line each; a text that has none yet is no fault."""
    faults = set()
    languages = (root / 'po/LINGUAS').read_text(encoding='utf-8').split()
    faults |= {f'{path.name}: not in po/LINGUAS' for path in root.glob('po/*.po') if path.stem not in languages}
    for language in languages:
        path = root / 'po' / f'{language}.po'
        done = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', path], capture_output=True, text=True, check=False)
        faults |= set(done.stderr.splitlines()) if done.returncode != 0 else set()
        if re.search('^#, .*fuzzy', path.read_text(encoding='utf-8'), re.MULTILINE):
            faults.add(f'{path.name}: marked as fuzzy, so that it is not shown')
    return faults


def report(number, name, missing, needless, cure):
    print(f'{"not " if missing or needless else ""}ok {number} - {name}')
    for what, items in (('lacks', missing), ('does not need', needless)):
        for item in sorted(items, key=str):
            print(f'# {name} {what}: {item}')
    if missing or needless:
        print(f'# To mend it, run: {cure}')
    return bool(missing or needless)


def main():
    root = pathlib.Path(sys.argv[1])
    wanted = list_sources(root)
    if sys.argv[2:] == ['--list']:
        print('\n'.join(wanted))
        return 0

    print('1..4')
    listed = (root / 'po/POTFILES').read_text(encoding='utf-8').split()
    failed = report(1, 'po/POTFILES', set(wanted) - set(listed), set(listed) - set(wanted),
                    'tests/check-texts.py . --list >po/POTFILES')
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / 'made.pot'
        subprocess.run(['xgettext', *sys.argv[2:], f'--directory={root}', f'--output={made}', *wanted], check=True)
        fresh = read_messages(made.read_text(encoding='utf-8'))
    kept = read_messages((root / 'po/kars-atlas.pot').read_text(encoding='utf-8'))
    failed |= report(2, 'po/kars-atlas.pot', fresh - kept, kept - fresh, 'meson compile -C build kars-atlas-pot')
    failed |= report(3, 'plural forms', list_counts(fresh), set(), 'ngettext() with a form for one and a form for many')
    failed |= report(4, 'translations', set(), list_translation_faults(root), 'an editor of the file in po')
    return 1 if failed else 0


sys.exit(main())
