/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of steps and the place of the current one.
 */

#include "config.h"

#include "ka-history.h"

struct _KaHistory
{
  GArray *visits; /* Owned: of KaVisit, oldest first; never empty */
  guint   current;
};

KaHistory *
ka_history_new (KaVisit first)
{
  KaHistory *self = g_new0 (KaHistory, 1);

  self->visits = g_array_new (FALSE, FALSE, sizeof (KaVisit));
  g_array_append_val (self->visits, first);

  return self;
}

void
ka_history_free (KaHistory *self)
{
  g_array_unref (self->visits);
  g_free (self);
}

gboolean
ka_history_can_go (const KaHistory *self, int direction)
{
  return direction < 0 ? self->current > 0 : self->current + 1 < self->visits->len;
}

void
ka_history_add (KaHistory *self, KaVisit visit)
{
  g_array_set_size (self->visits, self->current + 1);
  g_array_append_val (self->visits, visit);
  self->current++;
}

void
ka_history_replace (KaHistory *self, KaVisit visit)
{
  g_array_index (self->visits, KaVisit, self->current) = visit;
}

const KaVisit *
ka_history_go (KaHistory *self, int direction)
{
  if (!ka_history_can_go (self, direction))
    return NULL;

  self->current = direction < 0 ? self->current - 1 : self->current + 1;

  return &g_array_index (self->visits, KaVisit, self->current);
}
