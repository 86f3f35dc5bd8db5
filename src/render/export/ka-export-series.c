/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which pictures a series has: of events, of the days on which the map changes, of the steps of a
 * tour or an annex, of claims, of days some time apart, of parts of a timeline.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ka-export-series.h"

#include "ka-map-epochs.h"
#include "ka-query.h"
#include "ka-walk.h"

/* A picture */
typedef struct
{
  KaDay             day;
  const KaItem     *selection; /* (nullable) */
  const KaTourStep *step;      /* (nullable) */
  KaSpan            time;      /* of the timeline; empty for that of the page */
} Stop;

struct _KaSeries
{
  KaSeriesKind kind;
  KaTour      *walk; /* (nullable): the steps of an annex */
  GArray      *stops;
};

static void
add_stop (KaSeries *self, KaDay day, const KaItem *selection)
{
  g_array_append_val (self->stops, ((Stop){ .day = day, .selection = selection }));
}

static void
add_events (KaSeries *self, KaAtlas *atlas, const KaViewState *state, KaSpan range)
{
  const KaList *all = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  g_autoptr (GPtrArray)
    about = state->selection != NULL ? ka_query_events_about (atlas, state->selection) : NULL;

  for (gsize i = 0; i < (about != NULL ? about->len : all->n_items); i++)
    {
      const KaEvent *event = about != NULL ? about->pdata[i] : all->items[i];
      const KaDay    day = event->date.earliest;

      if (day >= range.from && day <= range.to && ka_filter_admits (&state->filter, event))
        add_stop (self, day, &event->item);
    }
}

static void
add_epochs (KaSeries *self, KaAtlas *atlas, const KaViewState *state, KaSpan range)
{
  g_autoptr (KaMapEpochs) epochs = ka_map_epochs_new (atlas);

  for (KaDay day = range.from; day <= range.to && self->stops->len <= KA_SERIES_MAX;
       day = ka_map_epochs_get_next (epochs, day))
    add_stop (self, day, state->selection);
}

static void
add_tour (KaSeries *self, const KaTour *tour)
{
  for (gsize i = 0; i < tour->n_steps; i++)
    {
      const KaTourStep *step = &tour->steps[i];
      Stop              stop = { .day = step->day, .selection = step->selection, .step = step };

      g_array_append_val (self->stops, stop);
    }
}

static void
add_walk (KaSeries *self, KaAtlas *atlas, const KaViewState *state)
{
  if (state->selection == NULL || !ka_walk_exists (state->selection))
    return;
  self->walk = ka_walk_new (atlas, (const KaArticle *) state->selection, state->language);
  add_tour (self, self->walk);
}

static void
add_claims (KaSeries *self, KaAtlas *atlas, const KaViewState *state)
{
  const KaList *claims = ka_atlas_get_items (atlas, KA_ITEM_CORRECTION);

  for (gsize i = 0; i < claims->n_items; i++)
    add_stop (self, state->day, claims->items[i]);
}

/* The day some months after a day; a month that has no such day gives its last. */
static KaDay
add_months (KaDay day, gint64 n_months)
{
  gint64 year, months;
  int    month, day_of_month;

  ka_day_to_ymd (day, &year, &month, &day_of_month);
  months = year * 12 + month - 1 + n_months;
  year = months >= 0 ? months / 12 : -((11 - months) / 12);
  month = (int) (months - year * 12) + 1;

  return ka_day_from_ymd (year, month, MIN (day_of_month, ka_day_get_days_in_month (year, month)));
}

static void
add_days (KaSeries *self, const KaViewState *state, const KaSeriesPlan *plan)
{
  KaDay day = plan->range.from;

  for (int i = 1; day <= plan->range.to && self->stops->len <= KA_SERIES_MAX; i++)
    {
      add_stop (self, day, state->selection);
      day = plan->months > 0 ? add_months (plan->range.from, (gint64) plan->months * i)
                             : plan->range.from + (KaDay) plan->days * i;
    }
}

static void
add_parts (KaSeries *self, const KaViewState *state, const KaSeriesPlan *plan)
{
  const KaDay from = plan->range.from;
  const KaDay length = plan->range.to + 1 - from;

  for (guint i = 0; i < plan->n_parts; i++)
    {
      Stop stop = { .day = state->day,
                    .selection = state->selection,
                    .time = { from + length * i / plan->n_parts,
                              from + length * (i + 1) / plan->n_parts } };

      g_array_append_val (self->stops, stop);
    }
}

static void
add_stops (KaSeries *self, KaAtlas *atlas, const KaViewState *state, const KaSeriesPlan *plan)
{
  switch (plan->kind)
    {
    case KA_SERIES_NONE:
      break;
    case KA_SERIES_EVENT:
      add_events (self, atlas, state, plan->range);
      break;
    case KA_SERIES_EPOCH:
      add_epochs (self, atlas, state, plan->range);
      break;
    case KA_SERIES_STEP:
      add_walk (self, atlas, state);
      break;
    case KA_SERIES_CLAIM:
      add_claims (self, atlas, state);
      break;
    case KA_SERIES_TOUR:
      add_tour (self, plan->tour);
      break;
    case KA_SERIES_DAYS:
      add_days (self, state, plan);
      break;
    case KA_SERIES_PARTS:
      add_parts (self, state, plan);
      break;
    }
}

KaSeries *
ka_series_new (KaAtlas *atlas, const KaViewState *state, const KaSeriesPlan *plan, GError **error)
{
  g_autoptr (KaSeries) self = g_new0 (KaSeries, 1);

  g_return_val_if_fail (plan->kind != KA_SERIES_NONE, NULL);

  self->kind = plan->kind;
  self->stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  add_stops (self, atlas, state, plan);
  if (self->stops->len > KA_SERIES_MAX)
    g_set_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE,
                 _ ("the series is too long, at most %d pictures expected"), KA_SERIES_MAX);
  else if (self->stops->len > 0)
    return g_steal_pointer (&self);
  else
    g_set_error_literal (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_EMPTY,
                         plan->kind == KA_SERIES_STEP
                           ? _ ("what is selected has no steps, an annex expected")
                           : _ ("there is no picture in that time"));

  return NULL;
}

void
ka_series_free (KaSeries *self)
{
  g_clear_pointer (&self->walk, ka_walk_free);
  g_clear_pointer (&self->stops, g_array_unref);
  g_free (self);
}

guint
ka_series_get_length (const KaSeries *self)
{
  return self->stops->len;
}

/* Shows a step as a tour does: its place, its range and its paragraph. */
static void
show_step (KaSeriesPicture *picture, KaMapScene *scene, const KaTourStep *step)
{
  picture->state.step = (guint) step->point;
  picture->state.has_range = step->range.earliest < step->range.end_latest;
  picture->state.range = (KaSpan){ step->range.earliest, step->range.end_latest };
  picture->page.caption = ka_text_get (&step->text, picture->state.language);
  picture->page.viewport = NULL;
  if (step->south_west_deg.y < step->north_east_deg.y)
    {
      const KaBox box = ka_projection_project_box (ka_map_scene_get_projection (scene),
                                                   step->south_west_deg, step->north_east_deg);

      picture->viewport = ka_viewport_fit (box, picture->page.width, picture->page.height, 0);
      picture->page.viewport = &picture->viewport;
    }
}

KaExport
ka_series_get_picture (const KaSeries  *self,
                       const KaExport  *common,
                       guint            number,
                       KaSeriesPicture *picture)
{
  const Stop *stop = &g_array_index (self->stops, Stop, number);
  KaExport export = *common;

  *picture = (KaSeriesPicture){ .state = *common->state, .page = *common->page };
  picture->state.day = stop->day;
  picture->state.selection = stop->selection;
  if (stop->step != NULL)
    show_step (picture, common->scene, stop->step);
  if (stop->time.from < stop->time.to)
    {
      picture->axis = ka_time_axis_fit (stop->time.from, stop->time.to, picture->page.width);
      picture->page.axis = &picture->axis;
      picture->page.names_time = picture->page.view == KA_PAGE_TIMELINE;
    }
  export.state = &picture->state;
  export.page = &picture->page;

  return export;
}

char *
ka_series_dup_stem (const KaSeries *self, guint number)
{
  const Stop *stop = &g_array_index (self->stops, Stop, number);

  if (self->kind == KA_SERIES_CLAIM)
    return g_strdup (stop->selection->id);

  return ka_day_to_iso (stop->time.from < stop->time.to ? stop->time.from : stop->day);
}
