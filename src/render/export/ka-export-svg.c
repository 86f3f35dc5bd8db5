/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes SVG. Cairo draws letters as outlines, so the document has every text a second time,
 * unseen, at its place: to be searched, selected and read aloud. Source: W3C, *Accessible Rich
 * Internet Applications 1.2* and *SVG Accessibility API Mappings*.
 */

#include "config.h"

#include "ka-cairo-auto.h"
#include "ka-export-private.h"
#include "ka-hash.h"
#include "ka-type.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* Turns from this angle on, in radians, are written. */
#define MIN_ANGLE 0.001

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Appends a text for XML, which takes no control characters. */
static void
append_escaped (GString *svg, const char *text)
{
  g_autofree char *harmless = ka_escape_controls (text, FALSE);
  g_autofree char *escaped = g_markup_escape_text (harmless, -1);

  g_string_append (svg, escaped);
}

static void
append_number (GString *svg, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name,
                          g_ascii_formatd (text, sizeof text, "%.2f", number));
}

static void
append_turn (GString *svg, const KaTypeLine *line)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (line->angle) < MIN_ANGLE)
    return;
  g_string_append_printf (
    svg, " transform=\"rotate(%s %s %s)\"",
    g_ascii_formatd (numbers[0], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", line->angle * 180 / G_PI),
    g_ascii_formatd (numbers[1], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", line->x),
    g_ascii_formatd (numbers[2], G_ASCII_DTOSTR_BUF_SIZE, "%.2f", line->y));
}

/* Appends a line to the texts: lines of one text are parts of one element. */
static void
add_line (const KaTypeLine *line, gpointer data)
{
  GString *texts = data;

  if (*line->text == '\0')
    return;
  if (!line->goes_on)
    {
      if (texts->len > 0)
        g_string_append (texts, "</text>\n");
      g_string_append (texts, "<text");
      append_turn (texts, line);
      g_string_append_c (texts, '>');
    }
  else
    g_string_append_c (texts, ' ');
  g_string_append (texts, "<tspan");
  append_number (texts, "x", line->x);
  append_number (texts, "y", line->y);
  append_number (texts, "font-size", line->size);
  if (line->width > 0)
    append_number (texts, "textLength", line->width);
  g_string_append_c (texts, '>');
  append_escaped (texts, line->text);
  g_string_append (texts, "</tspan>");
}

static void
append_element (GString *svg, const char *name, const char *attributes, const char *text)
{
  g_string_append_printf (svg, "<%s%s>", name, attributes);
  append_escaped (svg, text);
  g_string_append_printf (svg, "</%s>\n", name);
}

/* What the document is about, as Dublin Core */
static void
append_metadata (GString *svg, const KaExport *self, const GArray *texts)
{
  static const struct
  {
    const char *key;
    const char *element;
  } elements[] = {
    { "Title", "dc:title" },      { "Description", "dc:description" },
    { "Source", "dc:source" },    { "Copyright", "dc:rights" },
    { "Software", "dc:creator" }, { "X-View", "dc:identifier" },
  };
  g_autofree char *date = ka_export_dup_made_on (ka_map_scene_get_atlas (self->scene));

  g_string_append (svg, "<metadata>\n<rdf:RDF "
                        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                        "<rdf:Description rdf:about=\"\">\n");
  for (guint i = 0; i < texts->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (elements); j++)
      if (g_str_equal (elements[j].key, g_array_index (texts, KaExportText, i).key))
        append_element (svg, elements[j].element, "", g_array_index (texts, KaExportText, i).value);
  append_element (svg, "dc:date", "", date);
  append_element (svg, "dc:language", "", ka_language_get_code (self->state->language));
  g_string_append (svg, "</rdf:Description>\n</rdf:RDF>\n</metadata>\n");
}

/* Adds title, description and texts to the SVG of cairo. */
static GBytes *
complete (GBytes *drawing, const KaExport *self, const GString *lines)
{
  static const char end[] = "</svg>";
  gsize             size;
  const char       *data = g_bytes_get_data (drawing, &size);
  const char       *root = g_strstr_len (data, (gssize) size, "<svg ");
  const char       *rest = root != NULL ? memchr (root, '>', (gsize) (data + size - root)) : NULL;
  const char       *last = g_strrstr_len (data, (gssize) size, end);
  g_autoptr (GArray) texts = ka_export_list_texts (self);
  GString *svg = g_string_sized_new (size + lines->len + 4096);

  g_return_val_if_fail (rest != NULL && last != NULL, g_bytes_ref (drawing));

  g_string_append_len (svg, data, rest - data);
  g_string_append_printf (svg,
                          " role=\"graphics-document\" aria-labelledby=\"title desc\" "
                          "xml:lang=\"%s\" lang=\"%s\">\n",
                          ka_language_get_code (self->state->language),
                          ka_language_get_code (self->state->language));
  append_element (svg, "title", " id=\"title\"", g_array_index (texts, KaExportText, 0).value);
  append_element (svg, "desc", " id=\"desc\"", g_array_index (texts, KaExportText, 1).value);
  append_metadata (svg, self, texts);
  g_string_append_len (svg, rest + 1, last - rest - 1);
  g_string_append (svg, "<g opacity=\"0\" font-family=\"sans-serif\">\n");
  g_string_append_len (svg, lines->str, (gssize) lines->len);
  g_string_append (svg, lines->len > 0 ? "</text>\n</g>\n" : "</g>\n");
  g_string_append_len (svg, last, data + size - last);

  return g_string_free_to_bytes (svg);
}

static gboolean
renumber_cb (const GMatchInfo *match, GString *text, gpointer user_data)
{
  GHashTable      *numbers = user_data;
  g_autofree char *id = g_match_info_fetch (match, 0);
  g_autofree char *kind = g_match_info_fetch (match, 1);
  gpointer         number = g_hash_table_lookup (numbers, id);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_strdup (id), number);
    }
  g_string_append_printf (text, "%s%u", kind, GPOINTER_TO_UINT (number));

  return FALSE;
}

/* Counts the surfaces of an SVG from one. Cairo writes numbers that grow as long as the program
 * runs. */
static GBytes *
renumber (GBytes *svg)
{
  gsize       size;
  const char *data = g_bytes_get_data (svg, &size);
  g_autoptr (GHashTable)
    numbers = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  g_autoptr (GRegex)
    regex = g_regex_new ("(?<=[#\"])((?:surface|image|source)-?)[0-9]+(?=[\")])", 0, 0, NULL);
  char *text = g_regex_replace_eval (regex, data, (gssize) size, 0, 0, renumber_cb, numbers, NULL);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
ka_export_render_svg (const KaExport *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (cairo_surface_t) surface = cairo_svg_surface_create_for_stream (
    write_cb, bytes, self->page->width * self->scale, self->page->height * self->scale);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GBytes) drawing = NULL;
  g_autoptr (GBytes) counted = NULL;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  ka_type_listen (cr, add_line, lines);
  cairo_scale (cr, self->scale, self->scale);
  ka_page_paint (cr, self->scene, self->state, self->theme, self->page);
  cairo_show_page (cr);
  cairo_surface_finish (surface);
  if (!ka_export_check_status (cr, surface, error))
    return NULL;

  drawing = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  counted = renumber (drawing);

  return complete (counted, self, lines);
}
