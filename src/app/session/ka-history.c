/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Back and forward. It knows nothing of what a selection does.
 */

#include "config.h"

#include "ka-history.h"

struct _KaHistory
{
  GArray *visits; /* Owned: of KaVisit, oldest first; never empty */
  guint   current;
};

/**
 * ka_history_new:
 * @first: where it begins
 *
 * Returns: (transfer full): a history of one step
 */
KaHistory *
ka_history_new (KaVisit first)
{
  KaHistory *self = g_new0 (KaHistory, 1);

  self->visits = g_array_new (FALSE, FALSE, sizeof (KaVisit));
  g_array_append_val (self->visits, first);

  return self;
}

/**
 * ka_history_free:
 * @self: a history
 */
void
ka_history_free (KaHistory *self)
{
  g_array_unref (self->visits);
  g_free (self);
}

/**
 * ka_history_get_current:
 * @self: a history
 *
 * Returns: (transfer none): the step that is shown, until the next change
 */
const KaVisit *
ka_history_get_current (const KaHistory *self)
{
  return &g_array_index (self->visits, KaVisit, self->current);
}

/**
 * ka_history_can_go:
 * @self: a history
 * @direction: -1 for back, 1 for forward
 *
 * Returns: whether there is a step that way
 */
gboolean
ka_history_can_go (const KaHistory *self, int direction)
{
  return direction < 0 ? self->current > 0 : self->current + 1 < self->visits->len;
}

/**
 * ka_history_add:
 * @self: a history
 * @visit: what is looked at now
 *
 * Makes a step; those that one had gone back from are forgotten.
 */
void
ka_history_add (KaHistory *self, KaVisit visit)
{
  g_array_set_size (self->visits, self->current + 1);
  g_array_append_val (self->visits, visit);
  self->current++;
}

/**
 * ka_history_replace:
 * @self: a history
 * @visit: what the current step shows from now on
 */
void
ka_history_replace (KaHistory *self, KaVisit visit)
{
  g_array_index (self->visits, KaVisit, self->current) = visit;
}

/**
 * ka_history_go:
 * @self: a history
 * @direction: -1 for back, 1 for forward
 *
 * Returns: (transfer none) (nullable): the step that is current now; %NULL where there was none
 */
const KaVisit *
ka_history_go (KaHistory *self, int direction)
{
  if (!ka_history_can_go (self, direction))
    return NULL;

  self->current = direction < 0 ? self->current - 1 : self->current + 1;

  return ka_history_get_current (self);
}
