/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a timeline is made of, before any zoom: the events and lives of an atlas in order of time,
 * with the width of each label.
 */

#include "config.h"

#include "ka-timeline-private.h"

static void
fill_event (KaTimelineEntry *entry, const KaEvent *event, KaLanguage language)
{
  const char *label = ka_text_get (&event->label, language);

  entry->item = &event->item;
  entry->label = *label != '\0' ? label : ka_text_get (&event->title, language);
  entry->date = event->date;
  entry->category = event->leading;
  entry->categories = event->categories;
  entry->importance = event->importance;
}

static void
fill_life (KaTimelineEntry *entry, const KaPolity *polity, KaLanguage language)
{
  entry->item = &polity->item;
  entry->label = ka_item_get_title (&polity->item, polity->span.from, language);
  entry->date = (KaDate){
    .earliest = polity->span.from,
    .start_latest = polity->span.from,
    .end_earliest = polity->span.to,
    .end_latest = polity->span.to,
    .flags = KA_DATE_SPAN,
  };
  entry->tint = polity->tint;
  entry->importance = 3;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const KaTimelineEntry *first = a;
  const KaTimelineEntry *second = b;

  if (first->date.earliest != second->date.earliest)
    return first->date.earliest < second->date.earliest ? -1 : 1;
  if (first->importance != second->importance)
    return first->importance > second->importance ? -1 : 1;
  if (first->item->kind != second->item->kind)
    return first->item->kind < second->item->kind ? -1 : 1;

  return (first->item->index > second->item->index) - (first->item->index < second->item->index);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const KaTimelineMoment *first = a;
  const KaTimelineMoment *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

static void
list_moments (KaTimelineEntries *self)
{
  self->moments = g_new (KaTimelineMoment, self->n_entries + 1);
  for (gsize i = 0; i < self->n_entries; i++)
    if (self->entries[i].categories != 0)
      self->moments[self->n_moments++] = (KaTimelineMoment){
        .day = ka_timeline_entry_get_moment (&self->entries[i]),
        .categories = self->entries[i].categories,
      };
  qsort (self->moments, self->n_moments, sizeof *self->moments, compare_moments);
}

static gsize
fill_entries (KaTimelineEntry *entries, KaAtlas *atlas, KaLanguage language)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  gsize         n_entries = 0;

  for (gsize i = 0; i < events->n_items; i++)
    fill_event (&entries[n_entries++], events->items[i], language);
  for (gsize i = 0; i < polities->n_items; i++)
    {
      const KaPolity *polity = polities->items[i];

      if (polity->on_timeline)
        fill_life (&entries[n_entries++], polity, language);
    }

  return n_entries;
}

KaTimelineEntries *
ka_timeline_entries_new (KaAtlas *atlas, KaLanguage language, const KaTheme *theme, cairo_t *cr)
{
  KaTimelineEntries *self = g_new0 (KaTimelineEntries, 1);
  const KaList      *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList      *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);

  g_atomic_ref_count_init (&self->ref_count);
  self->atlas = ka_atlas_ref (atlas);
  self->language = language;
  self->theme = theme;
  self->meter = ka_timeline_meter_new (theme);
  self->entries = g_new0 (KaTimelineEntry, events->n_items + polities->n_items + 1);
  self->n_entries = fill_entries (self->entries, atlas, language);
  self->by_event = g_new (guint, events->n_items + 1);
  self->by_polity = g_new (guint, polities->n_items + 1);
  memset (self->by_polity, 0xff, (polities->n_items + 1) * sizeof (guint));

  qsort (self->entries, self->n_entries, sizeof *self->entries, compare_entries);
  for (gsize i = 0; i < self->n_entries; i++)
    {
      KaTimelineEntry *entry = &self->entries[i];

      /* The selected label is bold: its room is kept, so that selecting moves nothing. */
      entry->width = ka_timeline_meter_measure (self->meter, cr, &ka_timeline_item_bold_style,
                                                entry->label);
      if (entry->item->kind == KA_ITEM_EVENT)
        self->by_event[entry->item->index] = (guint) i;
      else
        self->by_polity[entry->item->index] = (guint) i;
    }
  list_moments (self);

  return self;
}

KaTimelineEntries *
ka_timeline_entries_ref (KaTimelineEntries *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ka_timeline_entries_unref (KaTimelineEntries *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  ka_atlas_unref (self->atlas);
  ka_timeline_meter_unref (self->meter);
  g_free (self->by_event);
  g_free (self->by_polity);
  g_free (self->entries);
  g_free (self->moments);
  g_free (self);
}

/* The entry of an event or a life, or NULL for anything else. */
const KaTimelineEntry *
ka_timeline_entries_find (const KaTimelineEntries *self, const KaItem *item)
{
  guint number = G_MAXUINT;

  if (item->kind == KA_ITEM_EVENT)
    number = self->by_event[item->index];
  else if (item->kind == KA_ITEM_POLITY)
    number = self->by_polity[item->index];

  return number != G_MAXUINT ? &self->entries[number] : NULL;
}

/* Where the mark of a point stands: in the middle of its day, or of the days that it may have been;
 * what lasted stands at its start. */
double
ka_timeline_entry_get_moment (const KaTimelineEntry *self)
{
  const KaDate *date = &self->date;

  if (date->earliest == KA_DAY_MIN)
    return (double) date->end_earliest;
  if ((date->flags & KA_DATE_SPAN) == 0 && date->end_latest != KA_DAY_MAX)
    return ((double) date->earliest + (double) date->end_latest) / 2;

  return ((double) date->earliest + (double) date->start_latest + 1) / 2;
}

/* The width of what is written on a bar: the label after the mark of its category. */
double
ka_timeline_entry_get_bar_label (const KaTimelineEntry *self)
{
  return self->width + KA_TIMELINE_BAR_MARK;
}
