/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which pictures a series has.
 */
#include "config.h"

#include "ka-cli-stops.h"

#include "ka-map-epochs.h"
#include "ka-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_STOPS 10000

typedef enum
{
  SERIES_EVENT,
  SERIES_EPOCH,
  SERIES_STEP,
} Series;

static const char *const series_names[] = { "event", "epoch", "step", NULL };

/* How far apart the days of a series are */
typedef struct
{
  int days;
  int months;
} Distance;

static const struct
{
  const char *name;
  Distance    distance;
} units[] = {
  { "", { .days = 1 } },         { "day", { .days = 1 } },     { "days", { .days = 1 } },
  { "week", { .days = 7 } },     { "weeks", { .days = 7 } },   { "month", { .months = 1 } },
  { "months", { .months = 1 } }, { "year", { .months = 12 } }, { "years", { .months = 12 } },
};

static gboolean
parse_distance (const char *text, Distance *distance)
{
  char   *end;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  if (!g_ascii_isdigit (text[0]) || number == 0 || number > 100000)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i].name) == 0)
      {
        distance->days = (int) number * units[i].distance.days;
        distance->months = (int) number * units[i].distance.months;
        return TRUE;
      }

  return FALSE;
}

/* The day @n distances after a day; a month that has no such day gives its last. */
static KaDay
go_on (KaDay from, Distance distance, int n)
{
  gint64 year, months;
  int    month, day;

  if (distance.months == 0)
    return from + (KaDay) distance.days * n;
  ka_day_to_ymd (from, &year, &month, &day);
  months = year * 12 + month - 1 + (gint64) distance.months * n;
  year = months >= 0 ? months / 12 : -((11 - months) / 12);
  month = (int) (months - year * 12) + 1;

  return ka_day_from_ymd (year, month, MIN (day, ka_day_get_days_in_month (year, month)));
}

static void
add_stop (GArray *stops, const KaCliPicture *picture, KaDay day)
{
  KaCliStop stop = { .day = day,
                     .selection = picture->state.selection,
                     .step = picture->state.step };

  g_array_append_val (stops, stop);
}

static void
add_events (GArray *stops, const KaCliPicture *picture, KaAtlas *atlas, KaSpan range)
{
  const KaList *all = ka_atlas_get_items (atlas, KA_ITEM_EVENT);
  g_autoptr (GPtrArray) about = picture->state.selection != NULL
                                  ? ka_query_events_about (atlas, picture->state.selection)
                                  : NULL;

  for (gsize i = 0; i < (about != NULL ? about->len : all->n_items); i++)
    {
      const KaEvent *event = about != NULL ? about->pdata[i] : all->items[i];
      KaCliStop      stop = { .day = event->date.earliest, .selection = &event->item };

      if (stop.day >= range.from && stop.day <= range.to &&
          ka_filter_admits (&picture->state.filter, event))
        g_array_append_val (stops, stop);
    }
}

static void
add_epochs (GArray *stops, const KaCliPicture *picture, KaAtlas *atlas, KaSpan range)
{
  g_autoptr (KaMapEpochs) epochs = ka_map_epochs_new (atlas);

  for (KaDay day = range.from; day <= range.to && stops->len <= MAX_STOPS;
       day = ka_map_epochs_get_next (epochs, day))
    add_stop (stops, picture, day);
}

static void
add_steps (GArray *stops, const KaCliPicture *picture)
{
  const KaItem *annex = picture->state.selection;
  const guint   n = annex != NULL ? ka_query_count_steps (annex) : 0;

  for (guint i = 1; i <= n; i++)
    {
      add_stop (stops, picture, picture->state.day);
      g_array_index (stops, KaCliStop, i - 1).step = i;
    }
}

static gboolean
add_parts (GArray *stops, const KaCliPicture *picture, const char *text, int *exit_code)
{
  guint64 n;

  if (!picture->has_range)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--pages: --from and --to are missing"));
  else if (!g_ascii_string_to_unsigned (text, 10, 1, MAX_STOPS, &n, NULL))
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE, _ ("--pages: '%s' is no number from 1 to %d"), text,
                              MAX_STOPS);
  else
    {
      const KaDay length = picture->range.to + 1 - picture->range.from;

      for (guint64 i = 0; i < n; i++)
        {
          KaCliStop stop = { .day = picture->state.day,
                             .selection = picture->state.selection,
                             .step = picture->state.step,
                             .has_time = TRUE };

          stop.time.from = picture->range.from + length * (KaDay) i / (KaDay) n;
          stop.time.to = picture->range.from + length * (KaDay) (i + 1) / (KaDay) n;
          g_array_append_val (stops, stop);
        }
      return TRUE;
    }

  return FALSE;
}

static gboolean
add_days (GArray             *stops,
          const KaCliPicture *picture,
          const char         *text,
          KaSpan              range,
          int                *exit_code)
{
  Distance distance;
  KaDay    day = range.from;

  if (!parse_distance (text, &distance))
    {
      *exit_code = ka_cli_fail (
        KA_CLI_BAD_USAGE, _ ("--every: '%s' is no step such as 10days, 1month or 5years"), text);
      return FALSE;
    }
  for (int i = 1; day <= range.to && stops->len <= MAX_STOPS; i++)
    {
      add_stop (stops, picture, day);
      day = go_on (range.from, distance, i);
    }

  return TRUE;
}

static gboolean
add_series (GArray                   *stops,
            const KaCliPicture       *picture,
            KaAtlas                  *atlas,
            const KaCliExportOptions *options,
            int                      *exit_code)
{
  const KaDate *whole = &ka_atlas_get_head (atlas)->range;
  const KaSpan  range = picture->has_range ? picture->range
                                           : (KaSpan){ whole->earliest, whole->end_latest };
  guint         series = SERIES_EVENT;

  if ((options->series != NULL) + (options->every != NULL) + (options->pages != NULL) > 1)
    {
      *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                                _ ("--series: only one of --series, --every and --pages expected"));
      return FALSE;
    }
  if (options->pages != NULL)
    return add_parts (stops, picture, options->pages, exit_code);
  if (options->every != NULL)
    return add_days (stops, picture, options->every, range, exit_code);
  if (!ka_cli_choose ("--series", options->series, series_names, &series, exit_code))
    return FALSE;
  if (series == SERIES_EVENT)
    add_events (stops, picture, atlas, range);
  else if (series == SERIES_EPOCH)
    add_epochs (stops, picture, atlas, range);
  else
    add_steps (stops, picture);

  return TRUE;
}

GArray *
ka_cli_list_stops (const KaCliPicture       *picture,
                   KaAtlas                  *atlas,
                   const KaCliExportOptions *options,
                   int                      *exit_code)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (KaCliStop));

  if (!add_series (stops, picture, atlas, options, exit_code))
    return NULL;
  if (stops->len > 0 && stops->len <= MAX_STOPS)
    return g_steal_pointer (&stops);

  if (stops->len > 0)
    *exit_code = ka_cli_fail (KA_CLI_BAD_USAGE,
                              _ ("--every: the series is too long, at most %d pictures expected"),
                              MAX_STOPS);
  else
    *exit_code = ka_cli_fail (KA_CLI_BAD_INPUT,
                              options->series != NULL && g_str_equal (options->series, "step")
                                ? _ ("--series: --select has no steps, an annex expected")
                                : _ ("--series: there is no picture in that time"));

  return NULL;
}
