/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes the events of an atlas as slides of TimelineJS, in JSON or as a table. Of a date that has
 * no parts, such as “about 1921”, the bounds go into the parts and the words into the display date.
 * Our own EDTF stands beside them, which TimelineJS passes over.
 */
#include "config.h"

#include "ka-csv.h"
#include "ka-edtf-private.h"
#include "ka-foreign-event.h"
#include "ka-timelinejs-private.h"

#include <string.h>

/* What TimelineJS has no place for in an event. */
#define NOT_CARRIED                                                                                \
  (KA_FOREIGN_CATEGORIES | KA_FOREIGN_IMPORTANCE | KA_FOREIGN_PLACES | KA_FOREIGN_LINKS |          \
   KA_FOREIGN_REMARKS | KA_FOREIGN_CERTAINTY | KA_FOREIGN_LANGUAGES | KA_FOREIGN_SOURCES)

/* An end of a date: year, month and day as TimelineJS counts them. */
typedef struct
{
  guint  n_parts; /* 0 for no date, 1 for a year, 2 for a month, 3 for a day */
  gint64 parts[3];
} End;

/* A slide as it is written. */
typedef struct
{
  End         start;
  End         end;
  char       *display_date; /* Owned (nullable) */
  const char *edtf;         /* Borrowed (nullable): where the parts do not say all */
  char       *headline;     /* Owned */
  char       *text;         /* Owned */
  char       *group;        /* Owned (nullable) */
} Slide;

static void
slide_clear (Slide *self)
{
  g_free (self->display_date);
  g_free (self->headline);
  g_free (self->text);
  g_free (self->group);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slide, slide_clear)

/* The years of TimelineJS leave out the year 0. */
static End
make_end (guint n_parts, gint64 year, int month, int day)
{
  return (End){ n_parts, { year <= 0 ? year - 1 : year, month, day } };
}

static End
make_end_of_day (KaDay day)
{
  gint64 year;
  int    month, day_of_month;

  ka_day_to_ymd (day, &year, &month, &day_of_month);
  return make_end (3, year, month, day_of_month);
}

/* Takes the parts of a point; FALSE where a part of it is vague. */
static gboolean
take_point (const KaEdtfPoint *point, End *end)
{
  if (point->qualifiers != 0)
    return FALSE;
  if (point->precision == KA_EDTF_YEAR)
    *end = make_end (1, point->year, 0, 0);
  else if (point->precision == KA_EDTF_MONTH)
    *end = make_end (2, point->year, point->month, 0);
  else if (point->precision == KA_EDTF_DAY)
    *end = make_end (3, point->year, point->month, point->day);
  else
    return FALSE;
  return TRUE;
}

/* Takes the parts of a date, if they say all of it. */
static gboolean
take_exact_date (const KaEvent *event, Slide *slide)
{
  g_auto (KaEdtf) edtf = { 0 };
  const KaEdtfRange *range;

  if (!ka_edtf_parse (event->edtf, &edtf, NULL) || edtf.is_set)
    return FALSE;
  range = &g_array_index (edtf.ranges, KaEdtfRange, 0);
  if (range->start_is != KA_EDTF_END_POINT || range->end_is != KA_EDTF_END_POINT ||
      !take_point (&range->start, &slide->start))
    return FALSE;
  return range->is_single || take_point (&range->end, &slide->end);
}

static void
take_date (const KaEvent *event, Slide *slide)
{
  const KaDate *date = &event->date;

  if (take_exact_date (event, slide))
    return;
  slide->edtf = event->edtf;
  slide->display_date = ka_date_to_words (date, event->edtf, KA_LANGUAGE_EN);
  slide->start = slide->end = (End){ 0 };
  if (date->earliest != KA_DAY_MIN)
    slide->start = make_end_of_day (date->earliest);
  if (date->end_latest != KA_DAY_MAX)
    slide->end = make_end_of_day (date->end_latest - 1);
  if (slide->start.n_parts == 0)
    slide->start = slide->end;
}

/* Slides are HTML. */
static char *
dup_html (const KaText *text)
{
  GString *html = g_string_new (ka_text_get (text, KA_LANGUAGE_EN));

  g_string_replace (html, "&", "&amp;", 0);
  g_string_replace (html, "<", "&lt;", 0);
  g_string_replace (html, ">", "&gt;", 0);
  return g_string_free (html, FALSE);
}

/* The leading category as a reader would write it: "Border change". */
static char *
dup_group (const KaEvent *event)
{
  g_auto (GStrv) categories = ka_foreign_list_categories (event);
  char *group = g_strdup (categories[0]);

  g_strdelimit (group, "-", ' ');
  *group = g_ascii_toupper (*group);
  return group;
}

static Slide
make_slide (const KaEvent *event, const KaForeignExport *export)
{
  Slide slide = { .headline = dup_html (&event->title), .text = dup_html (&event->summary) };

  take_date (event, &slide);
  if (event->item.note != NULL && g_str_has_prefix (event->item.note, KA_TIMELINEJS_WRITTEN_DATE))
    {
      g_free (slide.display_date);
      slide.display_date = g_strdup (event->item.note + strlen (KA_TIMELINEJS_WRITTEN_DATE));
    }
  slide.group = dup_group (event);
  ka_foreign_tell_event (export, event, NOT_CARRIED);
  return slide;
}

static void
add_date (KaJsonObject *slide, const char *key, const End *end)
{
  static const char *const names[] = { "year", "month", "day" };
  KaJsonObject            *date;

  if (end->n_parts == 0)
    return;
  date = json_object_new_object ();
  for (guint i = 0; i < end->n_parts; i++)
    json_object_object_add (date, names[i], json_object_new_int64 (end->parts[i]));
  json_object_object_add (slide, key, date);
}

static void
add_string (KaJsonObject *slide, const char *key, const char *string)
{
  if (string != NULL && *string != '\0')
    json_object_object_add (slide, key, json_object_new_string (string));
}

static KaJsonObject *
new_text (const char *headline, const char *text)
{
  KaJsonObject *object = json_object_new_object ();

  add_string (object, "headline", headline);
  add_string (object, "text", text);
  return object;
}

static KaJsonObject *
new_json_slide (const KaEvent *event, const KaForeignExport *export)
{
  g_auto (Slide) slide = make_slide (event, export);
  KaJsonObject *object = json_object_new_object ();

  add_date (object, "start_date", &slide.start);
  add_date (object, "end_date", &slide.end);
  add_string (object, "display_date", slide.display_date);
  add_string (object, "edtf", slide.edtf);
  json_object_object_add (object, "text", new_text (slide.headline, slide.text));
  add_string (object, "group", slide.group);
  add_string (object, "unique_id", event->item.id);
  return object;
}

char *
ka_timelinejs_json_export (KaAtlas *atlas, KaDay day, GPtrArray *losses)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  const KaList      *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaForeignExport export = { atlas, losses };
  g_autoptr (KaJsonObject) root = json_object_new_object ();
  KaJsonObject    *title = json_object_new_object ();
  KaJsonObject    *slides = json_object_new_array ();
  g_autofree char *headline = dup_html (&head->title), *text = dup_html (&head->subtitle);

  json_object_object_add (title, "text", new_text (headline, text));
  json_object_object_add (root, "title", title);
  for (gsize i = 0; i < events->n_items; i++)
    json_object_array_add (slides, new_json_slide (events->items[i], &export));
  json_object_object_add (root, "events", slides);
  ka_foreign_tell_short_titles (&export);
  ka_foreign_tell_sections (&export, 1u << KA_ITEM_EVENT);
  return g_strconcat (json_object_to_json_string_ext (root, JSON_C_TO_STRING_PRETTY |
                                                              JSON_C_TO_STRING_SPACED |
                                                              JSON_C_TO_STRING_NOSLASHESCAPE),
                      "\n", NULL);
}

/* Writes the year, month and day of an end, and an empty time. */
static void
append_end (GString *text, const End *end)
{
  for (guint i = 0; i < 3; i++)
    if (i < end->n_parts)
      g_string_append_printf (text, "%" G_GINT64_FORMAT ",", end->parts[i]);
    else
      g_string_append_c (text, ',');
  g_string_append_c (text, ',');
}

static void
append_row (GString *text, const Slide *slide, const char *type)
{
  const char *const cells[] = {
    slide->display_date, slide->headline, slide->text, "", "", "", "", "", type, slide->group, "",
    slide->edtf,
  };

  append_end (text, &slide->start);
  append_end (text, &slide->end);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      ka_csv_append_cell (text, cells[i] != NULL ? cells[i] : "");
      g_string_append (text, i + 1 < G_N_ELEMENTS (cells) ? "," : "\r\n");
    }
}

char *
ka_timelinejs_csv_export (KaAtlas *atlas, KaDay day, GPtrArray *losses)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);
  const KaList      *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaForeignExport export = { atlas, losses };
  GString *text = g_string_new (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
    "Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background,EDTF\r\n");
  g_auto (Slide)
    title = { .headline = dup_html (&head->title), .text = dup_html (&head->subtitle) };

  append_row (text, &title, "title");
  for (gsize i = 0; i < events->n_items; i++)
    {
      g_auto (Slide) slide = make_slide (events->items[i], &export);

      append_row (text, &slide, "");
    }
  ka_foreign_tell_short_titles (&export);
  ka_foreign_tell_sections (&export, 1u << KA_ITEM_EVENT);
  return g_string_free (text, FALSE);
}
