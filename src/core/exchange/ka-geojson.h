/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-exchange.h"
#include "ka-json-private.h"

G_BEGIN_DECLS

/* Each as the table of formats has it. */
gboolean ka_geojson_sniff (const char *text, gsize length);
void     ka_geojson_import (KaDraft *draft, const char *text, gsize length);
char    *ka_geojson_export (KaAtlas *atlas, KaDay day, GPtrArray *losses) G_GNUC_WARN_UNUSED_RESULT;

/** KaGeojsonPlaceTag: a tag of OpenStreetMap that says what a place is. */
typedef struct
{
  const char *kind;  /* a word of our own format; %NULL behind the last one */
  const char *key;   /* the name of a property */
  const char *value; /* what it says */
  int         rank;  /* of a place without one */
} KaGeojsonPlaceTag;

/** ka_geojson_get_place_tags: Returns: (transfer none): the tags; the first one of a kind stands
 * for it */
const KaGeojsonPlaceTag *ka_geojson_get_place_tags (void);

/** ka_geojson_dup_date: Returns: (transfer full) (nullable): [-]Y, [-]Y-M or [-]Y-M-D as EDTF, or
 * %NULL for another form. Years are astronomical: -43 is 44 BC */
char *ka_geojson_dup_date (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** KaGeojsonTime: when a feature is there, by the tags of OpenHistoricalMap. */
typedef struct
{
  KaSpan      span;      /* [start, end) */
  char       *start;     /* Owned (nullable): the start as EDTF */
  char       *end;       /* Owned (nullable): its last day, month or year as EDTF */
  const char *certainty; /* (nullable): a word of our own format, where the dates are qualified */
} KaGeojsonTime;

/**
 * ka_geojson_time_read:
 * @self: (out): a time
 * @draft: takes faults and losses
 * @properties: an object, which may have `start_date`, `end_date` and the same with `:edtf`
 * @item: (nullable): the title of what it belongs to
 *
 * Reads when a feature is there. The end is exclusive where it is a day; a month or a year alone is
 * the end of it.
 */
void ka_geojson_time_read (KaGeojsonTime *self,
                           KaDraft       *draft,
                           const KaNode  *properties,
                           const char    *item);

/** ka_geojson_time_dup_edtf: Returns: (transfer full) (nullable): the time as one EDTF date; %NULL
 * where it has neither start nor end */
char *ka_geojson_time_dup_edtf (const KaGeojsonTime *self) G_GNUC_WARN_UNUSED_RESULT;

void ka_geojson_time_clear (KaGeojsonTime *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaGeojsonTime, ka_geojson_time_clear)

G_END_DECLS
