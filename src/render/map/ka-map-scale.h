/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-paint-context.h"
#include "ka-type.h"

G_BEGIN_DECLS

/** KaMapScaleSpot: where the length of a scale bar is right. */
typedef enum
{
  KA_MAP_SCALE_EVERYWHERE, /* all over the view, within a tenth */
  KA_MAP_SCALE_HERE,       /* at the bar */
  KA_MAP_SCALE_MIDDLE,     /* in the middle of the view: the bar stands beside the map */
} KaMapScaleSpot;

/**
 * KaMapScale:
 * @km: a round length
 * @width: the same in user units
 * @spot: where it is right
 *
 * The length of a scale bar.
 */
typedef struct
{
  double         km;
  double         width;
  KaMapScaleSpot spot;
} KaMapScale;

/** ka_map_scale_choose: the greatest of 1, 2 and 5 times a power of ten, in kilometres, that fits.
 * @scale is user units for a kilometre, @max_width the longest bar in user units. */
double ka_map_scale_choose (double scale, double max_width);

/** ka_map_scale_measure: measures a level bar on the great circle between its ends; @right is the
 * right end of it, @max_width its greatest length in user units. */
KaMapScale ka_map_scale_measure (const KaProjection *projection,
                                 const KaViewport   *viewport,
                                 KaPoint             right,
                                 double              max_width);

/** ka_map_scale_dup_text: Returns: (transfer full): the length in words, in metres below a
 * kilometre, and where it is right. */
char *ka_map_scale_dup_text (const KaMapScale *self, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_north_get: whether north at a point leans so much that an arrow must say so; only then
 * @angle is set, in radians clockwise from up. */
gboolean ka_map_north_get (const KaProjection *projection,
                           const KaViewport   *viewport,
                           KaPoint             user,
                           double             *angle);

/** ka_map_north_lay_out: Returns: (transfer full): the letter of north. */
KaTypeLayout *ka_map_north_lay_out (const KaPaintContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** ka_map_north_paint: draws an arrow to the north through a point, with the letter at its tip. */
void ka_map_north_paint (cairo_t       *cr,
                         const KaTheme *theme,
                         KaTypeLayout  *letter,
                         KaPoint        at,
                         double         angle);

G_END_DECLS
