/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-session.h"

G_BEGIN_DECLS

#define KA_TYPE_PLAYER (ka_player_get_type ())

/**
 * KaPlayer:
 *
 * Plays the atlas: the day glides to the next event, stays on it and goes on, without the empty
 * time between. Anything else that changes the day or the selection stops it.
 */
G_DECLARE_FINAL_TYPE (KaPlayer, ka_player, KA, PLAYER, GObject)

/** KA_PLAYER_MIN_SPEED: the slowest speed */
#define KA_PLAYER_MIN_SPEED 0.5
/** KA_PLAYER_MAX_SPEED: the fastest speed */
#define KA_PLAYER_MAX_SPEED 8.0

/**
 * ka_player_new:
 * @session: whose day it moves
 * @widget: gives the frames; must outlive the player
 *
 * Returns: (transfer full): a player at rest
 */
KaPlayer *ka_player_new (KaSession *session, GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ka_player_get_is_playing:
 * @self: a player
 *
 * Returns: whether it goes from event to event
 */
gboolean ka_player_get_is_playing (KaPlayer *self);

/**
 * ka_player_set_is_playing:
 * @self: a player
 * @is_playing: whether to play
 *
 * Starts with the next event, after the last one with the first, or stops where it is. Without
 * an event to go to it stays at rest.
 */
void ka_player_set_is_playing (KaPlayer *self, gboolean is_playing);

G_END_DECLS
