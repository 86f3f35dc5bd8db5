/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-export.h"

G_BEGIN_DECLS

/** KA_SERIES_MAX: the most pictures of a series. */
#define KA_SERIES_MAX 10000

/**
 * KaSeriesKind:
 * @KA_SERIES_NONE: one picture
 * @KA_SERIES_EVENT: one for each event; with a selection, for those about it
 * @KA_SERIES_EPOCH: one for each day on which the map changes
 * @KA_SERIES_STEP: one for each step of the annex that is selected
 * @KA_SERIES_CLAIM: one for each claim that is corrected
 * @KA_SERIES_TOUR: one for each step of a tour
 * @KA_SERIES_DAYS: one for each day in a row of days some time apart
 * @KA_SERIES_PARTS: timelines that divide a time
 *
 * What the pictures of a series are of.
 */
typedef enum
{
  KA_SERIES_NONE,
  KA_SERIES_EVENT,
  KA_SERIES_EPOCH,
  KA_SERIES_STEP,
  KA_SERIES_CLAIM,
  KA_SERIES_TOUR,
  KA_SERIES_DAYS,
  KA_SERIES_PARTS,
} KaSeriesKind;

/**
 * KaSeriesPlan:
 * @kind: what the pictures are of
 * @range: the days of the series; both are in it
 * @tour: (nullable): of %KA_SERIES_TOUR
 * @days: of %KA_SERIES_DAYS: days from picture to picture, or 0
 * @months: likewise; one of the two is above 0
 * @n_parts: of %KA_SERIES_PARTS, above 0
 *
 * What a series is asked to be. By value.
 */
typedef struct
{
  KaSeriesKind  kind;
  KaSpan        range;
  const KaTour *tour;
  int           days;
  int           months;
  guint         n_parts;
} KaSeriesPlan;

/** KaSeries: the pictures of a series, in their order. Immutable. */
typedef struct _KaSeries KaSeries;

/**
 * KaSeriesPicture:
 * @state: what it shows
 * @page: the page
 * @viewport: the part of the map that a step of a tour shows
 * @axis: the part of the time that it shows
 *
 * A picture of a series, which borrows from the series and from what all pictures have in common.
 */
typedef struct
{
  KaViewState state;
  KaPage      page;
  KaViewport  viewport;
  KaTimeAxis  axis;
} KaSeriesPicture;

/**
 * ka_series_new:
 * @atlas: the atlas, which outlives the result
 * @state: what the pictures have in common: language, filter, selection
 * @plan: which pictures; its kind is not %KA_SERIES_NONE
 * @error: (nullable): %KA_EXPORT_ERROR_SIZE for more than %KA_SERIES_MAX pictures,
 * %KA_EXPORT_ERROR_EMPTY for none
 *
 * Returns: (transfer full) (nullable): a series of at least one picture
 */
KaSeries *ka_series_new (KaAtlas            *atlas,
                         const KaViewState  *state,
                         const KaSeriesPlan *plan,
                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/** ka_series_free: frees a series (transfer full) */
void ka_series_free (KaSeries *self);

/** ka_series_get_length: Returns: how many pictures it has */
guint ka_series_get_length (const KaSeries *self);

/**
 * ka_series_get_picture:
 * @self: a series
 * @common: what its pictures have in common, of the atlas of @self
 * @number: which one, from 0
 * @picture: (out): what the result borrows from; it stays where it is
 *
 * Returns: what to export
 */
KaExport ka_series_get_picture (const KaSeries  *self,
                                const KaExport  *common,
                                guint            number,
                                KaSeriesPicture *picture);

/** ka_series_dup_stem: Returns: (transfer full): what the name of the file of a picture tells of
 * it: its first day, or the id of its claim */
char *ka_series_dup_stem (const KaSeries *self, guint number) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KaSeries, ka_series_free)

G_END_DECLS
