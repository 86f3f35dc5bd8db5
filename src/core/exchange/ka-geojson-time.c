/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dates of OpenHistoricalMap: `start_date`, `end_date`, and the same in EDTF.
 */
#include "config.h"

#include "ka-exchange-private.h"
#include "ka-foreign-event.h"
#include "ka-geojson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The end of this year stands for no end. */
#define MAX_YEAR 9999

/* One end of a time. */
typedef struct
{
  char       *edtf; /* Owned (nullable) */
  KaDate      date; /* all zero without @edtf */
  gsize       offset;
  const char *certainty; /* (nullable) */
} End;

static void
end_clear (End *self)
{
  g_free (self->edtf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (End, end_clear)

char *
ka_geojson_dup_date (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;
  g_auto (GStrv) parts = g_strsplit (digits, "-", 4);
  const guint n_parts = g_strv_length (parts);
  GString    *edtf = g_string_new (*text == '-' ? "-" : "");
  gboolean    is_good = n_parts >= 1 && n_parts <= 3;

  for (guint i = 0; i < n_parts && is_good; i++)
    {
      const gsize n = strlen (parts[i]), n_most = i == 0 ? 4 : 2;

      is_good = n > 0 && n <= n_most && strspn (parts[i], "0123456789") == n;
      g_string_append_printf (edtf, "%s%0*d", i > 0 ? "-" : "", (int) n_most,
                              (int) g_ascii_strtoll (parts[i], NULL, 10));
    }
  if (is_good && g_str_has_prefix (edtf->str, "-0000"))
    g_string_erase (edtf, 0, 1);
  return g_string_free (edtf, !is_good);
}

static void
read_plain (End *end, KaDraft *draft, const KaNode *properties, const char *key)
{
  const char      *text = ka_foreign_get_text (draft, properties, key);
  g_autofree char *edtf = NULL;
  KaNode           node;
  KaDate           date;

  if (text == NULL || *text == '\0' || !ka_node_get_member (properties, key, &node))
    return;
  edtf = ka_geojson_dup_date (text);
  if (edtf != NULL && ka_date_parse_edtf (edtf, &date, NULL))
    *end = (End){ g_steal_pointer (&edtf), date, ka_node_get_offset (&node), NULL };
  else
    ka_draft_fault (
      draft, ka_node_get_offset (&node),
      _ ("%1$s is “%2$s”, a year, month or day such as 1921, 1921-10 or 1921-10-13 in "
         "the years -9999 to 9999 expected"),
      key, text);
}

/* Whether a date says more than one day, month or year without a doubt. */
static gboolean
is_doubtful (const char *edtf)
{
  return strpbrk (edtf, "?~%X[/.") != NULL;
}

/* Reads an end in EDTF, which counts before the plain one, unless it contradicts it. */
static void
read_edtf (End *end, KaDraft *draft, const KaNode *properties, const char *key, const char *item)
{
  const char *text = ka_foreign_get_text (draft, properties, key);
  KaNode      node;
  KaDate      date;
  g_autoptr (GError) error = NULL;

  if (text == NULL || *text == '\0' || !ka_node_get_member (properties, key, &node))
    return;
  if (!ka_date_parse_edtf (text, &date, &error))
    ka_draft_fault (draft, ka_node_get_offset (&node), "%s: %s", key, error->message);
  else if (end->edtf != NULL && !ka_date_overlaps (&date, end->date.earliest, end->date.end_latest))
    ka_draft_loss (draft, ka_node_get_offset (&node), item,
                   _ ("%1$s is “%2$s”, which the date without EDTF contradicts; that one counts"),
                   key, text);
  else
    {
      const gboolean is_uncertain = (date.flags & KA_DATE_UNCERTAIN) != 0;

      g_free (end->edtf);
      *end = (End){ g_strdup (text), date, ka_node_get_offset (&node), NULL };
      if (is_doubtful (text))
        end->certainty = is_uncertain ? "uncertain" : "probable";
      if (strpbrk (text, "X[/.") != NULL)
        ka_draft_loss (draft, end->offset, item, _ ("%1$s is “%2$s”: the map takes its outer end"),
                       key, text);
    }
}

static gboolean
is_day (const KaDate *date)
{
  return date->end_latest == date->earliest + 1;
}

/* Sets the span. One that begins and ends on the same day holds for that day. */
static void
set_span (KaGeojsonTime *self, KaDraft *draft, const End *start, const End *end)
{
  self->span = KA_SPAN_ALWAYS;
  if (start->edtf != NULL)
    self->span.from = start->date.earliest;
  if (end->edtf != NULL)
    self->span.to = is_day (&end->date) ? end->date.earliest : end->date.end_latest;
  if (self->span.to > ka_day_from_ymd (MAX_YEAR, 12, 31))
    self->span.to = KA_DAY_MAX;
  if (self->span.from == self->span.to && self->span.from != KA_DAY_MIN)
    self->span.to++;
  if (self->span.from < self->span.to)
    return;
  ka_draft_fault (draft, end->offset, _ ("it ends before it begins, a later day expected"));
  self->span = KA_SPAN_ALWAYS;
}

void
ka_geojson_time_read (KaGeojsonTime *self,
                      KaDraft       *draft,
                      const KaNode  *properties,
                      const char    *item)
{
  g_auto (End) start = { 0 }, end = { 0 };

  memset (self, 0, sizeof *self);
  read_plain (&start, draft, properties, "start_date");
  read_edtf (&start, draft, properties, "start_date:edtf", item);
  read_plain (&end, draft, properties, "end_date");
  read_edtf (&end, draft, properties, "end_date:edtf", item);
  set_span (self, draft, &start, &end);
  self->certainty = start.certainty != NULL ? start.certainty : end.certainty;
  if (end.edtf != NULL && is_day (&end.date) && self->span.to != KA_DAY_MAX)
    {
      g_autofree char *last = ka_day_to_iso (self->span.to - 1);
      const char      *doubt = strpbrk (end.edtf, "?~%");
      const char       mark[] = { doubt != NULL ? *doubt : '\0', '\0' };

      g_free (end.edtf);
      end.edtf = g_strconcat (last, mark, NULL);
    }
  self->start = g_steal_pointer (&start.edtf);
  self->end = g_steal_pointer (&end.edtf);
}

char *
ka_geojson_time_dup_edtf (const KaGeojsonTime *self)
{
  g_autofree char *interval = NULL;
  KaDate           date;

  if (self->start == NULL && self->end == NULL)
    return NULL;
  if (self->end == NULL || g_strcmp0 (self->start, self->end) == 0)
    return g_strdup (self->start);
  interval = g_strconcat (self->start != NULL ? self->start : "..", "/", self->end, NULL);
  if (ka_date_parse_edtf (interval, &date, NULL))
    return g_steal_pointer (&interval);
  /* Ends that are intervals or sets themselves make no interval: the outer days do. */
  if (self->span.from != KA_DAY_MIN && self->span.to != KA_DAY_MAX)
    return ka_foreign_dup_days (self->span);
  return g_strdup (self->start != NULL ? self->start : self->end);
}

void
ka_geojson_time_clear (KaGeojsonTime *self)
{
  g_clear_pointer (&self->start, g_free);
  g_clear_pointer (&self->end, g_free);
}
