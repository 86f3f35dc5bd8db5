/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_PLAYER (ka_player_get_type ())

/**
 * KaPlayer: plays the events of a session: the day moves to the next event, stays there and goes
 * on. Any other change of the day or the selection stops the player.
 */
G_DECLARE_FINAL_TYPE (KaPlayer, ka_player, KA, PLAYER, GObject)

/** KA_PLAYER_MIN_SPEED: the slowest speed */
#define KA_PLAYER_MIN_SPEED 0.5
/** KA_PLAYER_MAX_SPEED: the fastest speed */
#define KA_PLAYER_MAX_SPEED 8.0

/**
 * ka_player_new:
 * @session: the session to move
 * @widget: (transfer none): its frame clock drives the animation; outlives the player
 *
 * Returns: (transfer full): a player at rest
 */
KaPlayer *ka_player_new (KaSession *session, GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/** ka_player_get_is_playing: Returns: whether @self moves from event to event */
gboolean ka_player_get_is_playing (KaPlayer *self);

/**
 * ka_player_set_is_playing: starts with the next event, or with the first one after the last
 * one; or stops. Does not start where the filter leaves no event; @is_playing: whether to play
 */
void ka_player_set_is_playing (KaPlayer *self, gboolean is_playing);

G_END_DECLS
