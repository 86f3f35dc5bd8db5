/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-timeline-layout.h"

G_BEGIN_DECLS

/** ka_layout_dump: Returns: (transfer full): every decision of a layout and of its overlay, an item
 * a line */
char *ka_layout_dump (const KaTimelineLayout *self,
                      const KaViewState      *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
