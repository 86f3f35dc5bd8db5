/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates with their doubt: computes the bounds in days of an EDTF text, orders and compares dates.
 */
#include "config.h"

#include "ka-date.h"

#include "ka-edtf-private.h"

/* A single point, or one of several: no length, only doubt about which day it is. */
static void
set_point_bounds (KaDate *date, KaDay first, KaDay last)
{
  date->earliest = first;
  date->start_latest = last;
  date->end_earliest = first == KA_DAY_MIN ? KA_DAY_MIN : first + 1;
  date->end_latest = last == KA_DAY_MAX ? KA_DAY_MAX : last + 1;
}

static KaDate
compute_set (const KaEdtf *edtf)
{
  KaDate date = { 0 };
  KaDay  first = KA_DAY_MAX, last = KA_DAY_MIN;

  for (guint i = 0; i < edtf->ranges->len; i++)
    {
      const KaEdtfRange *range = &g_array_index (edtf->ranges, KaEdtfRange, i);
      KaDay              range_first = KA_DAY_MIN, range_last = KA_DAY_MAX;

      if (range->start_is == KA_EDTF_END_POINT)
        range_first = ka_edtf_point_get_first (&range->start);
      else
        date.flags |= KA_DATE_OPEN_START;
      if (range->end_is == KA_EDTF_END_POINT)
        range_last = ka_edtf_point_get_last (&range->end);
      else
        date.flags |= KA_DATE_OPEN_END;
      first = MIN (first, range_first);
      last = MAX (last, range_last);
      date.flags |= range->start.qualifiers | range->end.qualifiers;
    }
  set_point_bounds (&date, first, last);
  return date;
}

static KaDate
compute_interval (const KaEdtfRange *range)
{
  KaDate date = { KA_DAY_MIN, KA_DAY_MIN, KA_DAY_MAX, KA_DAY_MAX, KA_DATE_SPAN };

  date.flags |= range->start.qualifiers | range->end.qualifiers;
  if (range->start_is == KA_EDTF_END_POINT)
    {
      date.earliest = ka_edtf_point_get_first (&range->start);
      date.start_latest = ka_edtf_point_get_last (&range->start);
    }
  else
    {
      date.flags |= range->start_is == KA_EDTF_END_OPEN ? KA_DATE_OPEN_START
                                                        : KA_DATE_UNKNOWN_START;
    }
  if (range->end_is == KA_EDTF_END_POINT)
    {
      date.end_earliest = ka_edtf_point_get_first (&range->end) + 1;
      date.end_latest = ka_edtf_point_get_last (&range->end) + 1;
    }
  else
    {
      date.flags |= range->end_is == KA_EDTF_END_OPEN ? KA_DATE_OPEN_END : KA_DATE_UNKNOWN_END;
    }
  /* It was not over before it began: 1918/1918-12 cannot have begun after December. */
  if (range->start_is == KA_EDTF_END_POINT && range->end_is == KA_EDTF_END_POINT)
    {
      date.start_latest = MIN (date.start_latest, date.end_latest - 1);
      date.end_earliest = MAX (date.end_earliest, date.earliest + 1);
    }
  return date;
}

gboolean
ka_date_parse_edtf (const char *text, KaDate *date, GError **error)
{
  g_auto (KaEdtf) edtf = { 0 };
  const KaEdtfRange *range;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!ka_edtf_parse (text, &edtf, error))
    return FALSE;
  range = &g_array_index (edtf.ranges, KaEdtfRange, 0);
  if (edtf.is_set)
    {
      *date = compute_set (&edtf);
    }
  else if (range->is_single)
    {
      *date = (KaDate){ .flags = range->start.qualifiers };
      set_point_bounds (date, ka_edtf_point_get_first (&range->start),
                        ka_edtf_point_get_last (&range->start));
    }
  else
    {
      *date = compute_interval (range);
    }
  return TRUE;
}

gboolean
ka_date_overlaps (const KaDate *date, KaDay from, KaDay to)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->earliest < to && from < date->end_latest;
}

int
ka_date_compare (const KaDate *a, const KaDate *b)
{
  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  if (a->earliest != b->earliest)
    return a->earliest < b->earliest ? -1 : 1;
  if (a->start_latest != b->start_latest)
    return a->start_latest < b->start_latest ? -1 : 1;
  if (a->end_latest != b->end_latest)
    return a->end_latest < b->end_latest ? -1 : 1;
  return 0;
}
