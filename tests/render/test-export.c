/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ka-export.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "ka-cairo-auto.h"
#include "ka-export-view.h"
#include "ka-link.h"
#include "ka-map-test.h"

typedef struct
{
  KaAtlas    *atlas;
  KaMapScene *scene;
  KaViewState state;
  KaPage      page;
  KaExport export;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->atlas = ka_map_test_load ();
  self->scene = ka_map_scene_new (self->atlas);
  self->state = (KaViewState){ .day = ka_map_test_day ("1921-10-13"),
                               .filter.categories = KA_CATEGORY_ALL };
  self->page = (KaPage) KA_PAGE_INIT (KA_PAGE_BOTH, 640, 360);
  self->export = (KaExport){ self->scene, &self->state, ka_theme_get (KA_THEME_LIGHT), &self->page,
                             1 };
  self->folder = g_dir_make_tmp ("ka-export-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  ka_map_scene_unref (self->scene);
  ka_atlas_unref (self->atlas);
}

static GBytes *
render (const Fixture *self, KaExportFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ka_export_render (&self->export, format, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* The n-th chunk of a kind in a PNG, or %NULL. */
static const guint8 *
find_chunk (GBytes *png, const char *kind, int n, guint32 *length)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (gsize at = 8; at + 12 <= size; at += *length + 12)
    {
      *length = read_number (data + at);
      if (memcmp (data + at + 4, kind, 4) == 0 && n-- == 0)
        return data + at + 8;
    }

  return NULL;
}

/* The first chunk of a kind that a PNG must have */
static const guint8 *
get_chunk (GBytes *png, const char *kind)
{
  guint32       length;
  const guint8 *chunk = find_chunk (png, kind, 0, &length);

  if (chunk == NULL)
    g_error ("a PNG without %s", kind);

  return chunk;
}

static char *
dup_text (GBytes *png, const char *key)
{
  const guint8 *chunk;
  guint32       length;

  for (int i = 0; (chunk = find_chunk (png, "iTXt", i, &length)) != NULL; i++)
    if (strcmp ((const char *) chunk, key) == 0)
      {
        gsize head = strlen (key) + 5; /* compression flag and method, no language, no other key */

        return g_strndup ((const char *) chunk + head, length - head);
      }

  return NULL;
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  GInputStream *stream = closure;

  return g_input_stream_read_all (stream, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS
                                                                          : CAIRO_STATUS_READ_ERROR;
}

/* Reads the pixels of a PNG with another reader. */
static cairo_surface_t *
read_pixels (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static void
test_same_bytes_twice (Fixture *self, gconstpointer data)
{
  for (int format = 0; format < KA_N_EXPORT_FORMATS; format++)
    {
      g_autoptr (GBytes) first = render (self, (KaExportFormat) format);
      g_autoptr (GBytes) second = render (self, (KaExportFormat) format);

      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_size_and_resolution (Fixture *self, gconstpointer data)
{
  static const struct
  {
    double  scale;
    guint32 width;
    guint32 height;
    guint32 per_metre;
  } cases[] = {
    { 1, 640, 360, 3780 },
    { 2, 1280, 720, 7559 },
    { 0.5, 320, 180, 1890 },
    { 1.5, 960, 540, 5669 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) png = NULL;
      const guint8 *chunk;

      self->export.scale = cases[i].scale;
      png = render (self, KA_EXPORT_PNG);
      chunk = get_chunk (png, "IHDR");
      g_assert_cmpuint (read_number (chunk), ==, cases[i].width);
      g_assert_cmpuint (read_number (chunk + 4), ==, cases[i].height);
      chunk = get_chunk (png, "pHYs");
      g_assert_cmpuint (read_number (chunk), ==, cases[i].per_metre);
      g_assert_cmpuint (read_number (chunk + 4), ==, cases[i].per_metre);
      g_assert_cmpuint (chunk[8], ==, 1);
    }
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  static const char *const keys[] = { "Title",     "Description", "Source",
                                      "Copyright", "Disclaimer",  "Software" };
  g_autoptr (GBytes) png = NULL;
  guint32 length;

  self->state.selection = ka_atlas_lookup (self->atlas, KA_ITEM_REGION, "nakhichevan");
  self->state.language = KA_LANGUAGE_HY;
  png = render (self, KA_EXPORT_PNG);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = dup_text (png, keys[i]);

      g_assert_nonnull (text);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpstr (text, !=, "");
      if (i == 0)
        g_assert_cmpstr (
          text, ==, ka_item_get_title (self->state.selection, self->state.day, KA_LANGUAGE_HY));
      if (i == 1)
        {
          g_autofree char *alt = ka_export_dup_alt_text (&self->export);

          g_assert_cmpstr (text, ==, alt);
          g_assert_nonnull (strstr (text, "1921-10-13"));
          g_assert_nonnull (strstr (text, "Նախիջևան"));
        }
      if (i == 5)
        g_assert_nonnull (strstr (text, KA_VERSION));
    }
  g_assert_null (find_chunk (png, "tIME", 0, &length));
}

/* Pixels without the ground are transparent; those of the letters keep their colour. */
static void
test_transparent (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) opaque = render (self, KA_EXPORT_PNG);
  g_autoptr (GBytes) transparent = NULL;
  g_autoptr (cairo_surface_t) first = read_pixels (opaque);
  g_autoptr (cairo_surface_t) second = NULL;
  const KaColour ground = self->export.theme->page;
  const int      stride = cairo_image_surface_get_stride (first);
  cairo_t       *cr;
  int            most = 0;

  self->page.is_transparent = TRUE;
  transparent = render (self, KA_EXPORT_PNG);
  second = read_pixels (transparent);
  g_assert_cmpint (cairo_image_surface_get_format (second), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmpuint (*(guint32 *) (gpointer) cairo_image_surface_get_data (second), ==, 0);

  cr = cairo_create (second);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OVER);
  ka_colour_set_source (&ground, cr);
  cairo_paint (cr);
  cairo_destroy (cr);
  for (int i = 0; i < stride * 360; i++)
    if (i % 4 != 3)
      most = MAX (most, ABS (cairo_image_surface_get_data (first)[i] -
                             cairo_image_surface_get_data (second)[i]));
  g_assert_cmpint (most, <=, 3);
}

static void
test_view_of_a_picture (Fixture *self, gconstpointer data)
{
  const KaViewport    viewport = ka_viewport_fit ((KaBox){ -100.5, 20, 250, 300 }, 300, 200, 0);
  const KaTimeAxis    axis = ka_time_axis_fit (-17700, -17000, 500);
  const KaProjection *projection = ka_map_scene_get_projection (self->scene);
  g_autoptr (GBytes) png = NULL;
  g_autofree char *text = NULL;
  KaLink           link;
  KaPoint          centre_km;
  g_autoptr (GError) error = NULL;

  self->state.selection = ka_atlas_lookup (self->atlas, KA_ITEM_ANNEX, "kars-annex-1");
  self->state.step = 3;
  self->state.language = KA_LANGUAGE_KA;
  self->state.filter.categories = KA_CATEGORY_BORDER_CHANGE;
  self->page.has_other_day = TRUE;
  self->page.other_day = 0;
  self->page.viewport = &viewport;
  self->page.axis = &axis;
  png = render (self, KA_EXPORT_PNG);
  text = ka_export_read_view (png, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_is_ascii (text));
  g_assert_true (ka_link_parse (self->atlas, text, &link, &error));
  g_assert_no_error (error);
  g_assert_true (link.has_day && link.day == self->state.day);
  g_assert_true (link.selection == self->state.selection && link.step == 3);
  g_assert_cmpint (link.filter.categories, ==, KA_CATEGORY_BORDER_CHANGE);
  g_assert_true (link.has_pinned_day && link.pinned_day == 0 && !link.has_range);
  g_assert_true (link.has_shown && link.shown.from == -17700 && link.shown.to == -17000);
  g_assert_true (link.has_place);
  centre_km = ka_projection_forward (projection, link.centre_deg);
  g_assert_cmpfloat_with_epsilon (centre_km.x, viewport.centre_km.x, 0.01);
  g_assert_cmpfloat_with_epsilon (centre_km.y, viewport.centre_km.y, 0.01);
}

/* The whole map has no place, whatever the size of the picture. */
static void
test_view_of_the_whole_map (Fixture *self, gconstpointer data)
{
  const KaBox      extent_km = ka_map_scene_get_extent (self->scene);
  const KaViewport viewports[] = { ka_viewport_fit (extent_km, 300, 200, 0),
                                   ka_viewport_fit (extent_km, 64, 2000, 0) };

  for (gsize i = 0; i < G_N_ELEMENTS (viewports); i++)
    {
      g_autofree char *text = NULL;

      self->page.viewport = &viewports[i];
      text = ka_export_dup_view (&self->export);
      g_assert_null (strstr (text, "view="));
      g_assert_true (g_str_has_prefix (text, "kars-atlas:kars-atlas?date="));
    }
}

#define PNG_HEAD "\x89PNG\r\n\x1a\n"
#define ROW(text)                                                                                  \
  {                                                                                                \
    text, sizeof (text) - 1                                                                        \
  }

/* No file is trusted: not its lengths, its ends, its sums or its texts. */
static void
test_views_that_are_none (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gsize       size;
  } files[] = {
    ROW (""),
    ROW ("text"),
    ROW (PNG_HEAD),
    ROW (PNG_HEAD "\xff\xff\xff\xffiTXt"),
    ROW (PNG_HEAD "\xff\xff\xff\xffiTXtX-View\0\0\0\0\0kars-atlas:a....."),
    ROW (PNG_HEAD "\0\0\0\x06iTXtX-View...."),
    ROW (PNG_HEAD "\0\0\0\x08iTXtX-View\0\0...."),
    ROW (PNG_HEAD "\0\0\0\x09iTXtX-View\0\0\0...."),
    ROW (PNG_HEAD "\0\0\0\x0biTXtX-View\0\0\0\0\0...."),
    ROW (PNG_HEAD "\0\0\0\x17iTXtX-View\0\1\0\0\0kars-atlas:a...."),
    ROW (PNG_HEAD "\0\0\0\x13tEXtX-View\0https://a.b/....."),
    ROW (PNG_HEAD "\0\0\0\x13tEXtX-View\0kars-atlas:\n....."),
    ROW (PNG_HEAD "\0\0\0\x13tEXtX-View\0kars-atlas:\xff....."),
    ROW (PNG_HEAD "\0\0\0\x13tEXtX-Vien\0kars-atlas:a....."),
  };
  static const char much_head[] = PNG_HEAD "\0\0\x13\x9atEXtX-View\0kars-atlas:";
  g_autoptr (GBytes) png = render (self, KA_EXPORT_PNG);
  g_autofree char *whole = ka_export_read_view (png, NULL);
  g_autoptr (GString) much = g_string_new_len (much_head, sizeof much_head - 1);

  g_string_append_printf (much, "%05000d....", 0);
  g_assert_nonnull (whole);
  for (gsize i = 0; i <= G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = i < G_N_ELEMENTS (files)
                                   ? g_bytes_new (files[i].text, files[i].size)
                                   : g_bytes_new (much->str, much->len);
      g_autoptr (GError) error = NULL;

      if (ka_export_read_view (bytes, &error) != NULL)
        g_error ("file %" G_GSIZE_FORMAT " has a view", i);
      g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_VIEW);
    }
  for (gsize size = 0; size < 3000; size++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (png, 0, size);
      g_autofree char *text = ka_export_read_view (bytes, NULL);

      g_assert_true (text == NULL || g_str_equal (text, whole));
    }
}

/* Another program may keep the text as Latin-1, or say its language. */
static void
test_view_in_other_chunks (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gsize       size;
  } files[] = {
    ROW (PNG_HEAD "\0\0\0\x13tEXtX-View\0kars-atlas:a...."),
    ROW (PNG_HEAD "\0\0\0\x1biTXtX-View\0\0\0en\0xy\0kars-atlas:a...."),
    ROW (PNG_HEAD "\0\0\0\x01tEXta....\0\0\0\x13tEXtX-View\0kars-atlas:a...."),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i].text, files[i].size);
      g_autofree char *text = ka_export_read_view (bytes, NULL);

      g_assert_cmpstr (text, ==, "kars-atlas:a");
    }
}

static void
test_save (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "kars.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = render (self, KA_EXPORT_PNG);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (ka_export_save (&self->export, KA_EXPORT_PNG, file, &error));
      g_assert_no_error (error);
      saved = g_file_load_bytes (file, NULL, NULL, &error);
      g_assert_true (g_bytes_equal (bytes, saved));
      g_clear_pointer (&saved, g_bytes_unref);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_unwritable_path_leaves_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "missing", "kars.png", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "missing", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) not_a_file = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (ka_export_save (&self->export, KA_EXPORT_PNG, file, &error));
  g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "No such file or directory"));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_false (ka_export_save (&self->export, KA_EXPORT_PNG, not_a_file, &error));
  g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_WRITE);
}

/* A full disk is asked of a device that is always full. */
static void
test_full_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (full, NULL))
    {
      g_test_skip ("no /dev/full here");
      return;
    }

  g_assert_false (ka_export_save (&self->export, KA_EXPORT_PNG, full, &error));
  g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "/dev/full"));
  g_assert_true (g_file_query_exists (full, NULL));
}

static void
test_through_a_link (Fixture *self, gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "target.png", NULL);
  g_autofree char *path = g_build_filename (self->folder, "link.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_true (g_file_make_symbolic_link (file, target, NULL, NULL));
  g_assert_true (ka_export_save (&self->export, KA_EXPORT_PNG, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_remove (target), ==, 0);
}

static void
test_sizes_that_cannot_be (Fixture *self, gconstpointer data)
{
  static const struct
  {
    double width;
    double height;
    double scale;
  } cases[] = {
    { 40000, 100, 1 }, { 100, 16384, 2.5 }, { 20001, 100, 1 },
    { 0.2, 100, 1 },   { 100, 100, 0 },     { 100, NAN, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      self->page.width = cases[i].width;
      self->page.height = cases[i].height;
      self->export.scale = cases[i].scale;
      g_assert_null (ka_export_render (&self->export, KA_EXPORT_PNG, &error));
      g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, "expected"));
    }
}

/* Only PDF counts in points: 19200 pixels are 14400 points. */
static void
test_pages_of_pdf (Fixture *self, gconstpointer data)
{
  static const struct
  {
    double   width;
    double   height;
    double   scale;
    gboolean is_good;
  } cases[] = {
    { 19200, 64, 1, TRUE },  { 64, 19200, 1, TRUE },  { 1200, 4, 16, TRUE },
    { 19201, 64, 1, FALSE }, { 64, 20000, 1, FALSE }, { 1201, 4, 16, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KaPage page = KA_PAGE_INIT (KA_PAGE_MAP, cases[i].width, cases[i].height);
      g_autoptr (GError) error = NULL;

      g_assert_true (ka_export_check_size (&page, cases[i].scale, KA_EXPORT_PNG, NULL));
      g_assert_true (ka_export_check_size (&page, cases[i].scale, KA_EXPORT_SVG, NULL));
      g_assert_cmpint (ka_export_check_size (&page, cases[i].scale, KA_EXPORT_PDF, &error), ==,
                       cases[i].is_good);
      if (cases[i].is_good)
        continue;
      g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, "14400 points"));
      self->page = page;
      self->export.scale = cases[i].scale;
      g_assert_null (ka_export_render (&self->export, KA_EXPORT_PDF, NULL));
    }
}

static void
test_small_pictures (Fixture *self, gconstpointer data)
{
  static const int sides[] = { 1, 16, 64, 200 };

  for (int view = 0; view < KA_N_PAGE_VIEWS; view++)
    for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          g_autoptr (GBytes) png = NULL;

          self->page = (KaPage) KA_PAGE_INIT ((KaPageView) view, sides[i], sides[j]);
          png = render (self, KA_EXPORT_PNG);
          g_assert_cmpuint (g_bytes_get_size (png), >, 67);
        }
}

/* Returns the least processor time of three renderings, in seconds. */
static double
measure (Fixture *self, double width, double height)
{
  double least = INFINITY;

  self->page = (KaPage) KA_PAGE_INIT (KA_PAGE_BOTH, width, height);
  for (int i = 0; i < 3; i++)
    {
      const clock_t start = clock ();
      G_GNUC_UNUSED g_autoptr (GBytes) png = render (self, KA_EXPORT_PNG);

      least = MIN (least, (double) (clock () - start) / CLOCKS_PER_SEC);
    }

  return least;
}

/* A narrow page takes some times longer than a square one: its text has more lines. A layout for
 * each height that is tried takes fifty times longer. */
static void
test_cost_by_area (Fixture *self, gconstpointer data)
{
  const double square = measure (self, 1131, 1131);

  g_assert_cmpfloat (measure (self, 64, 20000), <, 5 * square);
  g_assert_cmpfloat (measure (self, 20000, 64), <, 5 * square);
}

static void
test_formats (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int         format;
  } cases[] = {
    { "a.png", KA_EXPORT_PNG },
    { "/b/c.SVG", KA_EXPORT_SVG },
    { "d.e.pdf", KA_EXPORT_PDF },
    { "png", -1 },
    { "a.jpeg", -1 },
    { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KaExportFormat format = KA_N_EXPORT_FORMATS;
      g_autoptr (GError) error = NULL;
      gboolean is_known = ka_export_format_from_file_name (cases[i].name, &format, &error);

      g_assert_cmpint (is_known, ==, cases[i].format >= 0);
      if (is_known)
        g_assert_cmpint ((int) format, ==, cases[i].format);
      else
        g_assert_error (error, KA_EXPORT_ERROR, KA_EXPORT_ERROR_FORMAT);
    }
  for (int i = 0; i < KA_N_EXPORT_FORMATS; i++)
    {
      g_autofree char *name = ka_export_dup_file_name (self->atlas, &self->state, KA_PAGE_MAP,
                                                       (KaExportFormat) i);
      KaExportFormat   format;

      g_assert_true (g_str_has_prefix (name, "kars-atlas-1921-10-13-map."));
      g_assert_true (ka_export_format_from_file_name (name, &format, NULL));
      g_assert_cmpint ((int) format, ==, i);
    }
}

static void
test_vectors_begin_as_they_should (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) svg = render (self, KA_EXPORT_SVG);
  g_autoptr (GBytes) pdf = render (self, KA_EXPORT_PDF);
  g_autofree char *head = g_strndup (g_bytes_get_data (svg, NULL), 400);

  g_assert_true (g_str_has_prefix (head, "<?xml"));
  g_assert_nonnull (strstr (head, "width=\"640"));
  g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5) == 0);
}

typedef struct
{
  GString *shown; /* the texts of the drawing */
  char    *title;
  char    *description;
} Svg;

static void
take_text (GMarkupParseContext *context,
           const char          *text,
           gsize                length,
           gpointer             data,
           GError             **error)
{
  Svg        *svg = data;
  const char *element = g_markup_parse_context_get_element (context);

  if (g_str_equal (element, "title"))
    svg->title = g_strndup (text, length);
  else if (g_str_equal (element, "desc"))
    svg->description = g_strndup (text, length);
  else if (g_str_equal (element, "tspan"))
    g_string_append_printf (svg->shown, "%.*s|", (int) length, text);
}

/* Every text of the picture is in the SVG, level or along a line, and so is the picture in words.
 */
static void
test_texts_of_svg (Fixture *self, gconstpointer data)
{
  static const GMarkupParser parser = { .text = take_text };
  static const char *const wanted[] = { "ՆԱԽԻՋԵՎԱՆ", "ՊԱՐՍԿԱՍՏԱՆ", "1921 թ. հոկտեմբերի 13" };
  Svg                  found = { .shown = g_string_new (NULL) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &found, NULL);
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *alt = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  self->state.selection = ka_atlas_lookup (self->atlas, KA_ITEM_REGION, "nakhichevan");
  self->state.language = KA_LANGUAGE_HY;
  self->page.width = 1920;
  self->page.height = 1080;
  svg = render (self, KA_EXPORT_SVG);
  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL),
                                (gssize) g_bytes_get_size (svg), &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  alt = ka_export_dup_alt_text (&self->export);
  g_assert_cmpstr (found.description, ==, alt);
  title = g_strdup (ka_item_get_title (self->state.selection, self->state.day, KA_LANGUAGE_HY));
  g_assert_cmpstr (found.title, ==, title);
  g_assert_nonnull (strstr (found.shown->str, title));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (found.shown->str, wanted[i]) == NULL)
      g_error ("%s is not among the texts", wanted[i]);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                                  "<text transform=\"rotate("));

  g_markup_parse_context_free (context);
  g_string_free (found.shown, TRUE);
  g_free (found.title);
  g_free (found.description);
}

/* Appends what a compressed stream says, if it is one. */
static void
inflate (const char *data, gsize size, GString *text)
{
  g_autoptr (GConverter)
    inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize            n_read, n_written;
  char             part[4096];

  while (result == G_CONVERTER_CONVERTED)
    {
      result = g_converter_convert (inflater, data, size, part, sizeof part, G_CONVERTER_NO_FLAGS,
                                    &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return;
      g_string_append_len (text, part, (gssize) n_written);
      data += n_read;
      size -= n_read;
    }
}

/* Counts the names of a kind, "/Dest (name)", in a PDF. Cairo 1.18 writes them into streams. */
static GHashTable *
list_names (GBytes *pdf, const char *before)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize       size;
  const char *data = g_bytes_get_data (pdf, &size);
  g_autoptr (GString) text = g_string_new_len (data, (gssize) size);
  const gsize length = strlen (before);

  for (gsize at = 0; at + 7 < size; at++)
    if (memcmp (data + at, "stream\n", 7) == 0)
      inflate (data + at + 7, size - at - 7, text);
  for (gsize at = 0; at + length < text->len; at++)
    if (memcmp (text->str + at, before, length) == 0)
      g_hash_table_add (
        names, g_strndup (text->str + at + length, strcspn (text->str + at + length, ")")));

  return names;
}

/* Every link of a PDF has its place, and the map leads to the clauses of its regions. */
static void
test_links_of_pdf (Fixture *self, gconstpointer data)
{
  static const char *const wanted[] = { "map", "region-nakhichevan", "region-adjara",
                                        "frontier-kars-line", "article-kars-4" };
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GHashTable) links = NULL;
  GHashTableIter iter;
  gpointer       name;

  self->export.has_clauses = TRUE;
  pdf = render (self, KA_EXPORT_PDF);
  links = list_names (pdf, "/Dest (");
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (!g_hash_table_contains (links, wanted[i]))
      g_error ("no link leads to %s", wanted[i]);
  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *kind = g_strndup (name, strcspn (name, "-"));
      g_autofree char *reference = g_strdup_printf (
        "%s:%s", kind, (const char *) name + MIN (strlen (kind) + 1, strlen (name)));

      g_assert_true (g_str_equal (name, "map") ||
                     ka_atlas_lookup_reference (self->atlas, reference) != NULL);
    }

  self->export.has_clauses = FALSE;
  g_clear_pointer (&pdf, g_bytes_unref);
  g_clear_pointer (&links, g_hash_table_unref);
  pdf = render (self, KA_EXPORT_PDF);
  links = list_names (pdf, "/Dest (");
  g_assert_cmpuint (g_hash_table_size (links), ==, 0);
}

/* A link without its place is an error of cairo. */
static void
test_clauses_of_small_pages (Fixture *self, gconstpointer data)
{
  static const int sides[] = { 1, 299, 300, 400 };

  self->export.has_clauses = TRUE;
  for (int view = 0; view < KA_N_PAGE_VIEWS; view++)
    for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          g_autoptr (GBytes) pdf = NULL;

          self->page = (KaPage) KA_PAGE_INIT ((KaPageView) view, sides[i], sides[j]);
          pdf = render (self, KA_EXPORT_PDF);
        }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/render/export/same-bytes-twice", test_same_bytes_twice },
    { "/render/export/size-and-resolution", test_size_and_resolution },
    { "/render/export/texts", test_texts },
    { "/render/export/transparent", test_transparent },
    { "/render/export/view", test_view_of_a_picture },
    { "/render/export/whole-map-view", test_view_of_the_whole_map },
    { "/render/export/no-view", test_views_that_are_none },
    { "/render/export/view-elsewhere", test_view_in_other_chunks },
    { "/render/export/save", test_save },
    { "/render/export/unwritable-path", test_unwritable_path_leaves_nothing },
    { "/render/export/full-disk", test_full_disk },
    { "/render/export/through-a-link", test_through_a_link },
    { "/render/export/sizes-that-cannot-be", test_sizes_that_cannot_be },
    { "/render/export/pages-of-pdf", test_pages_of_pdf },
    { "/render/export/small-pictures", test_small_pictures },
    { "/render/export/cost-by-area", test_cost_by_area },
    { "/render/export/formats", test_formats },
    { "/render/export/texts-of-svg", test_texts_of_svg },
    { "/render/export/links-of-pdf", test_links_of_pdf },
    { "/render/export/clauses-of-small-pages", test_clauses_of_small_pages },
    { "/render/export/vectors", test_vectors_begin_as_they_should },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
