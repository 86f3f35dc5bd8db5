/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The band of tenures in the reading pane. Tenures that follow each other with the same holder and
 * kind are one piece. A piece is as wide as the square root of its length, so that months can be
 * seen beside decades.
 */

#include "config.h"

#include "ka-tenure-band.h"

#include <math.h>

#include "ka-cairo-auto.h"
#include "ka-canvas.h"
#include "ka-timeline-painter.h"
#include "ka-type.h"
#include "ka-words.h"

#define BAND_PX   26
#define HEIGHT_PX 44
#define FONT_PX   11.0

struct _KaTenureBand
{
  GtkWidget parent_instance;

  /* Owned */
  KaSession *session;
  GArray    *pieces; /* of KaTimelinePiece */

  const KaTheme *theme;
};

G_DEFINE_FINAL_TYPE (KaTenureBand, ka_tenure_band, GTK_TYPE_WIDGET)

static const KaTimelinePiece *
get_piece (KaTenureBand *self, guint i)
{
  return &g_array_index (self->pieces, KaTimelinePiece, i);
}

/* The width of the band in user units, which grow with the text of the desktop. */
static double
get_width (KaTenureBand *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / ka_canvas_get_unit (GTK_WIDGET (self));
}

/* The days that the band covers. */
static KaSpan
get_cover (KaTenureBand *self)
{
  return ka_atlas_get_head (ka_session_get_atlas (self->session))->span;
}

/* Places the pieces in a width. */
static void
place_pieces (KaTenureBand *self, double width)
{
  double total = 0, sum = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    total += sqrt (get_piece (self, i)->to - get_piece (self, i)->from);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      KaTimelinePiece *piece = &g_array_index (self->pieces, KaTimelinePiece, i);

      piece->x0 = sum / total * width;
      sum += sqrt (piece->to - piece->from);
      piece->x1 = sum / total * width;
    }
}

static double
paint_year (KaTenureBand *self, cairo_t *cr, KaDay day, double x, double left)
{
  KaTypeStyle      style = { .size = FONT_PX };
  gint64           year;
  double           width;
  g_autofree char *text = NULL;
  g_autoptr (KaTypeLayout) layout = NULL;

  ka_day_to_ymd (day, &year, NULL, NULL);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  layout = ka_type_layout (cr, self->theme, &style, text);
  ka_type_measure (layout, &width, NULL, NULL);
  x = MIN (x, get_width (self) - width);
  if (x < left)
    return left;

  ka_colour_set_source (&self->theme->text_muted, cr);
  ka_type_show (cr, layout, x, BAND_PX + 3);

  return x + width + 6;
}

static void
paint_piece (KaTenureBand *self, cairo_t *cr, const KaTimelinePiece *piece)
{
  const KaTintColours *colours = ka_timeline_paint_piece (piece, cr, self->theme, 0, BAND_PX);
  KaTypeStyle          style = { .size = FONT_PX };
  double               width = piece->x1 - piece->x0;
  double               height;
  g_autoptr (KaTypeLayout) layout = ka_type_layout (cr, self->theme, &style, piece->label);

  cairo_rectangle (cr, piece->x1 - 1, 0, 1, BAND_PX);
  ka_colour_fill (&self->theme->page, cr);

  if (width < 34)
    return;
  ka_type_set_width (layout, (width - 8));
  pango_layout_set_ellipsize (layout->pango, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout->pango, TRUE);
  ka_type_measure (layout, NULL, &height, NULL);
  ka_colour_set_source (&colours->text, cr);
  ka_type_show (cr, layout, piece->x0 + 4, (BAND_PX - height) / 2);
}

static void
ka_tenure_band_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KaTenureBand *self = KA_TENURE_BAND (widget);
  double        unit = ka_canvas_get_unit (widget);
  double        width = get_width (self);
  double        day = (double) ka_session_get_day (self->session);
  double        left = 0;
  g_autoptr (cairo_t) cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                   (float) gtk_widget_get_height (widget)));

  cairo_scale (cr, unit, unit);
  place_pieces (self, width);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KaTimelinePiece *piece = get_piece (self, i);
      const double           part = (day - piece->from) / (piece->to - piece->from);

      paint_piece (self, cr, piece);
      left = paint_year (self, cr, (KaDay) piece->from, piece->x0, left);
      if (part >= 0 && part < 1)
        {
          double at = piece->x0 + (piece->x1 - piece->x0) * part;

          cairo_rectangle (cr, CLAMP (at - 1, 0, width - 2), 0, 2, BAND_PX);
          ka_colour_fill (&self->theme->text, cr);
        }
    }
}

static const KaTimelinePiece *
find_piece (KaTenureBand *self, double x)
{
  x /= ka_canvas_get_unit (GTK_WIDGET (self));
  place_pieces (self, get_width (self));
  for (guint i = 0; i < self->pieces->len; i++)
    if (x >= get_piece (self, i)->x0 && x < get_piece (self, i)->x1)
      return get_piece (self, i);

  return NULL;
}

static void
released_cb (KaTenureBand *self, int n_press, double x, double y)
{
  const KaTimelinePiece *piece = find_piece (self, x);

  if (piece != NULL)
    ka_session_set_day (self->session, (KaDay) piece->from);
}

static gboolean
query_tooltip_cb (KaTenureBand *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const KaTimelinePiece *piece = is_keyboard ? NULL : find_piece (self, x);
  const KaLanguage       language = ka_session_get_language (self->session);
  g_autofree char       *what = NULL;
  g_autofree char       *when = NULL;
  g_autofree char       *text = NULL;
  KaSpan                 span;

  if (piece == NULL)
    return FALSE;

  span = (KaSpan){ piece->tenure->span.from, (KaDay) piece->to };
  if (span.to == get_cover (self).to)
    span.to = KA_DAY_MAX;
  what = ka_words_describe_tenure (piece->tenure, (KaDay) piece->from, language);
  when = ka_span_to_words (span, language);
  text = g_strdup_printf ("%s\n%s", what, when);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
ka_tenure_band_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                          ? (int) ceil (HEIGHT_PX * ka_canvas_get_unit (widget))
                          : 120;
}

static void
ka_tenure_band_finalize (GObject *object)
{
  KaTenureBand *self = KA_TENURE_BAND (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->pieces, g_array_unref);

  G_OBJECT_CLASS (ka_tenure_band_parent_class)->finalize (object);
}

static void
ka_tenure_band_class_init (KaTenureBandClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ka_tenure_band_finalize;
  widget_class->snapshot = ka_tenure_band_snapshot;
  widget_class->measure = ka_tenure_band_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ka_tenure_band_init (KaTenureBand *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
describe (KaTenureBand *self)
{
  const KaLanguage language = ka_session_get_language (self->session);
  GString         *text = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const KaTimelinePiece *piece = get_piece (self, i);
      const KaDay            from = (KaDay) piece->from;
      g_autofree char       *what = ka_words_describe_tenure (piece->tenure, from, language);
      g_autofree char       *since = ka_day_to_words (from, language);

      g_string_append_printf (text, "%sfrom %s: %s", i > 0 ? "; " : "", since, what);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  "Who held it when", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str, -1);
  g_string_free (text, TRUE);
}

GtkWidget *
ka_tenure_band_new (KaSession *session, const KaArea *area, const KaTheme *theme)
{
  KaTenureBand *self = g_object_new (KA_TYPE_TENURE_BAND, NULL);

  self->session = g_object_ref (session);
  self->theme = theme;
  self->pieces = ka_timeline_list_pieces (area, (double) get_cover (self).from,
                                          (double) get_cover (self).to,
                                          ka_session_get_language (session));
  describe (self);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
