/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-stage.h"

G_BEGIN_DECLS

/**
 * ka_timeline_speech_describe_day: Returns: (transfer full): the accessible name of the
 * timeline, with the day
 */
char *ka_timeline_speech_describe_day (KaTimelineStage *stage) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_timeline_speech_describe_row: Returns: (transfer full): the accessible description of the
 * timeline: the group whose header has the keyboard, else the selected item with its place among
 * the events; empty for neither
 */
char *ka_timeline_speech_describe_row (KaTimelineStage *stage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
