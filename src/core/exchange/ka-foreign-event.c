/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What exporters of events share: which parts of an event a format has no place for, dates and
 * numbers as formats write them.
 */
#include "config.h"

#include "ka-foreign-event.h"

#include "ka-fold.h"
#include "ka-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @message: (transfer full) */
static void
add_loss (const KaForeignExport *self, const char *item, char *message)
{
  const KaAtlasHead *head = ka_atlas_get_head (self->atlas);

  g_ptr_array_add (self->losses, ka_loss_new (head->id, 0, item, message));
}

void
ka_foreign_tell (const KaForeignExport *self, const KaItem *item, const char *format, ...)
{
  g_autofree char *reference = ka_item_dup_reference (item);
  va_list          arguments;

  va_start (arguments, format);
  add_loss (self, reference, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
ka_foreign_tell_atlas (const KaForeignExport *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  add_loss (self, NULL, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Whether a text has another language than English. */
static gboolean
is_translated (const KaText *text)
{
  for (guint i = 0; i < KA_N_LANGUAGES; i++)
    if (i != KA_LANGUAGE_EN && ka_text_find (text, i) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_links (const KaEvent *event)
{
  return event->regions.n_items + event->articles.n_items + event->treaties.n_items +
           event->parties.n_items + event->n_people >
         0;
}

static gboolean
has_remarks (const KaEvent *event)
{
  return event->item.note != NULL || event->old_style != NULL ||
         !ka_text_is_empty (&event->disputed) || !ka_text_is_empty (&event->unchanged);
}

static gboolean
has_places (const KaEvent *event)
{
  return event->places.n_items > 0 || !ka_text_is_empty (&event->where);
}

static gboolean
has_other_places (const KaEvent *event)
{
  return event->places.n_items > 1 ||
         (event->places.n_items == 1 && !ka_text_is_empty (&event->where));
}

void
ka_foreign_tell_event (const KaForeignExport *self, const KaEvent *event, KaForeignParts parts)
{
  const struct
  {
    KaForeignParts part;
    gboolean       is_there;
    const char    *words;
  } all[] = {
    { KA_FOREIGN_CATEGORIES, event->categories != event->leading, N_ ("further categories") },
    { KA_FOREIGN_IMPORTANCE, event->importance != 3, N_ ("importance") },
    { KA_FOREIGN_PLACES, has_places (event), N_ ("places") },
    { KA_FOREIGN_OTHER_PLACES, has_other_places (event), N_ ("further places") },
    { KA_FOREIGN_LINKS, has_links (event), N_ ("links") },
    { KA_FOREIGN_REMARKS, has_remarks (event), N_ ("remarks") },
    { KA_FOREIGN_CERTAINTY, event->item.certainty != KA_CERTAIN, N_ ("certainty") },
    { KA_FOREIGN_PROBABLE, event->item.certainty == KA_PROBABLE, N_ ("that it is probable") },
    { KA_FOREIGN_LANGUAGES, is_translated (&event->title) || is_translated (&event->summary),
      N_ ("other languages than English") },
    { KA_FOREIGN_SOURCES, event->item.n_citations > 0, N_ ("sources") },
  };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if ((parts & all[i].part) != 0 && all[i].is_there)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _ (all[i].words));
  if (words->len > 0)
    /* Translators: a list of parts of an event, such as “sources, links”. */
    ka_foreign_tell (self, &event->item, _ ("not carried: %s"), words->str);
}

void
ka_foreign_tell_short_titles (const KaForeignExport *self)
{
  const KaList *events = ka_atlas_get_items (self->atlas, KA_ITEM_EVENT);
  guint         n = 0;

  for (gsize i = 0; i < events->n_items; i++)
    n += ka_text_is_empty (&((const KaEvent *) events->items[i])->label) ? 0 : 1;
  if (n > 0)
    ka_foreign_tell_atlas (self,
                           g_dngettext (GETTEXT_PACKAGE, "not carried: the short title of %u event",
                                        "not carried: the short titles of %u events", n),
                           n);
}

void
ka_foreign_tell_sections (const KaForeignExport *self, guint kept)
{
  for (guint kind = 0; kind < KA_N_ITEM_KINDS; kind++)
    {
      const gsize n_items = ka_atlas_get_items (self->atlas, (KaItemKind) kind)->n_items;

      if (n_items > 0 && (kept & (1u << kind)) == 0)
        add_loss (self, NULL,
                  /* Translators: how many items there are, and of which section. */
                  g_strdup_printf (_ ("not carried: %1$zu in the section “%2$s”"), n_items,
                                   ka_section_of_kind ((KaItemKind) kind)->name));
    }
}

char *
ka_foreign_dup_days (KaSpan span)
{
  g_autofree char *first = ka_day_to_iso (span.from), *last = ka_day_to_iso (span.to - 1);

  return span.to == span.from + 1 ? g_strdup (first) : g_strdup_printf ("%s/%s", first, last);
}

char *
ka_foreign_dup_degrees (double degrees)
{
  char  buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize n;

  g_ascii_formatd (buffer, sizeof buffer, "%.6f", degrees);
  n = strlen (buffer);
  while (buffer[n - 1] == '0')
    n--;
  buffer[buffer[n - 1] == '.' ? n - 1 : n] = '\0';
  return g_strdup (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static const char *const *
get_categories (void)
{
  return ka_record_find_field (ka_section_of_kind (KA_ITEM_EVENT)->record, "categories")->choices;
}

const char *
ka_foreign_find_category (const char *word)
{
  g_autofree char *folded = ka_fold (word, -1);

  g_strdelimit (g_strstrip (folded), " _", '-');
  for (const char *const *category = get_categories (); *category != NULL; category++)
    if (strcmp (*category, folded) == 0)
      return *category;
  return NULL;
}

GStrv
ka_foreign_list_categories (const KaEvent *event)
{
  const char *const *all = get_categories ();
  GStrv              words = g_new0 (char *, KA_N_CATEGORIES + 1);
  guint              n = 1;

  for (guint i = 0; i < KA_N_CATEGORIES; i++)
    if (event->leading == (KaCategory) (1u << i))
      words[0] = g_strdup (all[i]);
    else if ((event->categories & (1u << i)) != 0)
      words[n++] = g_strdup (all[i]);
  return words;
}
