/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ka_app_run:
 * @argc: number of arguments
 * @argv: (array length=argc): [ATLAS] and options
 *
 * Opens the window on an atlas and runs until it closes. The program finds this function by its
 * name.
 *
 * Returns: the exit status: 0 done, 1 bad input, 2 bad usage
 */
int ka_app_run (int argc, char **argv);

G_END_DECLS
