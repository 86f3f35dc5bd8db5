/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The draft of an atlas that an importer fills: faults, losses, ids, sources, and how items are
 * kept. What is written is English, in every locale.
 */
#include "config.h"

#include "ka-draft-private.h"

#include "ka-fold.h"
#include "ka-hash.h"
#include "ka-language.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ids that are made from titles are no longer. */
#define MAX_ID_LENGTH 48

/* What items are called whose title has no letter that an id could have. */
static const char *const nameless[KA_N_DRAFT_SECTIONS] = {
  [KA_DRAFT_SOURCES] = "source",     [KA_DRAFT_POLITIES] = "polity", [KA_DRAFT_AREAS] = "area",
  [KA_DRAFT_REGIONS] = "region",     [KA_DRAFT_TENURES] = "tenure",  [KA_DRAFT_PLACES] = "place",
  [KA_DRAFT_FRONTIERS] = "frontier", [KA_DRAFT_EVENTS] = "event",
};

KaLoss *
ka_loss_new (const char *file, int line, const char *item, char *message)
{
  KaLoss *loss = g_new0 (KaLoss, 1);

  loss->file = g_strdup (file);
  loss->line = line;
  loss->item = item != NULL ? ka_fault_shorten (g_strdup (item)) : NULL;
  loss->message = ka_fault_shorten (message);
  return loss;
}

void
ka_loss_free (KaLoss *loss)
{
  if (loss == NULL)
    return;
  g_free (loss->file);
  g_free (loss->item);
  g_free (loss->message);
  g_free (loss);
}

char *
ka_loss_to_string (const KaLoss *loss)
{
  GString *text = g_string_new (loss->file);

  if (loss->line > 0)
    g_string_append_printf (text, ":%d", loss->line);
  g_string_append (text, ": ");
  if (loss->item != NULL)
    g_string_append_printf (text, "%s: ", loss->item);
  g_string_append (text, loss->message);
  return g_string_free (text, FALSE);
}

/* Adds a source. @wish: (nullable): its id, else the citation makes one */
static const char *
add_source (KaDraft    *self,
            gsize       offset,
            const char *wish,
            const char *citation,
            const char *label,
            const char *kind)
{
  const char   *id = ka_draft_take_id (self, KA_DRAFT_SOURCES, wish, citation);
  KaJsonObject *item = json_object_new_object ();

  json_object_object_add (item, "id", json_object_new_string (id));
  ka_draft_set_line (item, "citation", citation);
  ka_draft_set_line (item, "short", label);
  ka_draft_set_line (item, "kind", kind);
  ka_draft_take_item (self, KA_DRAFT_SOURCES, offset, item);
  g_hash_table_insert (self->source_ids, g_strdup (citation), (gpointer) (gsize) id);
  return id;
}

const char *
ka_draft_ensure_source (KaDraft *self, gsize offset, const char *citation, const char *kind)
{
  const char *id = g_hash_table_lookup (self->source_ids, citation);

  return id != NULL
           ? id
           : add_source (self, offset, NULL, citation, citation, kind != NULL ? kind : "web");
}

/* Finds where the lines of the foreign document begin, once for all that is said of it. */
static GArray *
list_line_starts (const char *text, gsize length)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize   start = 0;

  g_array_append_val (starts, start);
  for (start = 1; start <= length; start++)
    if (text[start - 1] == '\n' ||
        (text[start - 1] == '\r' && (start == length || text[start] != '\n')))
      g_array_append_val (starts, start);
  return starts;
}

KaDraft *
ka_draft_new (const char *file, const char *format, const char *text, gsize length)
{
  KaDraft         *self = g_new0 (KaDraft, 1);
  g_autofree char *citation = NULL;
  const char      *dot = strrchr (file, '.');

  self->file = g_strdup (file);
  self->format = g_strdup (format);
  self->title = dot != NULL && dot > file ? g_strndup (file, (gsize) (dot - file))
                                          : g_strdup (file);
  self->text = text;
  self->length = length;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_fault_free);
  self->losses = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_loss_free);
  self->atlas = ka_atlas_new_empty ();
  self->links = g_array_new (FALSE, FALSE, sizeof (KaDraftLink));
  for (guint i = 0; i < KA_N_DRAFT_SECTIONS; i++)
    {
      self->items[i] = g_string_new (NULL);
      self->offsets[i] = g_array_new (FALSE, FALSE, sizeof (gsize));
      self->ids[i] = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
      self->numbers[i] = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
    }
  self->source_ids = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  self->polity_ids = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  self->place_ids = g_hash_table_new_full (ka_hash_string, g_str_equal, g_free, NULL);
  self->arcs = g_string_new ("");
  self->arc_properties = g_string_new ("");
  for (guint i = 0; i < KA_N_LAYERS; i++)
    self->layers[i] = g_string_new ("");
  self->lives = g_array_new (FALSE, FALSE, sizeof (KaSpan));
  self->longitudes = g_array_new (FALSE, FALSE, sizeof (double));
  self->written_from = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->dated = (KaSpan){ KA_DAY_MAX, KA_DAY_MIN };
  self->south_deg = 90;
  self->north_deg = -90;

  citation = g_strdup_printf ("The document %s (%s), as imported", file, format);
  self->own_source = add_source (self, KA_DRAFT_NOWHERE, "document", citation, file, "dataset");
  return self;
}

void
ka_draft_free (KaDraft *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < KA_N_DRAFT_SECTIONS; i++)
    {
      g_string_free (self->items[i], TRUE);
      g_array_unref (self->offsets[i]);
      g_hash_table_unref (self->ids[i]);
      g_hash_table_unref (self->numbers[i]);
    }
  g_hash_table_unref (self->source_ids);
  g_hash_table_unref (self->polity_ids);
  g_hash_table_unref (self->place_ids);
  g_string_free (self->arcs, TRUE);
  g_string_free (self->arc_properties, TRUE);
  for (guint i = 0; i < KA_N_LAYERS; i++)
    g_string_free (self->layers[i], TRUE);
  g_array_unref (self->lives);
  g_array_unref (self->longitudes);
  g_array_unref (self->written_from);
  g_clear_pointer (&self->line_starts, g_array_unref);
  g_clear_pointer (&self->atlas, ka_atlas_unref);
  g_array_unref (self->links);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->losses);
  g_free (self->file);
  g_free (self->format);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

int
ka_draft_find_line (KaDraft *self, gsize offset)
{
  guint low = 0, high;

  if (offset == KA_DRAFT_NOWHERE)
    return 0;
  if (self->line_starts == NULL)
    self->line_starts = list_line_starts (self->text, self->length);
  high = self->line_starts->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->line_starts, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return (int) low + 1;
}

void
ka_draft_fault (KaDraft *self, gsize offset, const char *format, ...)
{
  KaFault *fault;
  va_list  arguments;

  if (self->faults->len == KA_ATLAS_MAX_FAULTS)
    return;
  fault = g_new0 (KaFault, 1);
  fault->file = g_strdup (self->file);
  fault->line = ka_draft_find_line (self, offset);
  va_start (arguments, format);
  fault->message = ka_fault_shorten (g_strdup_vprintf (format, arguments));
  va_end (arguments);
  if (fault->line > 0)
    {
      const gsize start = g_array_index (self->line_starts, gsize, fault->line - 1);

      fault->column = 1 + (int) g_utf8_strlen (self->text + start,
                                               (gssize) (MIN (offset, self->length) - start));
    }
  g_ptr_array_add (self->faults, fault);
}

void
ka_draft_loss (KaDraft *self, gsize offset, const char *item, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->losses, ka_loss_new (self->file, ka_draft_find_line (self, offset), item,
                                              g_strdup_vprintf (format, arguments)));
  va_end (arguments);
}

gboolean
ka_draft_is_faulty (const KaDraft *self)
{
  return self->faults->len > 0;
}

GPtrArray *
ka_draft_get_faults (const KaDraft *self)
{
  return self->faults;
}

GPtrArray *
ka_draft_get_losses (const KaDraft *self)
{
  return self->losses;
}

void
ka_draft_set_title (KaDraft *self, const char *title, const char *subtitle)
{
  if (title != NULL && *title != '\0')
    {
      g_free (self->title);
      self->title = g_strdup (title);
    }
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
}

char *
ka_draft_dup_stem (const char *title)
{
  g_autofree char *folded = ka_fold (title, -1);
  g_autofree char *ascii = g_str_to_ascii (folded, "en");
  GString         *stem = g_string_new (NULL);
  gsize            last_gap = 0;

  for (const char *c = ascii; *c != '\0' && stem->len < MAX_ID_LENGTH; c++)
    {
      if (g_ascii_isalnum (*c))
        {
          g_string_append_c (stem, g_ascii_tolower (*c));
        }
      else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
        {
          last_gap = stem->len;
          g_string_append_c (stem, '-');
        }
    }
  if (stem->len == MAX_ID_LENGTH && last_gap > 0)
    g_string_truncate (stem, last_gap);
  while (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  return g_string_free (stem, FALSE);
}

static gboolean
is_taken (const KaDraft *self, KaDraftSection section, const char *id)
{
  return section == KA_DRAFT_EVENTS ? ka_atlas_lookup (self->atlas, KA_ITEM_EVENT, id) != NULL
                                    : g_hash_table_contains (self->ids[section], id);
}

char *
ka_draft_dup_id (KaDraft *self, KaDraftSection section, const char *wish, const char *title)
{
  g_autofree char *stem = ka_draft_dup_stem (wish != NULL && *wish != '\0' ? wish : title);
  char            *id;
  guint            number;

  if (*stem == '\0')
    {
      g_free (stem);
      stem = g_strdup (nameless[section]);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers[section], stem));
  do
    {
      number++;
      id = number == 1 ? g_strdup (stem) : g_strdup_printf ("%s-%u", stem, number);
      if (is_taken (self, section, id))
        g_clear_pointer (&id, g_free);
    }
  while (id == NULL);
  if (number > 1)
    g_hash_table_insert (self->numbers[section], g_strdup (stem), GUINT_TO_POINTER (number));
  return id;
}

const char *
ka_draft_take_id (KaDraft *self, KaDraftSection section, const char *wish, const char *title)
{
  char *id = ka_draft_dup_id (self, section, wish, title);

  g_hash_table_add (self->ids[section], id);
  return id;
}

void
ka_draft_take_item (KaDraft *self, KaDraftSection section, gsize offset, KaJsonObject *item)
{
  g_autoptr (KaJsonObject) owned = item;

  if (self->offsets[section]->len > 0)
    g_string_append (self->items[section], ",\n");
  g_string_append (self->items[section], json_object_to_json_string_ext (owned, KA_DRAFT_JSON));
  g_array_append_val (self->offsets[section], offset);
}

char *
ka_draft_dup_line (const char *text)
{
  char *line = g_malloc (strlen (text) + 1), *end = line;

  for (const char *c = text, *next; *c != '\0'; c = next)
    {
      gunichar letter = g_utf8_get_char (c);

      next = g_utf8_next_char (c);
      if (letter > ' ' && letter < 0x7F)
        *end++ = *c;
      else if (letter == ' ' || letter == '\t' || ka_is_line_break (letter))
        {
          if (end > line && end[-1] != ' ')
            *end++ = ' ';
        }
      else if (!ka_is_control (letter))
        {
          memcpy (end, c, (gsize) (next - c));
          end += next - c;
        }
    }
  if (end > line && end[-1] == ' ')
    end--;
  *end = '\0';
  return line;
}

gboolean
ka_draft_is_blank (const char *text)
{
  g_autofree char *line = text != NULL ? ka_draft_dup_line (text) : NULL;

  return line == NULL || ka_is_blank (line);
}

void
ka_draft_set_line (KaJsonObject *item, const char *key, const char *text)
{
  g_autofree char *line = text != NULL ? ka_draft_dup_line (text) : NULL;

  if (line != NULL && !ka_is_blank (line))
    json_object_object_add (item, key, json_object_new_string (line));
}

void
ka_draft_set_text (KaJsonObject *item, const char *key, const char *text, const KaText *names)
{
  KaJsonObject *in = json_object_new_object ();

  ka_draft_set_line (in, "en", text);
  for (guint i = 0; names != NULL && i < KA_N_LANGUAGES; i++)
    ka_draft_set_line (in, ka_language_get_code (i), ka_text_find (names, i));
  json_object_object_add (item, key, in);
}

void
ka_draft_set_names (KaJsonObject *item, const char *title, const KaText *names)
{
  g_autoptr (KaJsonObject) holder = json_object_new_object ();
  KaJsonObject *list = json_object_new_array ();

  ka_draft_set_text (holder, "name", title, names);
  json_object_array_add (list, json_object_get (json_object_object_get (holder, "name")));
  json_object_object_add (item, "names", list);
}

KaJsonObject *
ka_draft_new_list (const char *string)
{
  KaJsonObject *list = json_object_new_array ();

  json_object_array_add (list, json_object_new_string (string));
  return list;
}

void
ka_draft_set_source (const KaDraft *self, KaJsonObject *item, const char *source)
{
  json_object_object_add (item, "sources",
                          ka_draft_new_list (source != NULL ? source : self->own_source));
}

KaJsonObject *
ka_draft_new_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.6f", number);
  while (g_str_has_suffix (buffer, "0") && strchr (buffer, '.') != NULL)
    buffer[strlen (buffer) - 1] = '\0';
  if (g_str_has_suffix (buffer, "."))
    buffer[strlen (buffer) - 1] = '\0';
  return json_object_new_double_s (number, buffer);
}

void
ka_draft_note_days (KaDraft *self, KaSpan span)
{
  if (span.from != KA_DAY_MIN && span.from != KA_DAY_MAX)
    {
      self->dated.from = MIN (self->dated.from, span.from);
      self->dated.to = MAX (self->dated.to, span.from + 1);
    }
  if (span.to != KA_DAY_MIN && span.to != KA_DAY_MAX)
    {
      self->dated.from = MIN (self->dated.from, span.to - 1);
      self->dated.to = MAX (self->dated.to, span.to);
    }
}
