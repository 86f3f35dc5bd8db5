/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-date.h"

G_BEGIN_DECLS

/* How exactly a point in time is known. */
typedef enum
{
  KA_EDTF_CENTURY,       /* 19XX */
  KA_EDTF_DECADE,        /* 192X */
  KA_EDTF_YEAR,          /* 1921 */
  KA_EDTF_SOME_MONTH,    /* 1921-XX */
  KA_EDTF_SOME_YEAR_DAY, /* 1921-XX-XX */
  KA_EDTF_SEASON,        /* 1921-21 */
  KA_EDTF_MONTH,         /* 1921-03 */
  KA_EDTF_SOME_DAY,      /* 1921-03-XX */
  KA_EDTF_DAY,           /* 1921-03-16 */
} KaEdtfPrecision;

/* A point in time. Only the parts that @precision has are set. */
typedef struct
{
  KaEdtfPrecision precision;
  gint64          year;   /* the first one of a decade or century */
  int             month;  /* 1 to 12 */
  int             season; /* 21 spring to 24 winter */
  int             day;    /* 1 to 31 */
  KaDateFlags     qualifiers;
} KaEdtfPoint;

/* What stands at an end of an interval or of a range in a set. */
typedef enum
{
  KA_EDTF_END_POINT,
  KA_EDTF_END_OPEN,    /* ".." */
  KA_EDTF_END_UNKNOWN, /* "" */
} KaEdtfEnd;

/* A stretch from a point up to and including another. A single point is a range to itself. */
typedef struct
{
  KaEdtfEnd   start_is;
  KaEdtfEnd   end_is;
  gboolean    is_single;
  KaEdtfPoint start;
  KaEdtfPoint end;
} KaEdtfRange;

/* An EDTF text taken apart: a single point, an interval, or a one-of set of ranges. */
typedef struct
{
  gboolean is_set;
  GArray  *ranges; /* Owned, of KaEdtfRange, at least one */
} KaEdtf;

/* Takes @text apart into @edtf, untouched on failure. Errors are those of ka_date_parse_edtf(). */
gboolean ka_edtf_parse (const char *text, KaEdtf *edtf, GError **error);
/* Frees what @edtf holds. */
void ka_edtf_clear (KaEdtf *edtf);
/* Returns: the first day on which the point may lie */
KaDay ka_edtf_point_get_first (const KaEdtfPoint *point);
/* Returns: the last day on which the point may lie */
KaDay ka_edtf_point_get_last (const KaEdtfPoint *point);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaEdtf, ka_edtf_clear)

G_END_DECLS
