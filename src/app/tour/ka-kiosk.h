/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ka-tour-guide.h"

G_BEGIN_DECLS

#define KA_TYPE_KIOSK (ka_kiosk_get_type ())

/**
 * KaKiosk: keeps a window for visitors: in full screen, with large targets, without export, files
 * and a way out but one key chord. When nobody touches it for a while it asks, counts down and
 * emits `left`, for the window to show the start again; then it plays the tours of the atlas in
 * turn until somebody does.
 */
G_DECLARE_FINAL_TYPE (KaKiosk, ka_kiosk, KA, KIOSK, GObject)

/** KA_KIOSK_IDLE_S: after how many seconds without input it asks. */
#define KA_KIOSK_IDLE_S 90
/** KA_KIOSK_ASK_S: how many seconds it counts down. */
#define KA_KIOSK_ASK_S 20
/** KA_KIOSK_REST_S: how many seconds after a reset the tours begin. */
#define KA_KIOSK_REST_S 30
/** KA_KIOSK_LEAVE: the keys that end the program. */
#define KA_KIOSK_LEAVE "<Control><Alt><Shift>q"

/** KaKioskState: what it does */
typedef enum
{
  KA_KIOSK_USED,       /* somebody was there a moment ago */
  KA_KIOSK_ASKING,     /* it counts down */
  KA_KIOSK_RESTING,    /* it shows the start */
  KA_KIOSK_ATTRACTING, /* it plays tours */
} KaKioskState;

/**
 * ka_kiosk_new:
 * @window: the window, with its content and its actions; it outlives the kiosk
 * @session: what the window shows
 * @guide: of the tours in it
 *
 * Returns: (transfer full): a kiosk whose clock runs
 */
KaKiosk *ka_kiosk_new (GtkApplicationWindow *window,
                       KaSession            *session,
                       KaTourGuide          *guide) G_GNUC_WARN_UNUSED_RESULT;

/** ka_kiosk_set_guide: takes the session and the guide of new views of the window, and forbids what
 * they bring with them */
void ka_kiosk_set_guide (KaKiosk *self, KaSession *session, KaTourGuide *guide);

/** ka_kiosk_get_state: Returns: what it does */
KaKioskState ka_kiosk_get_state (KaKiosk *self);

/** ka_kiosk_advance: lets a second pass; its clock calls it */
void ka_kiosk_advance (KaKiosk *self);

/** ka_kiosk_touch: tells that somebody is there. Returns: whether that is all the input may do */
gboolean ka_kiosk_touch (KaKiosk *self);

G_END_DECLS
