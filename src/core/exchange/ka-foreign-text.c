/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML to text: foreign formats have it where our own has one paragraph. Not a parser of HTML: tags
 * go, entities become letters, and what no tag is stays.
 */
#include "config.h"

#include "ka-exchange-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Entities by name that texts of histories have; the others stay as they are written. */
static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },    { "lt", "<" },     { "gt", ">" },     { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " },   { "ndash", "–" },  { "mdash", "—" },  { "hellip", "…" }, { "lsquo", "‘" },
  { "rsquo", "’" },  { "ldquo", "“" },  { "rdquo", "”" },  { "laquo", "«" },  { "raquo", "»" },
  { "deg", "°" },    { "copy", "©" },   { "middot", "·" }, { "sect", "§" },   { "para", "¶" },
  { "agrave", "à" }, { "aacute", "á" }, { "acirc", "â" },  { "auml", "ä" },   { "aring", "å" },
  { "ccedil", "ç" }, { "egrave", "è" }, { "eacute", "é" }, { "ecirc", "ê" },  { "euml", "ë" },
  { "iacute", "í" }, { "icirc", "î" },  { "iuml", "ï" },   { "ntilde", "ñ" }, { "oacute", "ó" },
  { "ocirc", "ô" },  { "ouml", "ö" },   { "oslash", "ø" }, { "ugrave", "ù" }, { "uacute", "ú" },
  { "ucirc", "û" },  { "uuml", "ü" },   { "szlig", "ß" },  { "Auml", "Ä" },   { "Ouml", "Ö" },
  { "Uuml", "Ü" },   { "Eacute", "É" }, { "Ccedil", "Ç" }, { "Aring", "Å" },  { "Oslash", "Ø" },
  { "scaron", "š" }, { "Scaron", "Š" }, { "aelig", "æ" },  { "AElig", "Æ" },  { "times", "×" },
};

/* Tags between which text stands in paragraphs of its own. */
static const char *const blocks[] = { "p",      "br",         "div",    "li", "ul",    "ol",
                                      "h1",     "h2",         "h3",     "h4", "h5",    "h6",
                                      "tr",     "td",         "th",     "hr", "table", "blockquote",
                                      "figure", "figcaption", "section" };

/* Where the reader of a text is. */
typedef struct
{
  const char    *at;
  GString       *text;
  KaForeignText *result;
  gboolean       is_paragraph; /* something stands in the present one */
  gboolean       is_past_tags; /* no ">" follows, so there is no tag any more */
  guint          past;         /* kinds of @ends that do not follow any more, as bits */
} Stripper;

static void
end_paragraph (Stripper *self)
{
  if (self->is_paragraph)
    self->result->n_paragraphs++;
  self->is_paragraph = FALSE;
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
    g_string_append_c (self->text, ' ');
}

static void
append_letter (Stripper *self, gunichar letter)
{
  self->is_paragraph |= !g_unichar_isspace (letter);
  g_string_append_unichar (self->text, letter);
}

/* Appends letters up to the next one that may mean something else. */
static void
append_plain (Stripper *self)
{
  const gsize n = 1 + strcspn (self->at + 1, "<&\n");

  for (const char *c = self->at; !self->is_paragraph && c < self->at + n; c = g_utf8_next_char (c))
    self->is_paragraph = !g_unichar_isspace (g_utf8_get_char (c));
  g_string_append_len (self->text, self->at, (gssize) n);
  self->at += n;
}

/* Reads the number of an entity such as &#8211; or &#x2013;. */
static gboolean
read_number (const char *name, gsize length, gunichar *letter)
{
  const gboolean   is_hex = length > 2 && (name[1] == 'x' || name[1] == 'X');
  g_autofree char *digits = g_strndup (name + (is_hex ? 2 : 1), length - (is_hex ? 2 : 1));
  guint64          number;

  if (!g_ascii_string_to_unsigned (digits, is_hex ? 16 : 10, 1, 0x10FFFF, &number, NULL) ||
      !g_unichar_validate ((gunichar) number))
    return FALSE;
  *letter = (gunichar) number;
  return TRUE;
}

/* Reads an entity; an ampersand that starts none stands for itself. */
static void
read_entity (Stripper *self)
{
  const gsize length = strcspn (self->at + 1, ";&< \t\r\n");
  const char *name = self->at + 1;
  gunichar    letter = 0;

  if (name[length] == ';' && length > 1 && name[0] == '#' && read_number (name, length, &letter))
    append_letter (self, letter);
  for (gsize i = 0; letter == 0 && name[length] == ';' && i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) == length && strncmp (entities[i].name, name, length) == 0)
      {
        letter = g_utf8_get_char (entities[i].text);
        append_letter (self, letter);
      }
  if (letter == 0)
    {
      append_letter (self, '&');
      self->at++;
      return;
    }
  self->at = name + length + 1;
}

/* Finds the value of an attribute in a tag. Returns: (transfer full) (nullable) */
static char *
dup_attribute (const char *tag, const char *end, const char *name)
{
  const gsize length = strlen (name);

  for (const char *c = tag; c + length < end; c++)
    {
      const char *value = c + length;
      char        quote;

      if (!g_ascii_isspace (*c) || g_ascii_strncasecmp (c + 1, name, length) != 0)
        continue;
      for (value = c + 1 + length; value < end && g_ascii_isspace (*value);)
        value++;
      if (value >= end || *value != '=')
        continue;
      for (value++; value < end && g_ascii_isspace (*value);)
        value++;
      quote = value < end && (*value == '"' || *value == '\'') ? *value : '\0';
      if (quote != '\0')
        {
          const char *close = memchr (value + 1, quote, (gsize) (end - value - 1));

          return close != NULL ? g_strndup (value + 1, (gsize) (close - value - 1)) : NULL;
        }
      return g_strndup (value, MIN (strcspn (value, " \t\r\n>"), (gsize) (end - value)));
    }
  return NULL;
}

/* What ends a comment and elements whose content is no text. */
static const struct
{
  const char *name; /* of an element; NULL for a comment */
  const char *end;
} ends[] = { { NULL, "-->" }, { "script", "</script" }, { "style", "</style" } };

/* Skips what is no text up to its end, whose number is @kind. What has no end is text.
 * Returns: whether there is one */
static gboolean
skip_to_end (Stripper *self, gsize kind)
{
  const gsize length = strlen (ends[kind].end);

  for (const char *c = self->at; *c != '\0' && (self->past & 1u << kind) == 0; c++)
    if (*c == *ends[kind].end && g_ascii_strncasecmp (c, ends[kind].end, length) == 0)
      {
        self->at = c;
        return TRUE;
      }
  self->past |= 1u << kind;
  return FALSE;
}

/* Reads a tag from its "<" on. Returns FALSE where there is none. */
static gboolean
read_tag (Stripper *self)
{
  const char      *start = self->at + (self->at[1] == '/' ? 2 : 1);
  const char      *end;
  g_autofree char *name = NULL, *link = NULL;

  if (g_str_has_prefix (self->at, "<!--"))
    {
      if (!skip_to_end (self, 0))
        return FALSE;
      self->at += strlen (ends[0].end);
      return TRUE;
    }
  end = self->is_past_tags || !g_ascii_isalpha (*start) ? NULL : strchr (start, '>');
  if (end == NULL)
    {
      self->is_past_tags |= g_ascii_isalpha (*start);
      return FALSE;
    }
  name = g_ascii_strdown (start, (gssize) strcspn (start, " \t\r\n/>"));
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (strcmp (blocks[i], name) == 0)
      end_paragraph (self);
  link = dup_attribute (start, end, strcmp (name, "a") == 0 ? "href" : "src");
  if (link != NULL)
    {
      if (self->result->links == NULL)
        self->result->links = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->result->links, g_steal_pointer (&link));
    }
  self->at = end + 1;
  for (gsize i = 1; start[-1] == '<' && i < G_N_ELEMENTS (ends); i++)
    if (strcmp (name, ends[i].name) == 0)
      skip_to_end (self, i);
  return TRUE;
}

KaForeignText *
ka_foreign_text_new (const char *html)
{
  Stripper self = {
    html, g_string_sized_new (strlen (html)), g_new0 (KaForeignText, 1), FALSE, FALSE, 0
  };

  while (*self.at != '\0')
    {
      if (*self.at == '<' && read_tag (&self))
        continue;
      if (*self.at == '&')
        {
          read_entity (&self);
          continue;
        }
      if (self.at[0] == '\n' && self.at[1 + (self.at[1] == '\r')] == '\n')
        end_paragraph (&self);
      append_plain (&self);
    }
  end_paragraph (&self);
  self.result->text = g_strstrip (g_string_free (self.text, FALSE));
  return self.result;
}

void
ka_foreign_text_free (KaForeignText *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self);
}

void
ka_foreign_text_tell_losses (const KaForeignText *self,
                             KaDraft             *draft,
                             gsize                offset,
                             const char          *item)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    ka_draft_loss (draft, offset, item, _ ("the link to %s is not carried"),
                   (const char *) self->links->pdata[i]);
  if (self->n_paragraphs > 1)
    ka_draft_loss (draft, offset, item,
                   g_dngettext (GETTEXT_PACKAGE, "the %u paragraph of the text becomes one",
                                "the %u paragraphs of the text become one", self->n_paragraphs),
                   self->n_paragraphs);
}
