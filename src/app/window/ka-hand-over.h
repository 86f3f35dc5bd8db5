/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ka_hand_over:
 * @files: (element-type GFile): atlases and pictures to open, none for the built-in atlas
 * @link: (nullable): a link to open instead
 *
 * Asks the program that runs on the session bus, if one does, to open what a second start names.
 * Its windows come to the front.
 *
 * Returns: whether it has taken all. Else @error is set where a program runs and does not answer,
 * and not where none runs or there is no bus.
 */
gboolean ka_hand_over (const GPtrArray *files, const char *link, GError **error);

G_END_DECLS
