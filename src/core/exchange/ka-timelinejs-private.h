/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange-private.h"

G_BEGIN_DECLS

/* The parts of a date, as they are written. */
typedef enum
{
  KA_TIMELINEJS_YEAR,
  KA_TIMELINEJS_MONTH,
  KA_TIMELINEJS_DAY,
  KA_TIMELINEJS_TIME, /* of the day: not carried */
  KA_TIMELINEJS_N_PARTS,
} KaTimelinejsPart;

typedef struct
{
  const char *parts[KA_TIMELINEJS_N_PARTS]; /* Borrowed (nullable) */
  gsize       offsets[KA_TIMELINEJS_N_PARTS];
  char        doubt; /* a qualifier of EDTF: '?', '~', '%' or 0 */
} KaTimelinejsDate;

/* Stands before a display date that became a note. */
#define KA_TIMELINEJS_WRITTEN_DATE "Date as written: "

/* The kinds of slides. */
typedef enum
{
  KA_TIMELINEJS_EVENT,
  KA_TIMELINEJS_TITLE,
  KA_TIMELINEJS_ERA,
} KaTimelinejsType;

/* A slide as JSON and CSV have it. All texts are borrowed and may be %NULL. */
typedef struct
{
  gsize            offset;
  KaTimelinejsType type;
  KaTimelinejsDate start;
  KaTimelinejsDate end;
  const char      *display_date;
  const char      *edtf; /* an addition of ours: the date with what the parts cannot say */
  const char      *id;
  const char      *headline;
  const char      *text;
  const char      *media;
  const char      *caption;
  const char      *credit;
  const char      *thumbnail;
  const char      *alt_text;
  const char      *group;
  const char      *background;
  const char      *place_name;
  gboolean         has_place;
  KaPoint          place;
} KaTimelinejsSlide;

/* Adds a slide to a draft: an event or the title. */
void ka_timelinejs_add_slide (KaDraft *draft, const KaTimelinejsSlide *slide);

G_END_DECLS
