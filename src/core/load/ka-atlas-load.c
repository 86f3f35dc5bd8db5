/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loads an atlas as a whole or not at all: finds its documents, sections and items, and runs the
 * reading, deriving and checking of them.
 */
#include "config.h"

#include "ka-atlas-load.h"

#include "ka-query.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define READ_BYTES     (64 * 1024)
#define MIB            (1024 * 1024)
#define SCHEMA_VERSION 1

/* Of a greater document the trees of records and arcs are made one by one as they are read. */
#define MAX_TREE_BYTES (2 * MIB)

const KaAtlasLimits ka_atlas_limits = {
  .n_bytes = KA_ATLAS_MAX_BYTES,
  .n_items = 1000 * 1000,
  .n_points = 5 * 1000 * 1000,
  .n_letters = 20 * 1000,
  .n_name_letters = 300,
  .n_id_letters = 100,
};

G_DEFINE_QUARK (ka_atlas_error, ka_atlas_error)

void
ka_fault_free (KaFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->file);
  g_free (fault->message);
  g_free (fault);
}

char *
ka_fault_to_string (const KaFault *fault)
{
  g_return_val_if_fail (fault != NULL, NULL);

  if (fault->line == 0)
    return g_strdup_printf ("%s: %s", fault->file, fault->message);
  if (fault->column == 0)
    return g_strdup_printf ("%s:%d: %s", fault->file, fault->line, fault->message);
  return g_strdup_printf ("%s:%d:%d: %s", fault->file, fault->line, fault->column, fault->message);
}

void
ka_faults_set_error (const GPtrArray *faults, GError **error)
{
  g_autofree char *first = NULL;

  g_return_if_fail (faults->len > 0);

  first = ka_fault_to_string (faults->pdata[0]);
  if (faults->len == 1)
    g_set_error_literal (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_INVALID, first);
  else
    /* Translators: the first fault of a file, and how many more there are. */
    g_set_error (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "%1$s (and %2$u more)", "%1$s (and %2$u more)",
                              faults->len - 1),
                 first, faults->len - 1);
}

/* What ka_json_parse() reports to. */
typedef struct
{
  KaReader   *reader;
  KaDocument *document;
} ParseReport;

static void
report_fault_cb (gsize offset, const char *message, gpointer user_data)
{
  ParseReport *report = user_data;

  ka_reader_add_offset_fault (report->reader, report->document, offset, message);
}

/* What tells that a file changed: its size and when it was written. */
typedef struct
{
  goffset size;
  gint64  written_us;
} FileMark;

/* Takes the mark of an open file; what has none, such as a resource, never changes. */
static FileMark
take_mark (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
    stream,
    G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED
                                   "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
    NULL, NULL);
  g_autoptr (GDateTime) written = NULL;

  if (info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_TIME_MODIFIED))
    written = g_file_info_get_modification_date_time (info);
  if (written == NULL)
    return (FileMark){ 0 };
  return (FileMark){ g_file_info_get_size (info), g_date_time_to_unix (written) * G_USEC_PER_SEC +
                                                    g_date_time_get_microsecond (written) };
}

/* Reads an open file as a whole, but stops beyond the limit. */
static char *
read_stream (GFileInputStream *stream, gsize *length, GError **error)
{
  const FileMark before = take_mark (stream);
  FileMark       after;
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (
    (guint) CLAMP (before.size, READ_BYTES, KA_ATLAS_MAX_BYTES) + 1);
  g_autofree guint8 *chunk = g_malloc (READ_BYTES);
  gsize              n_read = READ_BYTES;

  while (n_read == READ_BYTES && bytes->len <= KA_ATLAS_MAX_BYTES)
    {
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), chunk, READ_BYTES, &n_read, NULL,
                                    error))
        return NULL;
      g_byte_array_append (bytes, chunk, (guint) n_read);
    }
  after = take_mark (stream);
  if (before.size != after.size || before.written_us != after.written_us)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("the file changed while it was read, a file at rest expected"));
      return NULL;
    }
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/* A pipe or a device may have neither start nor end. */
static char *
read_text (GFile *file, gsize *length, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("a pipe or a device, a file or a folder expected"));
      return NULL;
    }
  stream = g_file_read (file, NULL, error);
  return stream != NULL ? read_stream (stream, length, error) : NULL;
}

/* Parses a document and keeps it, or reports what is wrong with it. @text: (transfer full) */
static void
take_document (KaReader *self, const char *name, char *text, gsize length)
{
  g_autoptr (KaDocument) document = ka_document_new (name, text, length);
  const char *frozen[KA_N_SECTIONS + 3] = { "arcs", "geography/arcs" };
  ParseReport report = { self, document };

  for (guint i = 0; i < KA_N_SECTIONS; i++)
    frozen[2 + i] = ka_sections[i].name;

  self->n_bytes += length;
  if (self->n_bytes > self->limits->n_bytes)
    {
      ka_reader_add_document_fault (self, document,
                                    _ ("the documents have more than %zu MiB, less expected"),
                                    self->limits->n_bytes / MIB);
      self->is_incomplete = TRUE;
      return;
    }
  if (ka_json_parse (document->text, length, length > MAX_TREE_BYTES ? frozen : NULL,
                     report_fault_cb, &report, &document->root))
    g_ptr_array_add (self->documents, g_steal_pointer (&document));
  else
    self->is_incomplete = TRUE;
}

static gboolean
load_document (KaReader *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  gsize            length;
  char            *text = read_text (file, &length, error);

  if (text == NULL)
    return FALSE;
  take_document (self, name, text, length);
  return TRUE;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile *const *) b);

  return strcmp (name_a, name_b);
}

/* Whether a file of the folder is read. Hidden, backup and lock files (".x", "~x", "#x") belong to
 * other programs. What is no regular file, links followed, may block whoever opens it. */
static gboolean
is_document (GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);

  return g_str_has_suffix (name, ".json") && strchr (".~#", name[0]) == NULL &&
         g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR;
}

static GPtrArray *
list_documents (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) children = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
    G_FILE_QUERY_INFO_NONE, NULL, error);
  if (children == NULL)
    return NULL;
  while (TRUE)
    {
      GFileInfo *info;
      GFile     *child;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, error))
        return NULL;
      if (info == NULL)
        break;
      if (is_document (info))
        g_ptr_array_add (files, g_object_ref (child));
    }
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}

/* Loads the documents of a folder, or the one document that @file is. */
static gboolean
load_documents (KaReader *self, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  if (type != G_FILE_TYPE_DIRECTORY)
    return load_document (self, file, error);
  files = list_documents (file, error);
  if (files == NULL)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!load_document (self, files->pdata[i], error))
      return FALSE;
  if (files->len == 0)
    ka_reader_add_document_fault (self, NULL,
                                  _ ("no document in the folder, files *.json expected"));
  return TRUE;
}

/* Gets the node of a section by its name, or %NULL. */
static KaNode *
find_section_slot (KaReader *self, const char *name)
{
  if (strcmp (name, "atlas") == 0)
    return &self->header;
  if (strcmp (name, "geography") == 0)
    return &self->geography;
  if (strcmp (name, "relief") == 0)
    return &self->relief;
  for (guint i = 0; i < KA_N_SECTIONS; i++)
    if (strcmp (name, ka_sections[i].name) == 0)
      return &self->sections[i];
  return NULL;
}

static void
report_unknown_section (KaReader *self, const KaNode *section, const char *name)
{
  const char      *names[KA_N_SECTIONS + 4] = { "atlas", "geography", "relief" };
  g_autofree char *message = NULL;

  for (guint i = 0; i < KA_N_SECTIONS; i++)
    names[3 + i] = ka_sections[i].name;
  message = ka_reader_dup_hint (
    g_strdup_printf (_ ("unknown section “%s”, one of an atlas expected"), name),
    ka_reader_has_room (self) ? ka_query_find_nearest_word (name, names) : NULL);
  ka_reader_add_fault (self, section, "%s", message);
}

static void
note_section (KaReader *self, const KaNode *section, const char *name)
{
  KaNode *slot = find_section_slot (self, name);

  if (slot == NULL)
    report_unknown_section (self, section, name);
  else if (slot->document != NULL)
    ka_reader_add_fault (self, section,
                         _ ("the section “%s” stands in %s already, one of each expected"), name,
                         slot->document->name);
  else
    *slot = *section;
}

/* Whether a member of a document is about the document itself: a comment, its schema, or the
 * version of the format, which must be the one that is read here. */
static gboolean
read_annotation (KaReader *self, const KaNode *root, const char *name)
{
  KaNode member;
  gint64 version;

  if (ka_reader_is_comment (self, root, name))
    return TRUE;
  if (!ka_node_get_member (root, name, &member))
    return FALSE;
  if (strcmp (name, "$schema") == 0)
    {
      ka_reader_expect (self, &member, json_type_string, N_ ("the place of a schema"));
      return TRUE;
    }
  if (strcmp (name, "schema_version") != 0)
    return FALSE;
  if (ka_reader_read_integer (self, &member, &version) && version != SCHEMA_VERSION)
    ka_reader_add_fault (self, &member, _ ("version %lld of the format found, version %d expected"),
                         (long long) version, SCHEMA_VERSION);
  return TRUE;
}

static void
note_sections (KaReader *self, const KaNode *root)
{
  struct json_object_iterator at, end;
  gboolean                    is_bare;
  KaNode                      type;

  if (!ka_reader_expect (self, root, json_type_object, N_ ("an object of sections")))
    {
      self->is_incomplete = TRUE;
      return;
    }
  /* A bare document of TopoJSON or GeoJSON is the geography. */
  is_bare = ka_node_get_member (root, "type", &type) && ka_node_is (&type, json_type_string);
  if (is_bare)
    note_section (self, root, "geography");
  at = json_object_iter_begin (root->value);
  end = json_object_iter_end (root->value);
  for (; !json_object_iter_equal (&at, &end); json_object_iter_next (&at))
    {
      const char *name = json_object_iter_peek_name (&at);
      KaNode      section;

      if (!read_annotation (self, root, name) && !is_bare &&
          ka_node_get_member (root, name, &section))
        note_section (self, &section, name);
    }
}

static void
find_sections (KaReader *self)
{
  self->roots = g_new0 (KaNode, self->documents->len);
  for (guint i = 0; i < self->documents->len; i++)
    {
      self->roots[i] = ka_node_new_root (self->documents->pdata[i]);
      note_sections (self, &self->roots[i]);
    }
}

static gboolean
is_id (const char *id)
{
  gsize n = 0;

  for (const char *c = id; *c != '\0'; c++)
    {
      if (g_ascii_islower (*c) || g_ascii_isdigit (*c))
        n++;
      else if (*c == '-' && n > 0 && c[1] != '\0')
        n = 0;
      else
        return FALSE;
    }
  return n > 0;
}

/* Gets the id of a record, or reports. */
static const char *
read_id (KaReader *self, const KaNode *node)
{
  const char *id;
  KaNode      member;

  if (!ka_reader_expect (self, node, json_type_object, N_ ("an object")))
    return NULL;
  if (!ka_node_get_member (node, "id", &member))
    {
      ka_reader_add_fault (self, node, _ ("no “id”, a member of that name expected"));
      return NULL;
    }
  if (!ka_reader_expect (self, &member, json_type_string, N_ ("an id")))
    return NULL;
  id = json_object_get_string (member.value);
  if (!ka_reader_expect_length (self, &member, self->limits->n_id_letters))
    return NULL;
  if (is_id (id))
    return id;
  ka_reader_add_fault (self, &member,
                       _ ("“%s” is no id, small letters, digits and single dashes expected"), id);
  return NULL;
}

/* Reads the kind of an item. Articles and annexes share a section; their member `kind` differs. */
static gboolean
read_kind (KaReader *self, const KaSection *section, const KaNode *node, KaItemKind *kind)
{
  const char *word;
  KaNode      member;

  *kind = section->kind;
  if (section->kind != KA_ITEM_ARTICLE)
    return TRUE;
  if (!ka_node_get_member (node, "kind", &member))
    {
      ka_reader_add_fault (self, node, _ ("no “kind”, a member of that name expected"));
      return FALSE;
    }
  if (!ka_reader_expect (self, &member, json_type_string, N_ ("“article” or “annex”")))
    return FALSE;
  word = json_object_get_string (member.value);
  if (strcmp (word, "annex") == 0)
    *kind = KA_ITEM_ANNEX;
  else if (strcmp (word, "article") != 0)
    ka_reader_add_fault (self, &member, _ ("“%s” found, “article” or “annex” expected"), word);
  return TRUE;
}

static KaItem *
find_taken (KaReader *self, const KaSection *section, const char *id)
{
  const KaItem *item = ka_atlas_lookup (self->atlas, section->kind, id);

  if (item == NULL && section->kind == KA_ITEM_ARTICLE)
    item = ka_atlas_lookup (self->atlas, KA_ITEM_ANNEX, id);
  return (KaItem *) (gsize) item;
}

/* Makes the item of a record before its members are read, so that other items can refer to it. */
static void
register_item (KaReader *self, const KaSection *section, const KaNode *list, gsize element)
{
  static const char *const wanted[] = { "id", "kind", NULL };
  static const char *const id_alone[] = { "id", NULL };

  g_autoptr (KaJsonObject)
    value = ka_node_thaw (list, element, section->kind == KA_ITEM_ARTICLE ? wanted : id_alone);
  KaNode      record = ka_node_get_element (list, element);
  const char *id;
  KaItemKind  kind;
  KaItem     *taken, *item;

  record.value = value;
  id = read_id (self, &record);
  if (id == NULL || !read_kind (self, section, &record, &kind))
    return;
  taken = find_taken (self, section, id);
  if (taken != NULL)
    {
      taken->origin.is_doubtful = TRUE;
      ka_reader_add_fault (self, &record, _ ("the id “%s” is taken, a new one expected"), id);
      return;
    }
  item = ka_atlas_add_item (self->atlas, kind, id);
  item->origin.element = element & ((1u << KA_ORIGIN_BITS) - 1);
}

static void
register_items (KaReader *self, guint number)
{
  const KaNode *list = &self->sections[number];

  for (gsize i = 0; i < ka_node_count (list); i++)
    {
      const guint n_problems = self->n_problems;

      register_item (self, &ka_sections[number], list, i);
      if (ka_sections[number].kind == KA_ITEM_EVENT)
        self->n_event_problems += self->n_problems - n_problems;
    }
}

static void
register_section (KaReader *self, guint number)
{
  const KaNode *list = &self->sections[number];
  guint         n_problems = self->n_problems;

  if (list->document != NULL)
    ka_reader_expect (self, list, json_type_array, N_ ("a list of objects"));

  if (ka_node_count (list) > self->limits->n_items)
    ka_reader_add_fault (self, list, _ ("%zu in the list, at most %zu expected"),
                         ka_node_count (list), self->limits->n_items);
  else
    register_items (self, number);
  self->is_damaged[number] = list->document == NULL || self->n_problems > n_problems;
}

/* Reports sections that an atlas must have. */
static void
report_missing_sections (KaReader *self)
{
  if (self->header.document == NULL)
    ka_reader_add_document_fault (self, NULL, _ ("no section “%s”, one expected"), "atlas");
  for (guint i = 0; i < KA_N_SECTIONS; i++)
    if (self->sections[i].document == NULL && !ka_sections[i].is_optional)
      ka_reader_add_document_fault (self, NULL, _ ("no section “%s”, one expected"),
                                    ka_sections[i].name);
  if (self->geography.document == NULL)
    ka_reader_add_document_fault (self, NULL, _ ("no section “%s”, one expected"), "geography");
}

static void
read_item (KaReader *self, guint number, KaItem *item)
{
  const KaNode *list = &self->sections[number];
  KaOrigin     *origin = &item->origin;
  const guint   n_problems = self->n_problems;
  g_autoptr (KaJsonObject) value = ka_node_thaw (list, origin->element, NULL);
  KaNode record = ka_node_get_element (list, origin->element);

  record.value = value;
  ka_reader_read_record (self, &record, ka_sections[number].record, item);
  origin->is_faulty = self->n_problems > n_problems;
  if (item->kind == KA_ITEM_EVENT)
    self->n_event_problems += self->n_problems - n_problems;
  if (origin->is_faulty)
    self->is_damaged[number] = TRUE;
}

/* Reads the members of the items of a kind that were registered. */
static void
read_items (KaReader *self, guint number, KaItemKind kind)
{
  const KaList *items = &self->atlas->items[kind];

  for (gsize i = kind == KA_ITEM_EVENT ? self->n_given : 0; i < items->n_items; i++)
    read_item (self, number, items->items[i]);
}

/* Reads the relief; its heights must be whole rows of hexadecimal digits. */
static void
read_relief (KaReader *self)
{
  KaRelief *relief = &self->atlas->relief;
  guint     n_problems = self->n_problems;
  int       n_digits, row;
  KaNode    heights;

  ka_reader_read_record (self, &self->relief, &ka_relief_record, relief);
  if (self->n_problems > n_problems || !ka_node_get_member (&self->relief, "heights", &heights))
    return;

  n_digits = (int) strlen (relief->heights);
  row = 2 * relief->n_columns;
  relief->n_rows = n_digits / row;
  if (n_digits % row != 0 || strspn (relief->heights, "0123456789abcdef") != (gsize) n_digits)
    ka_reader_add_fault (
      self, &heights,
      g_dngettext (
        GETTEXT_PACKAGE, "%d character, rows of %d digits from 0 to 9 and a to f expected",
        "%d characters, rows of %d digits from 0 to 9 and a to f expected", (gulong) n_digits),
      n_digits, row);
}

static void
read_sections (KaReader *self)
{
  guint n_problems;

  find_sections (self);
  if (!self->is_incomplete)
    report_missing_sections (self);
  for (guint i = 0; i < KA_N_SECTIONS; i++)
    register_section (self, i);
  n_problems = self->n_problems;
  if (self->geography.document != NULL)
    ka_reader_read_topology (self);
  self->is_geography_damaged = self->geography.document == NULL || self->n_problems > n_problems;
  if (self->relief.document != NULL)
    read_relief (self);
  n_problems = self->n_problems;
  if (self->header.document != NULL)
    ka_reader_read_record (self, &self->header, &ka_atlas_record, &self->atlas->head);
  self->is_header_damaged = self->header.document == NULL || self->n_problems > n_problems;
  for (guint i = 0; i < KA_N_SECTIONS; i++)
    {
      read_items (self, i, ka_sections[i].kind);
      if (ka_sections[i].kind == KA_ITEM_ARTICLE)
        read_items (self, i, KA_ITEM_ANNEX);
    }
}

static gboolean
is_left_out (gpointer user_data, const KaItem *item)
{
  return item->origin.is_faulty || item->origin.is_doubtful;
}

/* Whether all that is wrong is wrong with events to which nothing refers. */
static gboolean
can_leave_out (KaReader *self)
{
  const KaList *events = &self->atlas->items[KA_ITEM_EVENT];

  if (self->n_problems == 0 || self->n_problems > self->n_event_problems)
    return FALSE;
  for (gsize i = 0; i < events->n_items; i++)
    if (KA_ITEM (events->items[i])->origin.is_wanted && is_left_out (NULL, events->items[i]))
      return FALSE;
  return TRUE;
}

static KaAtlasGap
measure_gap (KaReader *self)
{
  const KaNode *list = &self->sections[ka_section_of_kind (KA_ITEM_EVENT) - ka_sections];
  const gsize   n_events = ka_node_count (list);

  return (KaAtlasGap){ (guint) (n_events - self->atlas->items[KA_ITEM_EVENT].n_items),
                       (guint) n_events };
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const KaFault *fault_a = *(const KaFault *const *) a;
  const KaFault *fault_b = *(const KaFault *const *) b;
  int            order = strcmp (fault_a->file, fault_b->file);

  if (order != 0)
    return order;
  /* The sort is stable: faults of a place keep their order. */
  return fault_a->line != fault_b->line ? fault_a->line - fault_b->line
                                        : fault_a->column - fault_b->column;
}

static void
reader_init (KaReader *self, char *name, const KaAtlasLimits *limits, KaAtlas *atlas)
{
  memset (self, 0, sizeof *self);
  self->limits = limits;
  self->name = name;
  self->atlas = atlas;
  self->n_given = atlas->items[KA_ITEM_EVENT].n_items;
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_document_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ka_fault_free);
}

static void
reader_clear (KaReader *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_ptr_array_unref (self->documents);
  g_free (self->roots);
  g_clear_pointer (&self->atlas, ka_atlas_unref);
  g_free (self->name);
}

/* Makes the atlas of the documents, or says what is wrong with them. */
static KaAtlas *
finish (KaReader *self, KaAtlasGap *gap, GPtrArray **faults, GError **error)
{
  KaAtlas *atlas = NULL;

  read_sections (self);
  ka_reader_check_events (self);
  if (gap != NULL && can_leave_out (self))
    {
      ka_atlas_drop_items (self->atlas, KA_ITEM_EVENT, is_left_out, NULL);
      self->n_left_out_problems = self->n_problems;
    }
  ka_reader_derive (self);
  ka_reader_check (self);

  g_ptr_array_sort (self->faults, compare_faults);
  if (self->n_problems > self->n_left_out_problems)
    ka_faults_set_error (self->faults, error);
  else
    {
      ka_atlas_build_area_grid (self->atlas);
      if (gap != NULL)
        *gap = measure_gap (self);
      atlas = g_steal_pointer (&self->atlas);
    }
  if (faults != NULL)
    *faults = g_steal_pointer (&self->faults);
  return atlas;
}

KaAtlas *
ka_reader_load (GFile               *file,
                const KaAtlasLimits *limits,
                KaAtlasGap          *gap,
                GPtrArray          **faults,
                GError             **error)
{
  g_autoptr (GError) read_error = NULL;
  KaAtlas *atlas = NULL;
  KaReader self;

  reader_init (&self, g_file_get_basename (file), limits, ka_atlas_new_empty ());
  if (load_documents (&self, file, &read_error))
    atlas = finish (&self, gap, faults, error);
  else
    g_set_error_literal (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ, read_error->message);
  reader_clear (&self);
  return atlas;
}

KaAtlas *
ka_atlas_load_partly (GFile *file, KaAtlasGap *gap, GPtrArray **faults, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return ka_reader_load (file, &ka_atlas_limits, gap, faults, error);
}

KaAtlas *
ka_atlas_load (GFile *file, GPtrArray **faults, GError **error)
{
  return ka_atlas_load_partly (file, NULL, faults, error);
}

static KaAtlas *
complete (KaAtlas    *atlas,
          const char *name,
          char       *text,
          gsize       length,
          KaAtlasGap *gap,
          GPtrArray **faults,
          GError    **error)
{
  KaAtlas *whole;
  KaReader self;

  reader_init (&self, g_strdup (name), &ka_atlas_limits, atlas);
  take_document (&self, name, text, length);
  whole = finish (&self, gap, faults, error);
  reader_clear (&self);
  return whole;
}

KaAtlas *
ka_reader_complete (KaAtlas *atlas, const char *name, char *text, gsize length, GPtrArray **faults)
{
  return complete (atlas, name, text, length, NULL, faults, NULL);
}

KaAtlas *
ka_atlas_load_text_partly (const char *name,
                           char       *text,
                           gsize       length,
                           KaAtlasGap *gap,
                           GPtrArray **faults,
                           GError    **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  return complete (ka_atlas_new_empty (), name, text, length, gap, faults, error);
}

KaAtlas *
ka_atlas_load_text (const char *name, char *text, gsize length, GPtrArray **faults, GError **error)
{
  return ka_atlas_load_text_partly (name, text, length, NULL, faults, error);
}

char *
ka_atlas_gap_dup_words (const KaAtlasGap *self)
{
  if (self->n_left_out == 0)
    return NULL;
  /* Translators: of an atlas in which events are faulty, and how many it has. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u event of %2$u is faulty and left out",
                                       "%1$u events of %2$u are faulty and left out",
                                       self->n_left_out),
                          self->n_left_out, self->n_events);
}

char *
ka_atlas_read_text (GFile *file, gsize *length, GError **error)
{
  g_autoptr (GError) read_error = NULL;
  char *text;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  text = read_text (file, length, &read_error);
  if (text == NULL)
    g_set_error_literal (error, KA_ATLAS_ERROR, KA_ATLAS_ERROR_READ, read_error->message);
  return text;
}
