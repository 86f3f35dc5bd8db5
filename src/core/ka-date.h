/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-day.h"

G_BEGIN_DECLS

/**
 * KaDateFlags:
 * @KA_DATE_SPAN: written as an interval or a one-of range of more than its precision: it has a length
 * @KA_DATE_UNCERTAIN: qualified with `?` or `%`
 * @KA_DATE_APPROXIMATE: qualified with `~` or `%`
 * @KA_DATE_OPEN_START: `../…`: no start; earliest and start_latest are %KA_DAY_MIN
 * @KA_DATE_OPEN_END: `…/..`: goes on; end_earliest and end_latest are %KA_DAY_MAX
 * @KA_DATE_UNKNOWN_START: `/…`: the start is not known; bounds as for the open one
 * @KA_DATE_UNKNOWN_END: `…/`: the end is not known; bounds as for the open one
 */
typedef enum
{
  KA_DATE_SPAN = 1 << 0,
  KA_DATE_UNCERTAIN = 1 << 1,
  KA_DATE_APPROXIMATE = 1 << 2,
  KA_DATE_OPEN_START = 1 << 3,
  KA_DATE_OPEN_END = 1 << 4,
  KA_DATE_UNKNOWN_START = 1 << 5,
  KA_DATE_UNKNOWN_END = 1 << 6,
} KaDateFlags;

/**
 * KaDate:
 * @earliest: the first day on which it may have begun
 * @start_latest: the last day on which it may have begun
 * @end_earliest: the earliest day on which it may have been over (exclusive end)
 * @end_latest: the latest day on which it may have been over (exclusive end)
 * @flags: how it was qualified
 *
 * What an EDTF text says: bounds of a start and of an end. For an exact day all of it lies between
 * @earliest == @start_latest and @end_earliest == @end_latest == @earliest + 1. A month alone
 * (`1921-03`, no span) is one day somewhere in it: @earliest = 1 March, @start_latest = 31 March,
 * @end_earliest = 2 March, @end_latest = 1 April.
 */
typedef struct
{
  KaDay       earliest;
  KaDay       start_latest;
  KaDay       end_earliest;
  KaDay       end_latest;
  KaDateFlags flags;
} KaDate;

gboolean ka_date_parse_edtf (const char *text, KaDate *date, GError **error);
char    *ka_date_to_words (const KaDate *date, const char *edtf) G_GNUC_WARN_UNUSED_RESULT;
gboolean ka_date_is_exact (const KaDate *date);
gboolean ka_date_overlaps (const KaDate *date, KaDay from, KaDay to);
int      ka_date_compare (const KaDate *a, const KaDate *b);

G_END_DECLS
