/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KA_TYPE_ATLAS_WATCH (ka_atlas_watch_get_type ())

/**
 * KaAtlasWatch: watches the file or the folder of an atlas. Emits `changed` once for all that an
 * editor does in a row: when nothing more has happened for a moment, and no later than two seconds
 * after the first change.
 */
G_DECLARE_FINAL_TYPE (KaAtlasWatch, ka_atlas_watch, KA, ATLAS_WATCH, GObject)

/** ka_atlas_watch_new: Returns: (transfer full): a watch on @file; where that cannot be watched, it
 * emits nothing */
KaAtlasWatch *ka_atlas_watch_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
