/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures and shows the texts of a timeline, and keeps their widths and shapes.
 */

#include "config.h"

#include "ka-timeline-meter.h"

#include "ka-cairo-auto.h"
#include "ka-hash.h"

/* Shaped texts of a few screens. Above this number the meter drops all of them. */
#define MAX_SETTINGS 2000

const KaTypeStyle ka_timeline_item_style = { .size = 12 };
const KaTypeStyle ka_timeline_item_bold_style = { .size = 12, .is_bold = TRUE };
const KaTypeStyle ka_timeline_major_style = { .size = 11.5, .is_bold = TRUE };
const KaTypeStyle ka_timeline_minor_style = { .size = 11 };

static const KaTypeStyle *const styles[] = {
  &ka_timeline_item_style,
  &ka_timeline_item_bold_style,
  &ka_timeline_major_style,
  &ka_timeline_minor_style,
};

#define N_STYLES G_N_ELEMENTS (styles)
#define N_ASCII  128

/* A text that has been shaped. */
typedef struct
{
  const KaTypeStyle *style;
  char              *text;   /* Owned */
  KaTypeLayout      *layout; /* Owned */
  double             height;
} Setting;

static guint
hash_setting (gconstpointer data)
{
  const Setting *setting = data;

  return ka_hash_string (setting->text) ^ GPOINTER_TO_UINT (setting->style);
}

static gboolean
equal_settings (gconstpointer a, gconstpointer b)
{
  const Setting *first = a;
  const Setting *second = b;

  return first->style == second->style && g_str_equal (first->text, second->text);
}

static void
free_setting (Setting *setting)
{
  g_free (setting->text);
  ka_type_layout_free (setting->layout);
  g_free (setting);
}

struct _KaTimelineMeter
{
  const KaTheme *theme;
  GMutex         lock;
  int            ascii[N_STYLES][N_ASCII]; /* widths in Pango units, 0 for not measured */
  GHashTable    *advances; /* Owned: style and letter to its width, for all other letters */
  GHashTable    *layouts;  /* Owned: of Setting, by itself */
};

KaTimelineMeter *
ka_timeline_meter_new (const KaTheme *theme)
{
  KaTimelineMeter *self = g_new0 (KaTimelineMeter, 1);

  self->theme = theme;
  g_mutex_init (&self->lock);
  self->advances = g_hash_table_new (NULL, NULL);
  self->layouts = g_hash_table_new_full (hash_setting, equal_settings,
                                         (GDestroyNotify) free_setting, NULL);

  return self;
}

void
ka_timeline_meter_free (KaTimelineMeter *self)
{
  g_hash_table_unref (self->advances);
  g_hash_table_unref (self->layouts);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static guint
get_style_number (const KaTypeStyle *style)
{
  guint number = 0;

  while (number + 1 < N_STYLES && styles[number] != style)
    number++;

  return number;
}

static int
measure_letter (KaTimelineMeter *self, cairo_t *cr, guint style, gunichar letter)
{
  char bytes[8] = "";
  g_autoptr (KaTypeLayout) layout = NULL;
  double width;

  g_unichar_to_utf8 (letter, bytes);
  layout = ka_type_layout (cr, self->theme, styles[style], bytes);
  ka_type_measure (layout, &width, NULL, NULL);

  return pango_units_from_double (width);
}

static int
get_advance (KaTimelineMeter *self, cairo_t *cr, guint style, gunichar letter)
{
  /* Letters are 21 bits. */
  const gpointer key = GUINT_TO_POINTER (letter | (style << 21));
  gpointer       advance;

  if (letter < N_ASCII)
    {
      if (self->ascii[style][letter] == 0)
        self->ascii[style][letter] = measure_letter (self, cr, style, letter);
      return self->ascii[style][letter];
    }
  if (!g_hash_table_lookup_extended (self->advances, key, NULL, &advance))
    {
      advance = GINT_TO_POINTER (measure_letter (self, cr, style, letter));
      g_hash_table_insert (self->advances, key, advance);
    }

  return GPOINTER_TO_INT (advance);
}

double
ka_timeline_meter_measure (KaTimelineMeter   *self,
                           cairo_t           *cr,
                           const KaTypeStyle *style,
                           const char        *text)
{
  const guint number = get_style_number (style);
  int         sum = 0;

  g_mutex_lock (&self->lock);
  for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar) *at])
    sum += get_advance (self, cr, number, g_utf8_get_char (at));
  g_mutex_unlock (&self->lock);

  return pango_units_to_double (sum);
}

static Setting *
get_setting (KaTimelineMeter *self, cairo_t *cr, const KaTypeStyle *style, const char *text)
{
  Setting  key = { .style = style, .text = (char *) (guintptr) text };
  Setting *setting = g_hash_table_lookup (self->layouts, &key);

  if (setting != NULL)
    return setting;

  if (g_hash_table_size (self->layouts) >= MAX_SETTINGS)
    g_hash_table_remove_all (self->layouts);
  setting = g_new0 (Setting, 1);
  setting->style = style;
  setting->text = g_strdup (text);
  setting->layout = ka_type_layout (cr, self->theme, style, text);
  ka_type_measure (setting->layout, NULL, &setting->height, NULL);
  g_hash_table_add (self->layouts, setting);

  return setting;
}

void
ka_timeline_meter_show (KaTimelineMeter   *self,
                        cairo_t           *cr,
                        const KaTypeStyle *style,
                        const char        *text,
                        double             x,
                        double             y)
{
  Setting *setting;

  g_mutex_lock (&self->lock);
  setting = get_setting (self, cr, style, text);
  ka_type_show (cr, setting->layout, x, y - setting->height / 2);
  g_mutex_unlock (&self->lock);
}
