/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-atlas.h"

G_BEGIN_DECLS

#define KA_PINS_ERROR (ka_pins_error_quark ())

/**
 * KaPinsError:
 * @KA_PINS_ERROR_ITEM: the atlas has no such item
 * @KA_PINS_ERROR_KIND: the item is of a kind that nobody pins
 */
typedef enum
{
  KA_PINS_ERROR_ITEM,
  KA_PINS_ERROR_KIND,
} KaPinsError;

GQuark ka_pins_error_quark (void);

/** ka_pins_admit: Returns: whether an item can be pinned: events, articles and annexes can */
gboolean ka_pins_admit (const KaItem *item);

/**
 * ka_pins_add:
 * @items: (element-type KaItem): the items so far
 * @atlas: their atlas
 * @reference: an id, or kind:id
 * @error: (nullable): %KA_PINS_ERROR
 *
 * Adds an item at the end. One that is there already stays where it is.
 *
 * Returns: whether @reference names an item that can be pinned
 */
gboolean ka_pins_add (GPtrArray *items, KaAtlas *atlas, const char *reference, GError **error);

/**
 * ka_pins_parse:
 * @atlas: an atlas
 * @text: a reference a line; empty lines and lines that start with # are passed over
 * @faults: (nullable) (element-type utf8): gets a message for each other line that names no item
 * @others: (nullable) (element-type utf8): gets each such line
 *
 * Reads what ka_pins_to_text() writes.
 *
 * Returns: (transfer container) (element-type KaItem): the items in their order, each once
 */
GPtrArray *ka_pins_parse (KaAtlas *atlas, const char *text, GPtrArray *faults, GPtrArray *others)
  G_GNUC_WARN_UNUSED_RESULT;

/** ka_pins_to_text: @others: lines that ka_pins_parse() did not know, which come last. Returns:
 * (transfer full): the text for ka_pins_parse() */
char *ka_pins_to_text (KaAtlas         *atlas,
                       const GPtrArray *items,
                       const GPtrArray *others) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
