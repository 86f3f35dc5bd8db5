/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-viewport.h"

G_BEGIN_DECLS

/** KA_MAP_N_STEPS: how many points of a drag are remembered. */
#define KA_MAP_N_STEPS 16

/**
 * KaMapStep:
 * @time_ms: when, on any clock that runs on
 * @at: where the pointer was, in user units
 */
typedef struct
{
  gint64  time_ms;
  KaPoint at;
} KaMapStep;

/**
 * KaMapTrack:
 *
 * The last points of a drag, of which the speed at its end is measured. Zeroed for an empty one.
 */
typedef struct
{
  KaMapStep steps[KA_MAP_N_STEPS];
  gsize     n_steps; /* ever added */
} KaMapTrack;

void    ka_map_track_add (KaMapTrack *self, gint64 time_ms, KaPoint at);
KaPoint ka_map_track_get_velocity (const KaMapTrack *self, gint64 now_ms);

/* Gliding on after a drag */
KaPoint  ka_map_glide_get_offset (KaPoint velocity, double elapsed_ms);
gboolean ka_map_glide_is_over (KaPoint velocity, double elapsed_ms);

/* Moving from one view to another */
double     ka_map_flight_get_duration_ms (const KaViewport *from, const KaViewport *to);
double     ka_map_flight_ease (double progress);
KaViewport ka_map_flight_at (const KaViewport *from, const KaViewport *to, double progress);

G_END_DECLS
