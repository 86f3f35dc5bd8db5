/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A dragged playhead changes the day in every frame. What costs more than a frame has time for
 * follows it at a pace.
 */

#include "config.h"

#include "ka-pace.h"

struct _KaPace
{
  KaPaceWork work;
  gpointer   data;
  gint64     interval_us;
  gint64     done_us; /* when it was done last */
  guint      source;  /* of work that waits; 0 for none */
};

KaPace *
ka_pace_new (guint interval_ms, KaPaceWork work, gpointer data)
{
  KaPace *self = g_new0 (KaPace, 1);

  self->work = work;
  self->data = data;
  self->interval_us = (gint64) interval_ms * 1000;
  self->done_us = -self->interval_us;

  return self;
}

void
ka_pace_free (KaPace *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static void
do_work (KaPace *self)
{
  self->done_us = g_get_monotonic_time ();
  self->work (self->data);
}

static gboolean
waited_cb (gpointer data)
{
  KaPace *self = data;

  self->source = 0;
  do_work (self);

  return G_SOURCE_REMOVE;
}

void
ka_pace_ask (KaPace *self)
{
  const gint64 rest_us = self->done_us + self->interval_us - g_get_monotonic_time ();

  if (self->source != 0)
    return;

  if (rest_us <= 0)
    do_work (self);
  else
    self->source = g_timeout_add ((guint) (rest_us / 1000 + 1), waited_cb, self);
}
