/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-draft.h"

G_BEGIN_DECLS

#define KA_EXCHANGE_ERROR (ka_exchange_error_quark ())

/** KaExchangeError: why an atlas cannot be written in a foreign format. */
typedef enum
{
  KA_EXCHANGE_ERROR_UNSUPPORTED, /* the format is only read */
  KA_EXCHANGE_ERROR_EMPTY,       /* the atlas has nothing that the format carries */
} KaExchangeError;

GQuark ka_exchange_error_quark (void);

/** KaExchangeFormat: a foreign format. A format has a row in the table of ka-exchange.c. */
typedef struct
{
  const char        *name;       /* a word for the command line, such as "timelinejs" */
  const char        *title;      /* for readers; a proper name */
  const char *const *extensions; /* (array zero-terminated=1): endings of files, without the dot */

  /* (nullable): whether a document is of this format. @text has a zero behind its @length bytes,
   * may be anything, and is looked at as little as will do. */
  gboolean (*sniff) (const char *text, gsize length);

  /* (nullable): fills a draft from a document in UTF-8, and reports faults and losses to it. With
   * @has_folds the document has no zero, and what is not UTF-8 is a fault that is reported here. */
  void (*import) (KaDraft *draft, const char *text, gsize length);

  /* (nullable): writes an atlas; a map is that of @day. Adds to @losses what is not carried.
   * Returns: (transfer full): the document */
  char *(*export) (KaAtlas *atlas, KaDay day, GPtrArray *losses);

  gboolean has_folds; /* whether line ends may stand between the bytes of a letter */
} KaExchangeFormat;

/**
 * ka_exchange_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the foreign formats
 */
const KaExchangeFormat *ka_exchange_get_formats (gsize *n_formats);

/** ka_exchange_find: Returns: (transfer none) (nullable): the format of that name, or %NULL */
const KaExchangeFormat *ka_exchange_find (const char *name);

/** ka_exchange_find_by_name: Returns: (transfer none) (nullable): the format by the ending of a
 * file */
const KaExchangeFormat *ka_exchange_find_by_name (const char *file);

/**
 * ka_exchange_sniff:
 * @text: a document with a zero behind it
 * @length: its length in bytes
 *
 * Finds the foreign format of a document by what it says, whatever its file is called.
 *
 * Returns: (transfer none) (nullable): the format; %NULL for our own and for what none reads
 */
const KaExchangeFormat *ka_exchange_sniff (const char *text, gsize length);

/**
 * ka_exchange_choose:
 * @file: the name of the document
 * @text: the document with a zero behind it
 * @length: its length in bytes
 *
 * Finds the format that a document is read as: that of ka_exchange_sniff(), else the one that its
 * ending names, which then says what is wrong.
 *
 * Returns: (transfer none) (nullable): the format; %NULL for our own
 */
const KaExchangeFormat *ka_exchange_choose (const char *file, const char *text, gsize length);

/**
 * ka_exchange_import:
 * @format: a format that can be read
 * @name: the base name of the document
 * @text: the document with a zero behind it
 * @length: its length in bytes
 * @atlas: (out) (optional) (transfer full): the atlas that was made; untouched on failure
 * @faults: (out) (transfer full) (element-type KaFault): what is wrong with it, by line; empty
 * after success
 * @losses: (out) (transfer full) (element-type KaLoss): what our own format cannot carry
 *
 * Makes an atlas of a foreign document, and a document of our own format that loads as it. The same
 * text gives the same document.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @faults
 */
char *ka_exchange_import (const KaExchangeFormat *format,
                          const char             *name,
                          const char             *text,
                          gsize                   length,
                          KaAtlas               **atlas,
                          GPtrArray             **faults,
                          GPtrArray             **losses) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_exchange_export:
 * @format: a format
 * @atlas: an atlas
 * @day: the day of the map, for formats that have one
 * @losses: (out) (transfer full) (element-type KaLoss): what the format cannot carry
 * @error: (nullable): #KaExchangeError
 *
 * Writes an atlas in a foreign format.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set and no @losses
 */
char *ka_exchange_export (const KaExchangeFormat *format,
                          KaAtlas                *atlas,
                          KaDay                   day,
                          GPtrArray             **losses,
                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_atlas_open:
 * @file: a folder or document of our own format, or a foreign document
 * @faults: (out) (optional) (transfer full) (element-type KaFault): as of ka_atlas_load(); lines
 * are those of @file
 * @losses: (out) (optional) (transfer full) (element-type KaLoss): what of a foreign document our
 * own format cannot carry; empty for our own format; untouched on failure
 * @error: (nullable): as of ka_atlas_load()
 *
 * Loads an atlas of our own format or imports a foreign one. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @error set
 */
KaAtlas *ka_atlas_open (GFile *file, GPtrArray **faults, GPtrArray **losses, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/** ka_atlas_open_partly: as ka_atlas_open(), and of our own format as ka_atlas_load_partly(): a
 * foreign document has no gap. @gap is then untouched, so it starts as zeroes. Returns: (transfer
 * full) (nullable): the atlas, or %NULL with @error set */
KaAtlas *ka_atlas_open_partly (GFile      *file,
                               KaAtlasGap *gap,
                               GPtrArray **faults,
                               GPtrArray **losses,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
