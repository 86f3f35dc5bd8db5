/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

/**
 * ka_reading_describe_day:
 * @atlas: an atlas
 * @day: the day that a picture shows
 * @language: of the sentences and the names; the locale has no part in it
 *
 * Says the map of a day in words: the day, its event, who holds what and how, the lines in force
 * and those that are not, and the claims. It is the text for a reader who does not see a picture.
 * O(areas × tenures of the day).
 *
 * Returns: (transfer full): sentences on one line
 */
char *
ka_reading_describe_day (KaAtlas *atlas, KaDay day, KaLanguage language) G_GNUC_WARN_UNUSED_RESULT;

/** ka_reading_describe_land: Returns: (transfer full): who holds @area on @day and who claims it,
 * likewise; empty for a day before the first tenure */
char *ka_reading_describe_land (const KaArea *area,
                                KaDay         day,
                                KaLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
