/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sections of an atlas: finds them in its documents, makes their items and reads them.
 */
#include "config.h"

#include "ka-query.h"
#include "ka-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEMA_VERSION 1

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

/* Whether a section of an atlas is there. */
static gboolean
has_section (const KaReader *self)
{
  for (guint i = 0; i < KA_N_SECTIONS; i++)
    if (self->sections[i].document != NULL)
      return TRUE;
  return self->header.document != NULL || self->geography.document != NULL;
}

/* Reports sections that an atlas must have. A folder without documents is told already. */
static void
report_missing_sections (KaReader *self)
{
  if (self->documents->len == 0)
    return;
  if (!has_section (self))
    {
      ka_reader_add_document_fault (
        self, NULL, _ ("no section of an atlas, “atlas”, “sources” and others expected"));
      return;
    }
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

void
ka_reader_read_sections (KaReader *self)
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
