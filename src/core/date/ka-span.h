/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-day.h"

G_BEGIN_DECLS

/** KaSpan: a half-open interval of days. By value. Empty when @to is not after @from. */
typedef struct
{
  KaDay from; /* first day, or %KA_DAY_MIN for no beginning */
  KaDay to;   /* the day after the last one, or %KA_DAY_MAX for no end */
} KaSpan;

/** KA_SPAN_ALWAYS: the span without beginning and end. */
#define KA_SPAN_ALWAYS ((KaSpan){ KA_DAY_MIN, KA_DAY_MAX })

/** ka_span_has: Returns: whether @day is one of the days of @span */
static inline gboolean
ka_span_has (KaSpan span, KaDay day)
{
  return span.from <= day && day < span.to;
}

/** ka_span_intersect: Returns: the days that both share; empty for none */
static inline KaSpan
ka_span_intersect (KaSpan a, KaSpan b)
{
  return (KaSpan){ MAX (a.from, b.from), MIN (a.to, b.to) };
}

G_END_DECLS
