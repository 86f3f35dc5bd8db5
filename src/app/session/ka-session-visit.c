/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person looks at: selecting, and going back and forward. The steps themselves are kept by
 * ka-history.c.
 */

#include "config.h"

#include "ka-session-private.h"

#include "ka-event-order.h"
#include "ka-query.h"

static void
notify_history (KaSession *self)
{
  g_object_notify (G_OBJECT (self), "can-go-back");
  g_object_notify (G_OBJECT (self), "can-go-forward");
}

/* Goes a step through the history, if there is one that way. */
static void
go (KaSession *self, int direction)
{
  const KaVisit *visit = ka_history_go (self->history, direction);

  if (visit == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->selection != visit->selection)
    {
      self->selection = visit->selection;
      ka_session_set_step (self, 0);
      g_object_notify (G_OBJECT (self), "selection");
    }
  ka_session_set_day (self, visit->day);
  notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
ka_session_get_can_go_back (KaSession *self)
{
  g_return_val_if_fail (KA_IS_SESSION (self), FALSE);

  return ka_history_can_go (self->history, -1);
}

gboolean
ka_session_get_can_go_forward (KaSession *self)
{
  g_return_val_if_fail (KA_IS_SESSION (self), FALSE);

  return ka_history_can_go (self->history, 1);
}

/* The day that a selection takes the session to. */
static KaDay
get_day_for (KaSession *self, const KaItem *item)
{
  const KaFrontier *frontier = (const KaFrontier *) item;

  if (item == NULL)
    return self->day;
  if (item->kind == KA_ITEM_FRONTIER)
    return !ka_span_has (frontier->span, self->day) ? frontier->span.from : self->day;
  if (item->kind == KA_ITEM_EVENT || item->kind == KA_ITEM_ARTICLE || item->kind == KA_ITEM_ANNEX ||
      item->kind == KA_ITEM_TREATY)
    {
      KaDay day = ka_query_day_of (item);

      return day != KA_DAY_MIN ? day : self->day;
    }

  return self->day;
}

static void
set_selection (KaSession *self, const KaItem *item, gboolean is_step)
{
  if (self->selection == item)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->selection = item;
  ka_session_set_step (self, 0);
  ka_session_set_hover_step (self, 0);
  g_object_notify (G_OBJECT (self), "selection");
  if (is_step)
    {
      ka_history_add (self->history, (KaVisit){ item, self->day });
      notify_history (self);
    }
  else
    ka_history_replace (self->history, (KaVisit){ item, self->day });
  ka_session_set_day (self, get_day_for (self, item));
  g_object_thaw_notify (G_OBJECT (self));
}

void
ka_session_select (KaSession *self, const KaItem *item)
{
  g_return_if_fail (KA_IS_SESSION (self));

  set_selection (self, item, TRUE);
}

void
ka_session_pass (KaSession *self, const KaItem *item)
{
  g_return_if_fail (KA_IS_SESSION (self));

  set_selection (self, item, FALSE);
}

void
ka_session_go_back (KaSession *self)
{
  g_return_if_fail (KA_IS_SESSION (self));

  go (self, -1);
}

void
ka_session_go_forward (KaSession *self)
{
  g_return_if_fail (KA_IS_SESSION (self));

  go (self, 1);
}

gboolean
ka_session_step_event (KaSession *self, int direction)
{
  const KaItem *found;

  g_return_val_if_fail (KA_IS_SESSION (self), FALSE);

  found = ka_event_order_find_next (self, direction);
  if (found == NULL)
    return FALSE;

  ka_session_select (self, found);

  return TRUE;
}
