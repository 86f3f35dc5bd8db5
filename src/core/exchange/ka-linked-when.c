/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The `when` objects of the Linked Places format 1.3.
 */
#include "config.h"

#include "ka-linked-when.h"

#include "ka-exchange-private.h"
#include "ka-geojson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The end of this year stands for no end. */
#define MAX_YEAR 9999

/* One end of a timespan: the days between which it lies. */
typedef struct
{
  KaDay    first; /* the first day that it may be */
  KaDay    after; /* the day after the last one that it may be */
  gboolean is_between;
} Bound;

/* Reads one of the dates of an end; a time of day is told. */
static gboolean
read_date (KaDraft *draft, const KaNode *end, const char *key, const char *item, KaDate *date)
{
  const char      *text = ka_foreign_get_text (draft, end, key);
  const char      *time = text != NULL ? strchr (text, 'T') : NULL;
  g_autofree char *day = NULL, *edtf = NULL;

  if (text == NULL)
    return FALSE;
  day = time != NULL ? g_strndup (text, (gsize) (time - text)) : g_strdup (text);
  edtf = ka_geojson_dup_date (day);
  if (edtf == NULL || !ka_date_parse_edtf (edtf, date, NULL))
    {
      ka_draft_fault (
        draft, ka_node_get_offset (end),
        _ ("“%1$s” is “%2$s”, a year, month or day such as 1921, 1921-10 or 1921-10-13 "
           "in the years -9999 to 9999 expected"),
        key, text);
      return FALSE;
    }
  if (time != NULL)
    ka_draft_loss (draft, ka_node_get_offset (end), item,
                   _ ("the time of day %s is not carried: days are the finest"), time + 1);
  return TRUE;
}

/* Reads an end: `in`, or `earliest` and `latest`, of which one may be missing. Reports what is
 * neither. */
static gboolean
read_bound (KaDraft *draft, const KaNode *end, const char *key, const char *item, Bound *bound)
{
  const guint    n_faults = ka_draft_get_faults (draft)->len;
  const gboolean is_object = ka_node_is (end, json_type_object);
  KaDate         in, earliest, latest;
  const gboolean has_in = is_object && read_date (draft, end, "in", item, &in);
  const gboolean has_earliest = is_object && read_date (draft, end, "earliest", item, &earliest);
  const gboolean has_latest = is_object && read_date (draft, end, "latest", item, &latest);

  if (!has_in && !has_earliest && !has_latest)
    {
      if (ka_draft_get_faults (draft)->len == n_faults)
        ka_draft_fault (draft, ka_node_get_offset (end),
                        _ ("“%s” without “in”, “earliest” and “latest”, one of them expected"),
                        key);
      return FALSE;
    }
  if (has_in && (has_earliest || has_latest))
    ka_draft_loss (draft, ka_node_get_offset (end), item,
                   _ ("“earliest” and “latest” are not carried beside “in”"));
  if (has_in)
    {
      *bound = (Bound){ in.earliest, in.end_latest, FALSE };
      return TRUE;
    }
  bound->first = has_earliest ? earliest.earliest : latest.earliest;
  bound->after = has_latest ? latest.end_latest : earliest.end_latest;
  bound->is_between = TRUE;
  return TRUE;
}

static void
read_timespan (KaLinkedWhen *self, KaDraft *draft, const KaNode *node, const char *item)
{
  const gsize offset = ka_node_get_offset (node);
  Bound       start = { 0 }, end = { 0 };
  KaNode      start_node, end_node;
  gboolean    has_end;
  KaSpan      span;

  if (!ka_foreign_get_member (node, "start", &start_node))
    {
      ka_draft_fault (draft, offset, _ ("a timespan without “start”, one expected"));
      return;
    }
  has_end = ka_foreign_get_member (node, "end", &end_node);
  if (!read_bound (draft, &start_node, "start", item, &start) ||
      (has_end && !read_bound (draft, &end_node, "end", item, &end)))
    return;
  span = (KaSpan){ start.first, has_end ? end.after : start.after };
  if (span.to > ka_day_from_ymd (MAX_YEAR, 12, 31))
    span.to = KA_DAY_MAX;
  if (span.to <= span.from)
    {
      ka_draft_fault (draft, offset, _ ("it ends before it begins, a later day expected"));
      return;
    }
  if (start.is_between || (has_end && end.is_between))
    {
      ka_draft_loss (draft, offset, item,
                     _ ("its start or end lies between two dates: the outer one counts"));
      self->certainty = "probable";
    }
  g_array_append_val (self->spans, span);
  self->is_given = TRUE;
}

const char *
ka_linked_read_certainty (KaDraft *draft, const KaNode *node, const char *item)
{
  static const struct
  {
    const char *theirs;
    const char *ours;
  } words[] = { { "certain", "certain" },
                { "less-certain", "probable" },
                { "uncertain", "uncertain" } };
  const char *word = ka_foreign_get_text (draft, node, "certainty");

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i].theirs) == 0)
      return words[i].ours;
  if (word != NULL)
    ka_draft_loss (draft, ka_node_get_offset (node), item, _ ("%1$s=%2$s is not carried"),
                   "certainty", word);
  return NULL;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const KaSpan *span_a = a, *span_b = b;

  if (span_a->from != span_b->from)
    return span_a->from < span_b->from ? -1 : 1;
  return span_a->to < span_b->to ? -1 : span_a->to > span_b->to;
}

/* Reads how certain it is; only the timespans count, names of periods are told. */
static void
read_when (KaLinkedWhen *self, KaDraft *draft, const KaNode *when, const char *item)
{
  static const char *const others[] = { "periods", "label", "duration" };
  const char              *certainty = ka_linked_read_certainty (draft, when, item);
  KaNode                   timespans, other;

  if (!ka_node_is (when, json_type_object))
    ka_draft_fault (draft, ka_node_get_offset (when), _ ("no object in “%s”, one expected"),
                    "when");
  if (ka_foreign_get_member (when, "timespans", &timespans))
    {
      if (!ka_node_is (&timespans, json_type_array))
        ka_draft_fault (draft, ka_node_get_offset (&timespans), _ ("“%s” is no list, one expected"),
                        "timespans");
      for (gsize i = 0; i < ka_node_count (&timespans); i++)
        {
          KaNode timespan = ka_node_get_element (&timespans, i);

          read_timespan (self, draft, &timespan, item);
        }
    }
  g_array_sort (self->spans, compare_spans);
  if (certainty != NULL)
    self->certainty = certainty;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (ka_foreign_get_member (when, others[i], &other))
      ka_draft_loss (draft, ka_node_get_offset (when), item, _ ("“%s” is not carried"), others[i]);
}

void
ka_linked_when_read (KaLinkedWhen       *self,
                     KaDraft            *draft,
                     const KaNode       *node,
                     const char         *item,
                     const KaLinkedWhen *fallback)
{
  const KaSpan always = KA_SPAN_ALWAYS;
  KaNode       when;

  *self = (KaLinkedWhen){ g_array_new (FALSE, FALSE, sizeof (KaSpan)), NULL, FALSE };
  if (ka_foreign_get_member (node, "when", &when))
    read_when (self, draft, &when, item);
  else if (fallback != NULL)
    {
      g_array_append_vals (self->spans, fallback->spans->data, fallback->spans->len);
      self->certainty = fallback->certainty;
      self->is_given = fallback->is_given;
    }
  if (self->spans->len == 0)
    g_array_append_val (self->spans, always);
}

KaSpan
ka_linked_when_join (const KaLinkedWhen *self, KaDraft *draft, gsize offset, const char *item)
{
  KaSpan all = g_array_index (self->spans, KaSpan, 0);

  for (guint i = 1; i < self->spans->len; i++)
    {
      const KaSpan *span = &g_array_index (self->spans, KaSpan, i);

      if (span->from > all.to)
        {
          g_autofree char *from = ka_day_to_iso (all.to), *to = ka_day_to_iso (span->from);

          ka_draft_loss (draft, offset, item,
                         _ ("that it was not there from %1$s to %2$s is not carried"), from, to);
        }
      all.to = MAX (all.to, span->to);
    }
  return all;
}

void
ka_linked_when_clear (KaLinkedWhen *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
}
