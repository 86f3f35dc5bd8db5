/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ka_cli_handles:
 * @argc: as main() got it
 * @argv: (array length=argc): as main() got it
 *
 * Tells whether the command line is one for scripts: a command, a request for help or the version,
 * or a word that is neither a command nor a file. Everything else opens the window.
 *
 * Returns: whether ka_cli_run() is to be called
 */
gboolean ka_cli_handles (int argc, char **argv);

/**
 * ka_cli_run:
 * @argc: as main() got it
 * @argv: (array length=argc): as main() got it; left as it was
 *
 * Runs a command. Results go to the standard output, errors to the standard error, each as
 * `kars-atlas: message`. Needs no display; what it writes does not depend on the locale.
 *
 * Returns: the exit code: 0 done, 1 bad input, 2 bad usage
 */
int ka_cli_run (int argc, char **argv);

G_END_DECLS
