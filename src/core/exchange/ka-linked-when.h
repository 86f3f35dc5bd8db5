/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ka-draft.h"
#include "ka-json-private.h"

G_BEGIN_DECLS

/** KaLinkedWhen: the `when` of Linked Places. */
typedef struct
{
  GArray     *spans;     /* (element-type KaSpan): in order; one of all days without any */
  const char *certainty; /* (nullable): a word of our own format */
  gboolean    is_given;  /* whether there is a timespan */
} KaLinkedWhen;

/**
 * ka_linked_when_read:
 * @self: (out): what it says
 * @draft: takes faults and losses
 * @node: an object that may have a member `when`
 * @item: (nullable): the title of what it belongs to
 * @fallback: (nullable): what stands for it where the object has none
 *
 * Reads timespans. A start or an end that lies between two dates counts at its outer end. The end
 * is included; without one a timespan ends with its start.
 */
void ka_linked_when_read (KaLinkedWhen       *self,
                          KaDraft            *draft,
                          const KaNode       *node,
                          const char         *item,
                          const KaLinkedWhen *fallback);

/** ka_linked_when_join: Returns: the span from the first day to the last; tells the times between
 * its timespans at @offset as losses of @item */
KaSpan
ka_linked_when_join (const KaLinkedWhen *self, KaDraft *draft, gsize offset, const char *item);

void ka_linked_when_clear (KaLinkedWhen *self);

/** ka_linked_read_certainty: Returns: (transfer none) (nullable): the member `certainty` of @node
 * as a word of our own format; another word is told as a loss of @item */
const char *ka_linked_read_certainty (KaDraft *draft, const KaNode *node, const char *item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KaLinkedWhen, ka_linked_when_clear)

G_END_DECLS
