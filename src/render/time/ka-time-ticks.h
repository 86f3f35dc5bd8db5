/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-language.h"
#include "ka-time-axis.h"

G_BEGIN_DECLS

/**
 * KaTimeTick:
 * @day: the moment, in days
 * @x: where it stands on the axis, in user units
 * @label_x: left edge of the label, in user units
 * @label_width: its width; 0 for a tick without a label
 * @label: UTF-8, "" for none
 *
 * A mark on the axis. A label stands to the right of its mark, inside the axis and clear of its
 * neighbours; the first label of the major row may stand for a mark to the left of the axis.
 */
typedef struct
{
  double day;
  double x;
  double label_x;
  double label_width;
  char   label[80];
} KaTimeTick;

/**
 * KaTimeTicks:
 * @major: (element-type KaTimeTick): the coarse row, in order of time; names what the fine row
 * lacks
 * @minor: (element-type KaTimeTick): the fine row, in order of time, with the marks of the coarse
 * one
 *
 * The marks of an axis in two rows: days over months, months over years, years
 * over decades, and so on. In the Gregorian calendar, before 1582 too.
 */
typedef struct
{
  GArray *major;
  GArray *minor;
} KaTimeTicks;

/**
 * KaTimeMeasure:
 * @label: UTF-8
 * @is_major: whether it stands in the coarse row
 * @user_data: as given
 *
 * Returns: the width of @label in user units
 */
typedef double (*KaTimeMeasure) (const char *label, gboolean is_major, gpointer user_data);

/**
 * ka_time_ticks_compute:
 * @ticks: (out caller-allocates): cleared by the caller with ka_time_ticks_clear()
 * @axis: an axis
 * @shows_old_style: whether labels of days say the day of the Julian calendar too, as "13 (30)"
 * @language: of the labels
 * @measure: (scope call): gives the width of labels
 * @user_data: for @measure
 *
 * Chooses the steps from a table and lays out the marks: the coarsest step with at least three
 * labels, never more than fifteen. O(marks in sight).
 */
void ka_time_ticks_compute (KaTimeTicks      *ticks,
                            const KaTimeAxis *axis,
                            gboolean          shows_old_style,
                            KaLanguage        language,
                            KaTimeMeasure     measure,
                            gpointer          user_data);

/** ka_time_ticks_clear: frees what it holds; the struct itself is the caller's */
void ka_time_ticks_clear (KaTimeTicks *ticks);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaTimeTicks, ka_time_ticks_clear)

G_END_DECLS
