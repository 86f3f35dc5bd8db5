/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks on the axis of time: which steps, where, and with which labels. Everything follows from one
 * table of steps; nothing is drawn here.
 */

#include "config.h"

#include "ka-time-ticks.h"

#include "ka-date.h"

#include <math.h>
#include <string.h>

/* Between labels of a row, and between a mark and its label, in user units. */
#define LABEL_GAP    14.0
#define MINOR_GAP    10.0
#define LABEL_INDENT 4.0
/* Marks without label are no closer than this. */
#define MIN_MARK_SPACING 5.0
/* Labels of the coarse row. */
#define MIN_LABELS    3
#define GOOD_LABELS   7.5
#define MAX_LABELS    15
#define DAYS_PER_YEAR 365.2425

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

typedef struct
{
  Unit     unit;
  int      count;
  gboolean can_be_major;
} Step;

static const Step steps[] = {
  { UNIT_DAY, 1, TRUE },      { UNIT_DAY, 2, TRUE },       { UNIT_DAY, 5, TRUE },
  { UNIT_DAY, 10, TRUE },     { UNIT_MONTH, 1, TRUE },     { UNIT_MONTH, 3, TRUE },
  { UNIT_MONTH, 6, FALSE },   { UNIT_YEAR, 1, TRUE },      { UNIT_YEAR, 2, TRUE },
  { UNIT_YEAR, 5, TRUE },     { UNIT_YEAR, 10, TRUE },     { UNIT_YEAR, 20, TRUE },
  { UNIT_YEAR, 50, TRUE },    { UNIT_YEAR, 100, TRUE },    { UNIT_YEAR, 200, TRUE },
  { UNIT_YEAR, 500, TRUE },   { UNIT_YEAR, 1000, TRUE },   { UNIT_YEAR, 2000, TRUE },
  { UNIT_YEAR, 5000, TRUE },  { UNIT_YEAR, 10000, TRUE },  { UNIT_YEAR, 20000, TRUE },
  { UNIT_YEAR, 50000, TRUE }, { UNIT_YEAR, 100000, TRUE },
};

/* What a label says: all, only what the label before it does not say, or its unit alone. */
typedef enum
{
  SAYS_ALL,
  SAYS_SHORT,
  SAYS_UNIT,
  N_SAYS,
} Says;

/* The parts of the day in a label. */
static const KaDayParts label_parts[][N_SAYS] = {
  [UNIT_DAY] = { KA_DAY_PART_DAY | KA_DAY_PART_MONTH | KA_DAY_PART_YEAR,
                 KA_DAY_PART_DAY | KA_DAY_PART_MONTH, KA_DAY_PART_DAY },
  [UNIT_MONTH] = { KA_DAY_PART_MONTH | KA_DAY_PART_YEAR, KA_DAY_PART_MONTH, KA_DAY_PART_MONTH },
  [UNIT_YEAR] = { KA_DAY_PART_YEAR, KA_DAY_PART_YEAR, KA_DAY_PART_YEAR },
};

typedef struct
{
  const KaTimeAxis *axis;
  gboolean          shows_old_style;
  KaLanguage        language;
  KaTimeMeasure     measure;
  gpointer          user_data;
  int               widest_month;
} Context;

static double
get_days (const Step *step)
{
  static const double days[] = { 1, DAYS_PER_YEAR / 12, DAYS_PER_YEAR };

  return step->count * days[step->unit];
}

/* Whether every mark of @coarse is one of @fine. */
static gboolean
divides (const Step *fine, const Step *coarse)
{
  if (fine->unit == coarse->unit)
    return coarse->count % fine->count == 0;
  if (fine->unit > coarse->unit)
    return FALSE;
  if (fine->unit == UNIT_MONTH)
    return 12 % fine->count == 0;

  return TRUE;
}

/* Years are counted in steps away from the change of era, so that marks are at round numbers on
 * both sides: 200 BC, 100 BC, AD 1, 100, 200. The astronomical year of n BC is 1 - n. */
static gint64
floor_year (gint64 year, int count)
{
  if (year >= count)
    return year - year % count;
  if (year >= 1)
    return 1;

  return 1 - (1 - year + count - 1) / count * count;
}

static gint64
next_year (gint64 year, int count)
{
  if (year >= count)
    return year + count;
  if (year >= 1)
    return MAX (count, year + 1);

  return year + count > 0 ? 1 : year + count;
}

/* Days of a month are marked at 1, 6, 11, …; a mark too near to the next month is left out. */
static int
floor_day_of_month (gint64 year, int month, int day, int count)
{
  int last = ka_day_get_days_in_month (year, month);
  int marked = (day - 1) / count * count + 1;

  if (marked > 1 && last + 1 - marked < count)
    marked -= count;

  return marked;
}

static double
floor_to_step (const Step *step, double moment)
{
  KaDay  day = (KaDay) floor (moment);
  gint64 year;
  int    month, day_of_month;

  ka_day_to_ymd (day, &year, &month, &day_of_month);
  switch (step->unit)
    {
    case UNIT_DAY:
      if (step->count > 1)
        day_of_month = floor_day_of_month (year, month, day_of_month, step->count);
      break;
    case UNIT_MONTH:
      month = (month - 1) / step->count * step->count + 1;
      day_of_month = 1;
      break;
    case UNIT_YEAR:
    default:
      year = floor_year (year, step->count);
      month = day_of_month = 1;
      break;
    }

  return (double) ka_day_from_ymd (year, month, day_of_month);
}

static double
next_step (const Step *step, double moment)
{
  gint64 year;
  int    month, day_of_month;

  ka_day_to_ymd ((KaDay) moment, &year, &month, &day_of_month);
  switch (step->unit)
    {
    case UNIT_DAY:
      if (step->count == 1)
        return moment + 1;
      if (floor_day_of_month (year, month, day_of_month + step->count, step->count) >
            day_of_month &&
          day_of_month + step->count <= ka_day_get_days_in_month (year, month))
        day_of_month += step->count;
      else
        {
          day_of_month = 1;
          month++;
        }
      break;
    case UNIT_MONTH:
      month += step->count;
      break;
    case UNIT_YEAR:
    default:
      year = next_year (year, step->count);
      break;
    }

  if (month > 12)
    {
      month -= 12;
      year++;
    }

  return (double) ka_day_from_ymd (year, month, day_of_month);
}

/* The label of a day says its day of the Julian calendar after it, where that is asked for. */
static void
write_label (const Context *context, Unit unit, double moment, KaDayParts parts, KaTimeTick *tick)
{
  const KaDay      day = (KaDay) moment;
  const KaDayParts old_parts = (parts & ~(KaDayParts) KA_DAY_PART_YEAR) | KA_DAY_PART_OLD_STYLE;
  g_autofree char *words = ka_day_to_short_words (day, parts, context->language);
  g_autofree char *old = NULL;

  if (context->shows_old_style && unit == UNIT_DAY)
    {
      old = ka_day_to_short_words (day, old_parts, context->language);
      g_snprintf (tick->label, sizeof tick->label, "%s (%s)", words, old);
    }
  else
    g_strlcpy (tick->label, words, sizeof tick->label);
}

/* @previous: the moment of the label before in this row, NAN for the first; what has not changed
 * since is not said again. */
static void
write_major_label (const Context *context,
                   const Step    *step,
                   double         moment,
                   double         previous,
                   KaTimeTick    *tick)
{
  gint64 year, last_year = 0;
  Says   says;

  ka_day_to_ymd ((KaDay) moment, &year, NULL, NULL);
  if (!isnan (previous))
    ka_day_to_ymd ((KaDay) previous, &last_year, NULL, NULL);
  says = isnan (previous) || year != last_year ? SAYS_ALL : SAYS_SHORT;
  write_label (context, step->unit, moment, label_parts[step->unit][says], tick);
}

/* The widest label that a unit can have. Far years, which are wider still, stand aside. */
static double
measure_widest (const Context *context, Unit unit, Says says)
{
  const KaDayParts parts = label_parts[unit][says];
  const gint64     year = unit == UNIT_YEAR && says == SAYS_ALL ? -1999 : 2000;
  const int        month = context->widest_month;
  const int        day = MIN (30, ka_day_get_days_in_month (year, month));
  const double     moment = (double) ka_day_from_ymd (year, month, day);
  KaTimeTick       tick;

  write_label (context, unit, moment, parts, &tick);

  return context->measure (tick.label, says != SAYS_UNIT, context->user_data);
}

static int
find_widest_month (const Context *context)
{
  double widest = -1;
  int    found = 1;

  for (int month = 1; month <= 12; month++)
    {
      KaTimeTick tick;
      double     width;

      write_label (context, UNIT_MONTH, (double) ka_day_from_ymd (2000, month, 1),
                   KA_DAY_PART_MONTH, &tick);
      width = context->measure (tick.label, TRUE, context->user_data);
      if (width > widest)
        {
          widest = width;
          found = month;
        }
    }

  return found;
}

/* Gives @tick its label when it fits between @free_from and @free_to. */
static gboolean
place_label (const Context *context,
             KaTimeTick    *tick,
             gboolean       is_major,
             double         free_from,
             double         free_to)
{
  tick->label_width = context->measure (tick->label, is_major, context->user_data);
  tick->label_x = MAX (tick->x, 0) + LABEL_INDENT;
  if (tick->label_x >= free_from && tick->label_x + tick->label_width <= free_to)
    return TRUE;

  tick->label_width = 0;
  tick->label[0] = '\0';

  return FALSE;
}

/* Returns how many labels found room. */
static guint
lay_major_row (const Context *context, const Step *step, GArray *row)
{
  const KaTimeAxis *axis = context->axis;
  double            last = ka_time_axis_get_last_day (axis);
  double            moment = floor_to_step (step, axis->first_day);
  double            free_from = 0;
  double            labelled = NAN;
  guint             n_labels = 0;

  g_array_set_size (row, 0);
  for (double next; moment <= last; moment = next)
    {
      next = next_step (step, moment);

      KaTimeTick tick = { .day = moment, .x = ka_time_axis_to_x (axis, moment) };
      double     next_x = ka_time_axis_to_x (axis, next);
      double     free_to = MIN (axis->width, next_x - LABEL_GAP + LABEL_INDENT);

      /* The label of a mark out of sight stands at the edge only where the time there has its
       * name. */
      if (tick.x < 0 && step->count > 1)
        continue;
      write_major_label (context, step, moment, labelled, &tick);
      /* A label that says more than others takes the room of the next one where it must; one that
       * stands for a mark out of sight does not. */
      if (tick.x >= 0)
        free_to = axis->width;
      if (place_label (context, &tick, TRUE, free_from, free_to))
        {
          n_labels++;
          labelled = moment;
          free_from = tick.label_x + tick.label_width + LABEL_GAP;
        }
      if (tick.x >= 0 || tick.label_width > 0)
        g_array_append_val (row, tick);
    }

  return n_labels;
}

/* @labels is the step that gets labels, a multiple of @marks, or %NULL. */
static void
lay_minor_row (const Context *context,
               const Step    *marks,
               const Step    *labels,
               const Step    *major,
               GArray        *row)
{
  const KaTimeAxis *axis = context->axis;
  double            last = ka_time_axis_get_last_day (axis);
  double            free_from = 0;

  for (double moment = floor_to_step (marks, axis->first_day); moment <= last;
       moment = next_step (marks, moment))
    {
      KaTimeTick tick = { .day = moment, .x = ka_time_axis_to_x (axis, moment) };

      if (tick.x < 0 || floor_to_step (major, moment) == moment)
        continue;
      if (labels != NULL && floor_to_step (labels, moment) == moment)
        {
          double next_major = next_step (major, floor_to_step (major, moment));
          double free_to = MIN (axis->width, ka_time_axis_to_x (axis, next_major) - LABEL_INDENT);

          write_label (context, labels->unit, moment, label_parts[labels->unit][SAYS_UNIT], &tick);
          if (place_label (context, &tick, FALSE, free_from, free_to))
            free_from = tick.label_x + tick.label_width + LABEL_INDENT;
        }
      g_array_append_val (row, tick);
    }
}

/* The room that labels of a step take about there: those that say all, or those that follow them.
 * Far years are written longer. */
static double
measure_longest (const Context *context, const Step *step, Says says)
{
  KaTimeTick first;
  double     widest = measure_widest (context, step->unit, says);

  if (says != SAYS_ALL && step->unit != UNIT_YEAR)
    return widest;

  write_major_label (context, step, floor_to_step (step, context->axis->first_day), NAN, &first);

  return MAX (widest, context->measure (first.label, TRUE, context->user_data));
}

/* The step whose number of labels is nearest to what reads well, among those that have room. */
static const Step *
choose_major (const Context *context, GArray *row)
{
  const Step *chosen = NULL;
  double      best = INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const Step *step = &steps[i];
      double      spacing = get_days (step) * context->axis->px_per_day;
      double      n_labels = context->axis->width / spacing;
      double      penalty = fabs (log (n_labels / GOOD_LABELS));
      guint       n_set = 0;

      if (!step->can_be_major || n_labels > MAX_LABELS ||
          spacing < measure_longest (context, step, SAYS_SHORT) + LABEL_GAP)
        continue;
      if (spacing < measure_longest (context, step, SAYS_ALL) + LABEL_GAP)
        penalty += 0.8;
      if (n_labels > MIN_LABELS - 1)
        n_set = lay_major_row (context, step, row);
      if (n_set < MIN_LABELS || n_set > MAX_LABELS)
        penalty += 10;
      if (penalty < best)
        {
          best = penalty;
          chosen = step;
        }
    }
  if (chosen == NULL)
    chosen = &steps[G_N_ELEMENTS (steps) - 1];

  lay_major_row (context, chosen, row);

  return chosen;
}

void
ka_time_ticks_compute (KaTimeTicks      *ticks,
                       const KaTimeAxis *axis,
                       gboolean          shows_old_style,
                       KaLanguage        language,
                       KaTimeMeasure     measure,
                       gpointer          user_data)
{
  Context     context = { axis, shows_old_style, language, measure, user_data, 1 };
  const Step *major, *labels = NULL, *marks = NULL;

  ticks->major = g_array_new (FALSE, FALSE, sizeof (KaTimeTick));
  ticks->minor = g_array_new (FALSE, FALSE, sizeof (KaTimeTick));
  g_return_if_fail (axis->px_per_day > 0 && axis->width > 0);

  context.widest_month = find_widest_month (&context);
  major = choose_major (&context, ticks->major);
  for (const Step *step = steps; step < major && labels == NULL; step++)
    {
      double spacing = get_days (step) * axis->px_per_day;

      if (spacing < MIN_MARK_SPACING || !divides (step, major))
        continue;
      if (spacing >= measure_widest (&context, step->unit, SAYS_UNIT) + MINOR_GAP &&
          (marks == NULL || divides (marks, step)))
        labels = step;
      if (marks == NULL)
        marks = step;
    }

  if (marks != NULL)
    lay_minor_row (&context, marks, labels, major, ticks->minor);
}

void
ka_time_ticks_clear (KaTimeTicks *ticks)
{
  g_clear_pointer (&ticks->major, g_array_unref);
  g_clear_pointer (&ticks->minor, g_array_unref);
}
