/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-cli-export.h"

G_BEGIN_DECLS

/**
 * KaCliStop:
 * @day: the day that is shown
 * @selection: (nullable): what is brought out
 * @step: the step of it, from 1; 0 for none
 * @has_time: whether the timeline shows @time alone
 * @time: that time
 *
 * A picture of a series.
 */
typedef struct
{
  KaDay         day;
  const KaItem *selection;
  guint         step;
  gboolean      has_time;
  KaSpan        time;
} KaCliStop;

/**
 * ka_cli_list_stops:
 * @picture: what the pictures have in common
 * @atlas: the atlas
 * @options: the kind of series
 * @exit_code: (out): set on failure, which is then said
 *
 * Returns: (transfer full) (nullable) (element-type KaCliStop): the pictures, at least one
 */
GArray *ka_cli_list_stops (const KaCliPicture       *picture,
                           KaAtlas                  *atlas,
                           const KaCliExportOptions *options,
                           int                      *exit_code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
