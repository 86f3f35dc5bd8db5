/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/** KA_BENCH_ATLAS_DAYS: how long the time of a made up atlas is, from the year 1000 on. */
#define KA_BENCH_ATLAS_DAYS 365242

KaAtlas *ka_bench_atlas_new (guint n_events) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
