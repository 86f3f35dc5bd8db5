/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a timeline shows, before any zoom: the events and lifetimes of an atlas in order of time,
 * with the width of each label.
 */

#include "config.h"

#include "ka-timeline-entries.h"

/* The importance of a lifetime. */
#define LIFETIME_IMPORTANCE 3

static void
fill_event (KaTimelineEntry *entry, const KaEvent *event, KaLanguage language)
{
  const char *label = ka_text_get (&event->label, language);

  entry->item = &event->item;
  entry->label = *label != '\0' ? label : ka_text_get (&event->title, language);
  entry->date = event->date;
  entry->category = event->leading;
  entry->importance = event->importance;
  entry->land = -1;
}

static void
fill_lifetime (KaTimelineEntry *entry, const KaPolity *polity, int land, KaLanguage language)
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
  entry->land = land;
  entry->importance = LIFETIME_IMPORTANCE;
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

/* A polity stands in the first land that names it. */
static void
list_lands (KaAtlas *atlas, int *lands)
{
  const KaAtlasHead *head = ka_atlas_get_head (atlas);

  for (gsize i = head->n_lands; i-- > 0;)
    for (gsize j = 0; j < head->lands[i].polities.n_items; j++)
      lands[((const KaItem *) head->lands[i].polities.items[j])->index] = (int) i;
}

/* A moment begins with its day. */
static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
list_moments (KaTimelineEntries *self)
{
  self->moments = g_malloc_n (self->n_entries + 1, sizeof *self->moments);
  for (guint i = 0; i < self->n_entries; i++)
    if (!ka_timeline_entry_is_lifetime (&self->entries[i]))
      {
        self->moments[self->n_moments].day = ka_timeline_entry_get_moment (&self->entries[i]);
        self->moments[self->n_moments++].event = (const KaEvent *) self->entries[i].item;
      }
  qsort (self->moments, self->n_moments, sizeof *self->moments, compare_moments);
}

static guint
fill_entries (KaTimelineEntry *entries, KaAtlas *atlas, KaLanguage language)
{
  const KaList   *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList   *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);
  guint           n_entries = 0;
  g_autofree int *lands = g_new (int, polities->n_items + 1);

  memset (lands, 0xff, (polities->n_items + 1) * sizeof (int));
  list_lands (atlas, lands);
  for (gsize i = 0; i < events->n_items; i++)
    fill_event (&entries[n_entries++], events->items[i], language);
  for (gsize i = 0; i < polities->n_items; i++)
    if (lands[i] >= 0)
      fill_lifetime (&entries[n_entries++], polities->items[i], lands[i], language);

  return n_entries;
}

KaTimelineEntries *
ka_timeline_entries_new (KaAtlas *atlas, KaLanguage language, const KaTheme *theme, cairo_t *cr)
{
  KaTimelineEntries *self = g_atomic_rc_box_new0 (KaTimelineEntries);
  const KaList      *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  const KaList      *polities = ka_atlas_get_items (atlas, KA_ITEM_POLITY);

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
  for (guint i = 0; i < self->n_entries; i++)
    {
      KaTimelineEntry *entry = &self->entries[i];

      entry->width = ka_timeline_meter_measure (self->meter, cr, &ka_timeline_item_bold_style,
                                                entry->label);
      if (entry->item->kind == KA_ITEM_EVENT)
        self->by_event[entry->item->index] = i;
      else
        self->by_polity[entry->item->index] = i;
    }
  list_moments (self);

  return self;
}

static void
clear (KaTimelineEntries *self)
{
  ka_atlas_unref (self->atlas);
  ka_timeline_meter_free (self->meter);
  g_free (self->by_event);
  g_free (self->by_polity);
  g_free (self->entries);
  g_free (self->moments);
}

void
ka_timeline_entries_unref (KaTimelineEntries *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

gboolean
ka_timeline_entries_suit (const KaTimelineEntries *self,
                          KaAtlas                 *atlas,
                          KaLanguage               language,
                          const KaTheme           *theme)
{
  return self->atlas == atlas && self->language == language &&
         g_str_equal (self->theme->sans, theme->sans);
}

const KaTimelineEntry *
ka_timeline_entries_get (const KaTimelineEntries *self, guint number)
{
  return &self->entries[number];
}

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

guint
ka_timeline_entries_find_start (const KaTimelineEntries *self, double day)
{
  guint low = 0, high = self->n_entries;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if ((double) self->entries[middle].date.earliest < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns how many events stand before a moment. */
static gsize
count_before (const KaTimelineEntries *self, double day)
{
  gsize low = 0, high = self->n_moments;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (self->moments[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gsize
ka_timeline_entries_count_events (const KaTimelineEntries *self,
                                  double                   from,
                                  double                   to,
                                  const KaFilter          *filter)
{
  const gsize first = count_before (self, from);
  gsize       n_events = 0;

  if (filter == NULL || !ka_filter_is_active (filter))
    return count_before (self, to) - first;
  for (gsize i = first; i < self->n_moments && self->moments[i].day < to; i++)
    n_events += ka_filter_admits (filter, self->moments[i].event) ? 1 : 0;

  return n_events;
}

double
ka_timeline_entries_get_density (const KaTimelineEntries *self)
{
  if (self->n_moments == 0)
    return 0;

  return (double) self->n_moments /
         MAX (1, self->moments[self->n_moments - 1].day - self->moments[0].day);
}

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

gboolean
ka_timeline_entry_is_lifetime (const KaTimelineEntry *self)
{
  return self->category == 0;
}

gboolean
ka_timeline_entry_passes (const KaTimelineEntry *self, const KaViewState *state)
{
  if (!ka_timeline_entry_is_lifetime (self) &&
      !ka_filter_admits (&state->filter, (const KaEvent *) self->item))
    return FALSE;

  return !state->has_range || ka_date_overlaps (&self->date, state->range.from, state->range.to);
}

void
ka_timeline_get_limits (KaAtlas *atlas, KaDay *from, KaDay *to)
{
  const KaList *events = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  KaSpan        shown = ka_atlas_get_head (atlas)->shown;
  KaDay         day = ka_atlas_get_head (atlas)->default_day;
  KaDay         first = MIN (shown.from, day), last = MAX (shown.to, day + 1), pad;

  for (gsize i = 0; i < events->n_items; i++)
    {
      const KaDate *date = &((const KaEvent *) events->items[i])->date;

      if (date->earliest != KA_DAY_MIN)
        first = MIN (first, date->earliest);
      if (date->earliest != KA_DAY_MIN)
        last = MAX (last, date->earliest + 1);
      if (date->end_latest != KA_DAY_MAX)
        last = MAX (last, date->end_latest);
    }

  pad = MAX (1, (last - first) / 50);
  *from = first - pad;
  *to = last + 3 * pad; /* labels stand to the right */
}
