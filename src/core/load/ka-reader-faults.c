/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Collects the faults of an atlas with file, line and JSON pointer, and gets values of an expected
 * type or reports.
 */
#include "config.h"

#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a JSON pointer that are kept. */
#define MAX_POINTER 120

/* Characters of a value that a message repeats. */
#define MAX_VALUE 40

gboolean
ka_reader_has_room (KaReader *self)
{
  return self->faults->len < KA_ATLAS_MAX_FAULTS;
}

gboolean
ka_reader_count_fault (KaReader *self)
{
  self->n_problems++;
  return ka_reader_has_room (self);
}

/* @message: (transfer full). */
static void
take_fault (KaReader *self, const KaDocument *document, int line, int column, char *message)
{
  KaFault *fault = g_new0 (KaFault, 1);

  fault->file = g_strdup (document != NULL ? document->name : self->name);
  fault->line = line;
  fault->column = column;
  fault->message = ka_fault_shorten (message);
  g_ptr_array_add (self->faults, fault);
}

void
ka_reader_add_document_fault (KaReader *self, const KaDocument *document, const char *format, ...)
{
  va_list arguments;

  if (!ka_reader_count_fault (self))
    return;
  va_start (arguments, format);
  take_fault (self, document, 0, 0, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
ka_reader_add_offset_fault (KaReader         *self,
                            const KaDocument *document,
                            gsize             offset,
                            const char       *message)
{
  int line, column;

  if (!ka_reader_count_fault (self))
    return;
  ka_document_get_line (document, offset, &line, &column);
  take_fault (self, document, line, column, g_strdup (message));
}

static void add_fault_va (KaReader     *self,
                          const KaNode *node,
                          const char   *member,
                          const char   *format,
                          va_list       arguments) G_GNUC_PRINTF (4, 0);

static void
add_fault_va (KaReader     *self,
              const KaNode *node,
              const char   *member,
              const char   *format,
              va_list       arguments)
{
  const KaDocument *document = node->document;
  g_autofree char  *start = NULL, *pointer = NULL;
  char             *message;
  int               line, column;

  if (!ka_reader_count_fault (self))
    return;
  start = ka_node_dup_pointer (node);
  pointer = g_strconcat (start, member, NULL);
  ka_document_find (document, pointer, &line, &column);
  message = g_strdup_vprintf (format, arguments);
  if (*pointer != '\0')
    {
      g_autofree char *words = message;

      pointer = ka_shorten (g_steal_pointer (&pointer), MAX_POINTER / 2, MAX_POINTER / 2);
      message = g_strdup_printf ("%s: %s", pointer, words);
    }
  take_fault (self, document, line, column, message);
}

void
ka_reader_add_fault (KaReader *self, const KaNode *node, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_fault_va (self, node, NULL, format, arguments);
  va_end (arguments);
}

void
ka_reader_add_item_fault (KaReader     *self,
                          gconstpointer item,
                          const char   *member,
                          const char   *format,
                          ...)
{
  const KaSection *section = ka_section_of_kind (KA_ITEM (item)->kind);
  const KaNode     node = ka_node_get_element (&self->sections[section - ka_sections],
                                               KA_ITEM (item)->origin.element);
  va_list          arguments;

  va_start (arguments, format);
  add_fault_va (self, &node, member, format, arguments);
  va_end (arguments);
}

char *
ka_reader_dup_hint (char *message, const char *nearest)
{
  g_autofree char *words = message;

  if (nearest == NULL)
    return g_steal_pointer (&words);
  /* Translators: of a faulty file: what is wrong with a word, and the word that is most like it. */
  return g_strdup_printf (_ ("%1$s; did you mean “%2$s”?"), words, nearest);
}

char *
ka_dup_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", number));
}

/* Reports the first character of a string that no text of an atlas has: each is one paragraph. */
static gboolean
expect_plain_text (KaReader *self, const KaNode *node)
{
  for (const char *c = json_object_get_string (node->value);; c = g_utf8_next_char (c))
    {
      gunichar letter;

      while (*c >= ' ' && *c < 0x7F)
        c++;
      if (*c == '\0')
        return TRUE;
      letter = g_utf8_get_char (c);
      if (ka_is_line_break (letter))
        ka_reader_add_fault (
          self, node, _ ("a line break, the character U+%04X, found, one line expected"), letter);
      else if (ka_is_control (letter))
        ka_reader_add_fault (self, node,
                             _ ("the character U+%04X found, text without control characters"
                                " expected"),
                             letter);
      else
        continue;
      return FALSE;
    }
}

char *
ka_reader_dup_length_words (const char *text, gsize limit)
{
  const glong n = strlen (text) > limit ? g_utf8_strlen (text, -1) : 0;

  if ((gsize) n <= limit)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%ld character, at most %zu expected",
                                       "%ld characters, at most %zu expected", (gulong) n),
                          n, limit);
}

gboolean
ka_reader_expect_length (KaReader *self, const KaNode *node, gsize limit)
{
  g_autofree char *words = ka_reader_dup_length_words (json_object_get_string (node->value), limit);

  if (words != NULL)
    ka_reader_add_fault (self, node, "%s", words);
  return words == NULL;
}

/* Whether a string is a text that an atlas may have. The heights of the relief are the only long
 * one. */
static gboolean
expect_text (KaReader *self, const KaNode *node)
{
  return expect_plain_text (self, node) &&
         (node->parent == &self->relief ||
          ka_reader_expect_length (self, node, self->limits->n_letters));
}

/* What stands at a node, for a message: a short value itself, or what kind of value it is. */
static char *
dup_found (const KaNode *node)
{
  g_autofree char *start = NULL;
  const char      *text;

  if (ka_node_is (node, json_type_object))
    return g_strdup (_ ("an object"));
  if (ka_node_is (node, json_type_array))
    return g_strdup (_ ("a list"));
  if (!ka_node_is (node, json_type_string))
    return g_strndup (json_object_to_json_string (node->value), MAX_VALUE);
  text = json_object_get_string (node->value);
  if (g_utf8_strlen (text, -1) <= MAX_VALUE)
    /* Translators: of a faulty file: a text that stands where something else should. */
    return g_strdup_printf (_ ("the string “%s”"), text);
  start = g_utf8_substring (text, 0, MAX_VALUE);
  return g_strdup_printf (_ ("the string “%s…”"), start);
}

gboolean
ka_reader_expect (KaReader *self, const KaNode *node, enum json_type type, const char *expected)
{
  g_autofree char *found = NULL;

  if (ka_node_is (node, type))
    return type != json_type_string || expect_text (self, node);
  if (ka_reader_has_room (self))
    found = dup_found (node);
  /* Translators: of a faulty file: what stands there, and what should, such as “an object”. */
  ka_reader_add_fault (self, node, _ ("%1$s found, %2$s expected"), found, _ (expected));
  return FALSE;
}

gboolean
ka_reader_expect_count (KaReader *self, const KaNode *node, gsize n, const char *expected)
{
  if (!ka_reader_expect (self, node, json_type_array, expected))
    return FALSE;
  if (ka_node_count (node) == n)
    return TRUE;
  /* Translators: of a faulty file: how many elements a list has, and what it should be. */
  ka_reader_add_fault (self, node, _ ("%1$zu in the list, %2$s expected"), ka_node_count (node),
                       _ (expected));
  return FALSE;
}

const char *
ka_reader_read_word (KaReader *self, const KaNode *node, const char *expected)
{
  if (!ka_reader_expect (self, node, json_type_string, expected))
    return NULL;
  if (json_object_get_string_len (node->value) == 0)
    {
      ka_reader_add_fault (self, node, _ ("empty string, %s expected"), _ (expected));
      return NULL;
    }
  if (ka_is_blank (json_object_get_string (node->value)))
    {
      ka_reader_add_fault (self, node, _ ("nothing but blanks, %s expected"), _ (expected));
      return NULL;
    }
  return json_object_get_string (node->value);
}

gboolean
ka_reader_read_integer (KaReader *self, const KaNode *node, gint64 *number)
{
  if (!ka_reader_expect (self, node, json_type_int, N_ ("an integer")))
    return FALSE;
  *number = json_object_get_int64 (node->value);
  return TRUE;
}

gboolean
ka_reader_get_member (KaReader      *self,
                      const KaNode  *node,
                      const char    *name,
                      enum json_type type,
                      const char    *expected,
                      KaNode        *member)
{
  if (ka_node_get_member (node, name, member))
    return ka_reader_expect (self, member, type, expected);
  /* Translators: of a faulty file: the name of what is missing, and what it is, such as “a word”.
   */
  ka_reader_add_fault (self, node, _ ("no “%1$s”, %2$s of that name expected"), name, _ (expected));
  return FALSE;
}

gboolean
ka_reader_is_comment (KaReader *self, const KaNode *object, const char *name)
{
  KaNode member;

  if (strcmp (name, "$comment") != 0)
    return FALSE;
  if (ka_node_get_member (object, name, &member))
    ka_reader_expect (self, &member, json_type_string, N_ ("a comment"));
  return TRUE;
}

const char *
ka_reader_get_word (KaReader *self, const KaNode *node, const char *name)
{
  KaNode member;

  return ka_reader_get_member (self, node, name, json_type_string, N_ ("a word"), &member)
           ? json_object_get_string (member.value)
           : NULL;
}
