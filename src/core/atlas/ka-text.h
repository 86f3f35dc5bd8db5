/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-arena.h"
#include "ka-language.h"
#include "ka-span.h"

G_BEGIN_DECLS

/**
 * KaText:
 *
 * A text in several languages, UTF-8. All zero is "no text". Every text of an atlas has English.
 * An event has six of them, most in one language or none, so a text takes no room for others.
 */
typedef struct
{
  /*< private >*/
  char *block; /* (nullable): a byte with a bit for each language, then their strings */
} KaText;

/** KaName: a name and when it was used. */
typedef struct
{
  KaText text; /* the name */
  KaSpan span; /* when it was used; open at the first and the last name */
} KaName;

/** KaNames: names over time. */
typedef struct
{
  KaName *items; /* (array length=n_items): in order of time, without hole or overlap */
  gsize   n_items;
} KaNames;

/**
 * ka_text_get:
 * @text: a text
 * @language: the language of the text
 *
 * Gets the text in @language, else in English.
 *
 * Returns: (transfer none): UTF-8, never %NULL; "" for no text
 */
const char *ka_text_get (const KaText *text, KaLanguage language);

/**
 * ka_text_find:
 * @text: a text
 * @language: the language of the text
 *
 * Returns: (transfer none) (nullable): the text in @language, or %NULL without one
 */
const char *ka_text_find (const KaText *text, KaLanguage language);

/**
 * ka_text_init:
 * @self: (out caller-allocates): what it holds is not freed
 * @arena: (nullable): whose memory it takes; ka_text_clear() is for a text without one
 * @in: the text in each language; %NULL without one
 *
 * Makes a text of copies of strings.
 */
void ka_text_init (KaText *self, KaArena *arena, const char *const in[KA_N_LANGUAGES]);

/** ka_text_init_in: as ka_text_init() with a text in @language alone; @string: (nullable) */
void ka_text_init_in (KaText *self, KaArena *arena, KaLanguage language, const char *string);

/**
 * ka_text_set:
 * @self: a text without an arena
 * @language: a language
 * @string: (nullable): the text in it, or %NULL to leave it without one
 *
 * Replaces the text in a language. Strings that were got from @self before are gone.
 */
void ka_text_set (KaText *self, KaLanguage language, const char *string);

/** ka_text_copy: @self: (out caller-allocates): gets a copy of @text without an arena; what it
 * holds is not freed */
void ka_text_copy (KaText *self, const KaText *text);

/** ka_text_get_language: Returns: the language of the text that ka_text_get() gives */
KaLanguage ka_text_get_language (const KaText *text, KaLanguage language);

/**
 * ka_text_write_capitals:
 * @text: UTF-8 in @language
 * @language: the language of the text; the locale has no part in it
 *
 * Writes a text in capitals: Turkish and Azerbaijani keep the dot of i. Georgian letters stay
 * small, for few fonts have the capitals that Unicode 11 added.
 *
 * Returns: (transfer full): UTF-8
 */
char *ka_text_write_capitals (const char *text, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_text_capitalise: writes the first letter alone in capitals; all else is as of
 * ka_text_write_capitals(). */
char *ka_text_capitalise (const char *text, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_text_is_empty: Returns: whether it has no letter in any language */
gboolean ka_text_is_empty (const KaText *text);

/** ka_text_clear: frees what a text without an arena holds and leaves it empty; the struct itself
 * is the caller's. */
void ka_text_clear (KaText *text);

/**
 * ka_names_get_on:
 * @names: names in order of time
 * @day: a day; %KA_DAY_MIN and %KA_DAY_MAX are allowed
 *
 * Gets the name used on a day; before the first name the first, after the last name the last.
 * O(names).
 *
 * Returns: (transfer none) (nullable): the name, or %NULL when there are none at all
 */
const KaText *ka_names_get_on (const KaNames *names, KaDay day);

/**
 * ka_is_line_break:
 * @letter: a character
 *
 * Returns: whether it ends a line: U+000A to U+000D, U+0085, U+2028 or U+2029
 */
gboolean ka_is_line_break (gunichar letter);

/**
 * ka_is_control:
 * @letter: a character
 *
 * Returns: whether it commands a terminal, turns the order of the text around or is none of XML: a
 * control character, a line break, a mark, embedding, override or isolate of the bidirectional
 * algorithm, or a noncharacter
 */
gboolean ka_is_control (gunichar letter);

/** ka_is_blank: @text: UTF-8. Returns: whether it has nothing but blanks, of any width */
gboolean ka_is_blank (const char *text);

/**
 * ka_escape_controls:
 * @text: UTF-8; bytes that are none become U+FFFD
 * @keeps_lines: whether "\n" and "\r\n" stay
 *
 * Makes a text harmless to a terminal: control characters become \\uXXXX, as JSON has them.
 *
 * Returns: (transfer full): the text
 */
char *ka_escape_controls (const char *text, gboolean keeps_lines) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_shorten:
 * @text: (transfer full): bytes, best UTF-8
 * @n_start: characters to keep of its start
 * @n_end: characters to keep of its end
 *
 * Leaves out the middle of a message that repeats much of what somebody wrote.
 *
 * Returns: (transfer full): UTF-8, with “…” for the middle
 */
char *ka_shorten (char *text, glong n_start, glong n_end) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaText, ka_text_clear)

G_END_DECLS
