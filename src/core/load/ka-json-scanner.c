/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses JSON (RFC 8259) strictly and reports what it refuses. It accepts neither NaN nor numbers
 * too great for their type, single quotes, members that stand twice or text that is cut off.
 */
#include "config.h"

#include "ka-json-scanner.h"

#include "ka-hash.h"
#include "ka-topology.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the keys of a document that are allocated at once. */
#define KEY_BYTES 4096

/* Each byte of eight, and the highest bit of each. */
#define EACH_BYTE G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

/* For which an array has room at first; most are citations, points and steps of arcs. */
#define ARRAY_ELEMENTS 2

/* A key that stands in an object, and where it stood before that object began. Objects are told by
 * their places. */
typedef struct
{
  const char *key;
  gsize       object;
} Shadowed;

static void
report_at (KaJsonScanner *self, gsize offset, const char *message)
{
  self->is_faulty = TRUE;
  if (self->report != NULL)
    self->report (offset, message, self->user_data);
}

/* Reports what stands here instead of what should, and gives up. */
static gboolean
fail_expected (KaJsonScanner *self, const char *expected)
{
  g_autofree char *message = NULL;
  gunichar         letter = self->at < self->length ? g_utf8_get_char (self->text + self->at) : 0;
  char             utf8[7] = { 0 };

  g_unichar_to_utf8 (letter, utf8);
  if (self->at >= self->length)
    message = g_strdup_printf (_ ("the document ends here, %s expected"), _ (expected));
  else if (g_unichar_isgraph (letter))
    /* Translators: of a faulty file: the letter that stands there, and what should. */
    message = g_strdup_printf (_ ("“%1$s” found, %2$s expected"), utf8, _ (expected));
  else
    message = g_strdup_printf (_ ("the character U+%1$04X found, %2$s expected"), letter,
                               _ (expected));
  report_at (self, self->at, message);
  return FALSE;
}

/* Scans the four digits of an escape \uXXXX. */
static gboolean
scan_hex (KaJsonScanner *self, gunichar *code)
{
  *code = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (ka_json_peek (self)))
        return fail_expected (self, N_ ("four hexadecimal digits after \\u"));
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (self->text[self->at++]);
    }
  return TRUE;
}

/* Scans what follows \u, both halves of a surrogate pair. */
static gboolean
scan_unicode_escape (KaJsonScanner *self, GString *decoded)
{
  gsize    start = self->at - 2;
  gunichar code, low;

  if (!scan_hex (self, &code))
    return FALSE;
  if (code >= 0xD800 && code <= 0xDBFF && ka_json_accept (self, '\\') && ka_json_accept (self, 'u'))
    {
      if (!scan_hex (self, &low))
        return FALSE;
      code = low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
                                            : 0xD800;
    }
  if (code == 0 || (code >= 0xD800 && code <= 0xDFFF))
    {
      report_at (self, start,
                 code == 0 ? _ ("the character U+0000 in a string, text expected")
                           : _ ("half a surrogate pair, both halves expected"));
      return FALSE;
    }
  if (decoded != NULL)
    g_string_append_unichar (decoded, code);
  return TRUE;
}

static gboolean
scan_escape (KaJsonScanner *self, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;

  if (ka_json_accept (self, 'u'))
    return scan_unicode_escape (self, decoded);
  letter = self->at < self->length && ka_json_peek (self) != '\0'
             ? strchr (letters, ka_json_peek (self))
             : NULL;
  if (letter == NULL)
    return fail_expected (self, N_ ("one of \" \\ / b f n r t u after \\"));
  self->at++;
  if (decoded != NULL)
    g_string_append_c (decoded, meanings[letter - letters]);
  return TRUE;
}

/* The highest bit of each of eight bytes that is less than @limit, at most 0x80, or has its own
 * highest bit. Bytes above one that is marked may be marked without reason. */
static guint64
mark_less (guint64 bytes, guint64 limit)
{
  return ((bytes - EACH_BYTE * limit) | bytes) & HIGH_BITS;
}

/* Skips the letters of a string that mean themselves, eight bytes of ASCII at a time. */
static void
skip_plain (KaJsonScanner *self)
{
  const char *text = self->text;
  gsize       at = self->at;
  guint64     bytes;

  for (; at + sizeof bytes <= self->length; at += sizeof bytes)
    {
      memcpy (&bytes, text + at, sizeof bytes);
      if (mark_less (bytes, 0x20) != 0 || mark_less (bytes ^ (EACH_BYTE * '"'), 1) != 0 ||
          mark_less (bytes ^ (EACH_BYTE * '\\'), 1) != 0)
        break;
    }
  while (at < self->length && (guchar) text[at] >= 0x20 && text[at] != '"' && text[at] != '\\')
    at++;
  self->at = at;
}

/* Scans a string; its text goes to the scratch, where there is one. */
static gboolean
scan_string (KaJsonScanner *self)
{
  if (!ka_json_accept (self, '"'))
    return fail_expected (self, N_ ("a string in double quotes"));
  if (self->scratch != NULL)
    g_string_truncate (self->scratch, 0);
  while (!ka_json_accept (self, '"'))
    {
      gsize start = self->at;

      skip_plain (self);
      if (self->scratch != NULL)
        g_string_append_len (self->scratch, self->text + start, (gssize) (self->at - start));
      if (self->at >= self->length || (guchar) ka_json_peek (self) < 0x20)
        return fail_expected (self, N_ ("the rest of a string with its closing quote"));
      if (ka_json_accept (self, '\\') && !scan_escape (self, self->scratch))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_digits (KaJsonScanner *self)
{
  if (!g_ascii_isdigit (ka_json_peek (self)))
    return fail_expected (self, N_ ("a digit"));
  while (g_ascii_isdigit (ka_json_peek (self)))
    self->at++;
  return TRUE;
}

/* Makes the number that was scanned from @start on, or reports. */
static KaJsonObject *
make_number (KaJsonScanner *self, gsize start, gboolean is_integer)
{
  g_autofree char *fault = NULL;
  KaJsonObject    *number = ka_json_new_number (self->text + start, self->at - start, is_integer,
                                                &fault);

  if (number == NULL)
    report_at (self, start, fault);
  return number;
}

/* Scans the characters of a number. @is_integer: (out) */
static gboolean
scan_number_text (KaJsonScanner *self, gboolean *is_integer)
{
  *is_integer = TRUE;
  ka_json_accept (self, '-');
  if (!ka_json_accept (self, '0') && !scan_digits (self))
    return FALSE;
  if (ka_json_accept (self, '.'))
    {
      *is_integer = FALSE;
      if (!scan_digits (self))
        return FALSE;
    }
  if (ka_json_accept (self, 'e') || ka_json_accept (self, 'E'))
    {
      *is_integer = FALSE;
      if (!ka_json_accept (self, '+'))
        ka_json_accept (self, '-');
      return scan_digits (self);
    }
  return TRUE;
}

static gboolean
scan_number (KaJsonScanner *self, KaJsonObject **value)
{
  gsize    start = self->at;
  gboolean is_integer;

  if (!scan_number_text (self, &is_integer))
    return FALSE;
  if (value != NULL)
    *value = make_number (self, start, is_integer);
  else if (self->seen != NULL && (!is_integer || self->at - start > KA_JSON_MAX_SHORT_INTEGER))
    json_object_put (make_number (self, start, is_integer));
  return TRUE;
}

static gboolean
scan_word (KaJsonScanner *self, KaJsonObject **value)
{
  static const char *const words[] = { "false", "true", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (self->length - self->at >= n && memcmp (self->text + self->at, words[i], n) == 0)
        {
          self->at += n;
          if (value != NULL)
            *value = i < 2 ? json_object_new_boolean (i == 1) : NULL;
          return TRUE;
        }
    }
  return fail_expected (self, N_ ("a value"));
}

/* Keeps where a value stands in the text, for ka_node_get_offset(). */
static void
note_offset (KaJsonObject *value, gsize offset)
{
  json_object_set_userdata (value, GSIZE_TO_POINTER (offset), NULL);
}

static gboolean
scan_string_value (KaJsonScanner *self, KaJsonObject **value)
{
  const gsize start = self->at;
  GString    *scratch = self->scratch;
  gboolean    is_valid;

  if (value == NULL)
    self->scratch = NULL;
  is_valid = scan_string (self);
  self->scratch = scratch;
  if (value != NULL && is_valid)
    {
      *value = json_object_new_string_len (scratch->str, (int) scratch->len);
      note_offset (*value, start);
    }
  return is_valid;
}

/* Whether the list that is scanned is frozen. */
static gboolean
is_frozen (const KaJsonScanner *self)
{
  g_autofree char *way = NULL;

  if (self->frozen == NULL || self->depth < 2 || self->depth > KA_JSON_MAX_STEPS + 1)
    return FALSE;
  way = g_strjoin ("/", self->steps[0], self->depth > 2 ? self->steps[1] : NULL, NULL);
  return g_strv_contains (self->frozen, way);
}

/* Makes the list of the places of the elements of a frozen list. */
static GArray *
add_places (KaJsonScanner *self, KaJsonObject *list)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_hash_table_insert (self->store->places, list, places);
  return places;
}

/* Scans an element into @array, or its place into @places. What is added belongs to the array, also
 * when the text is faulty. */
static gboolean
scan_element (KaJsonScanner *self, KaJsonObject *array, GArray *places)
{
  KaJsonObject *element = NULL;
  gboolean      is_valid;

  if (places != NULL)
    {
      ka_json_skip_blanks (self);
      g_array_append_vals (places, &(guint32){ (guint32) self->at }, 1);
      return ka_json_scan_value (self, NULL);
    }
  is_valid = ka_json_scan_value (self, &element);
  json_object_array_add (array, element);
  return is_valid;
}

/* Scans the elements into @array, where that is wanted. */
static gboolean
scan_array (KaJsonScanner *self, KaJsonObject *array)
{
  GArray *places = NULL;

  self->at++;
  ka_json_skip_blanks (self);
  if (ka_json_accept (self, ']'))
    return TRUE;
  if (array != NULL && is_frozen (self))
    places = add_places (self, array);
  do
    {
      const gboolean is_valid = array != NULL ? scan_element (self, array, places)
                                              : ka_json_scan_value (self, NULL);

      if (!is_valid)
        return FALSE;
      ka_json_skip_blanks (self);
    }
  while (ka_json_accept (self, ','));
  return ka_json_accept (self, ']') || fail_expected (self, N_ ("“,” or “]”"));
}

gboolean
ka_json_scan_key (KaJsonScanner *self)
{
  ka_json_skip_blanks (self);
  if (!scan_string (self))
    return FALSE;
  ka_json_skip_blanks (self);
  return ka_json_accept (self, ':') || fail_expected (self, N_ ("“:”"));
}

static void
report_twice (KaJsonScanner *self, const char *key, gsize start)
{
  g_autofree char *message = g_strdup_printf (
    _ ("the member “%s” stands here twice, once expected"), key);

  report_at (self, start, message);
}

/* Adds a member that an object does not have yet; the scanner keeps its key. */
static void
add_member (KaJsonObject *object, const char *key, gulong hash, KaJsonObject *value)
{
  lh_table_insert_w_hash (json_object_get_object (object), key, value, hash,
                          JSON_C_OBJECT_ADD_CONSTANT_KEY);
}

/* Keeps the key that was scanned last. Returns: (transfer none): the same for the same key */
static const char *
keep_key (KaJsonScanner *self)
{
  const KaJsonStore *store = self->store;
  char              *key = g_hash_table_lookup (store->keys, self->scratch->str);

  if (key == NULL)
    {
      key = g_string_chunk_insert (store->letters, self->scratch->str);
      g_hash_table_add (store->keys, key);
    }
  return key;
}

/* Scans a member into @tree. One that stands there twice is told before what is wrong in it. */
static gboolean
scan_into_tree (KaJsonScanner *self, KaJsonObject *tree, const char *key, gsize start)
{
  struct lh_table *members = json_object_get_object (tree);
  const gulong     hash = lh_get_hash (members, key);
  const gboolean   is_new = lh_table_lookup_entry_w_hash (members, key, hash) == NULL;
  KaJsonObject    *value = NULL;
  gboolean         is_valid;

  if (!is_new)
    report_twice (self, key, start);
  for (guint i = self->depth; i <= KA_JSON_MAX_STEPS; i++)
    self->steps[i - 1] = i == self->depth ? key : NULL;
  is_valid = ka_json_scan_value (self, &value);
  if (is_new)
    add_member (tree, key, hash, value);
  else
    json_object_put (value);
  return is_valid;
}

/* Notes a key of an object without a tree, or reports that it stood there before. */
static void
note_key (KaJsonScanner *self, gsize object, const char *key, gsize start)
{
  const Shadowed shadowed = { key, GPOINTER_TO_SIZE (g_hash_table_lookup (self->seen, key)) };

  if (shadowed.object == object)
    {
      report_twice (self, key, start);
      return;
    }
  g_array_append_val (self->shadowed, shadowed);
  g_hash_table_insert (self->seen, (gpointer) (guintptr) key, GSIZE_TO_POINTER (object));
}

static void
forget_keys (KaJsonScanner *self, guint n_around)
{
  for (guint i = self->shadowed->len; i-- > n_around;)
    {
      const Shadowed *shadowed = &g_array_index (self->shadowed, Shadowed, i);

      g_hash_table_insert (self->seen, (gpointer) (guintptr) shadowed->key,
                           GSIZE_TO_POINTER (shadowed->object));
    }
  g_array_set_size (self->shadowed, n_around);
}

/* Scans a member into @tree, where that is wanted, of the object that stands at @object. */
static gboolean
scan_member (KaJsonScanner *self, KaJsonObject *tree, gsize object)
{
  const char *key;
  gsize       start;

  ka_json_skip_blanks (self);
  start = self->at;
  if (!ka_json_scan_key (self))
    return FALSE;
  if (tree == NULL && self->seen == NULL)
    return ka_json_scan_value (self, NULL);
  key = keep_key (self);
  if (tree != NULL)
    return scan_into_tree (self, tree, key, start);
  note_key (self, object, key, start);
  return ka_json_scan_value (self, NULL);
}

static gboolean
scan_object (KaJsonScanner *self, KaJsonObject *tree)
{
  const gsize object = self->at;
  const guint n_around = self->seen != NULL ? self->shadowed->len : 0;

  self->at++;
  ka_json_skip_blanks (self);
  if (ka_json_accept (self, '}'))
    return TRUE;
  do
    {
      if (!scan_member (self, tree, object))
        return FALSE;
      ka_json_skip_blanks (self);
    }
  while (ka_json_accept (self, ','));
  if (self->seen != NULL)
    forget_keys (self, n_around);
  return ka_json_accept (self, '}') || fail_expected (self, N_ ("“,” or “}”"));
}

/* Scans an object or an array, no deeper than allowed. */
static gboolean
scan_nested (KaJsonScanner *self, gboolean is_object, KaJsonObject **value)
{
  KaJsonObject *nested = NULL;
  gboolean      is_valid;

  if (self->depth == KA_JSON_MAX_DEPTH)
    {
      report_at (self, self->at, _ ("nested too deep, at most 64 levels expected"));
      return FALSE;
    }
  if (value != NULL)
    {
      nested = *value = is_object ? json_object_new_object ()
                                  : json_object_new_array_ext (ARRAY_ELEMENTS);
      note_offset (nested, self->at);
    }
  self->depth++;
  is_valid = is_object ? scan_object (self, nested) : scan_array (self, nested);
  self->depth--;
  return is_valid;
}

gboolean
ka_json_scan_value (KaJsonScanner *self, KaJsonObject **value)
{
  ka_json_skip_blanks (self);
  switch (ka_json_peek (self))
    {
    case '{':
    case '[':
      return scan_nested (self, ka_json_peek (self) == '{', value);
    case '"':
      return scan_string_value (self, value);
    case '-':
      return scan_number (self, value);
    default:
      return g_ascii_isdigit (ka_json_peek (self)) ? scan_number (self, value)
                                                   : scan_word (self, value);
    }
}

/* Counts the leading bytes that are ASCII and not NUL, to within seven. */
static gsize
count_ascii (const char *text, gsize length)
{
  gsize   n = 0;
  guint64 bytes;

  for (; n + sizeof bytes <= length; n += sizeof bytes)
    {
      memcpy (&bytes, text + n, sizeof bytes);
      if (mark_less (bytes, 1) != 0)
        break;
    }
  return n;
}

/* Whether a text is UTF-8 without NUL. Between letters of other scripts it is ASCII, which is not
 * looked at byte by byte. @invalid: (out): the first byte that is neither. */
static gboolean
is_utf8 (const char *text, gsize length, const char **invalid)
{
  gsize at = count_ascii (text, length);

  while (at < length)
    {
      gsize end = at;

      while (end < length && ((guchar) text[end] >= 0x80 || end - at < sizeof (guint64)))
        end++;
      if (!g_utf8_validate_len (text + at, end - at, invalid))
        return FALSE;
      at = end + count_ascii (text + end, length - end);
    }
  return TRUE;
}

static gboolean
scan_document (KaJsonScanner *self, KaJsonObject **root)
{
  const char *invalid;

  if (!is_utf8 (self->text, self->length, &invalid))
    {
      report_at (self, (gsize) (invalid - self->text),
                 _ ("a byte that is not UTF-8, text in UTF-8 expected"));
      return FALSE;
    }
  if (self->length >= 3 && memcmp (self->text, "\xEF\xBB\xBF", 3) == 0)
    {
      report_at (self, 0, _ ("a byte order mark, UTF-8 without one expected"));
      return FALSE;
    }
  if (!ka_json_scan_value (self, root))
    return FALSE;
  ka_json_skip_blanks (self);
  if (self->at < self->length)
    return fail_expected (self, N_ ("the end of the document"));
  return !self->is_faulty;
}

static KaJsonStore *
store_new (void)
{
  KaJsonStore *store = g_new (KaJsonStore, 1);

  store->letters = g_string_chunk_new (KEY_BYTES);
  store->keys = g_hash_table_new (ka_hash_string, g_str_equal);
  store->places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return store;
}

static void
free_store_cb (KaJsonObject *root, gpointer data)
{
  KaJsonStore *store = data;

  g_hash_table_unref (store->keys);
  g_string_chunk_free (store->letters);
  g_hash_table_unref (store->places);
  g_free (store);
}

/* Frees the store with the tree, or at once where there is none. */
static void
give_store (KaJsonObject *root, KaJsonStore *store)
{
  if (json_object_is_type (root, json_type_object) || json_object_is_type (root, json_type_array))
    json_object_set_userdata (root, store, free_store_cb);
  else
    free_store_cb (root, store);
}

gboolean
ka_json_parse (const char        *text,
               gsize              length,
               const char *const *frozen,
               KaJsonFaultFunc    report,
               gpointer           user_data,
               KaJsonObject     **root)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (GHashTable) seen = frozen != NULL ? g_hash_table_new (NULL, NULL) : NULL;
  g_autoptr (GArray) shadowed = g_array_new (FALSE, FALSE, sizeof (Shadowed));
  KaJsonScanner self = {
    .text = text,
    .length = length,
    .scratch = scratch,
    .store = store_new (),
    .report = report,
    .user_data = user_data,
    .frozen = frozen,
    .seen = seen,
    .shadowed = shadowed,
  };
  gboolean is_valid;

  *root = NULL;
  is_valid = scan_document (&self, root);
  if (!is_valid)
    g_clear_pointer (root, ka_json_object_put);
  give_store (*root, self.store);
  return is_valid;
}

/* Scans those members of an object into @root that it asks for, and no further than to the last. */
static void
scan_wanted (KaJsonScanner *self, KaJsonObject **root)
{
  guint n_left = g_strv_length ((char **) (guintptr) self->wanted);

  *root = json_object_new_object ();
  self->at++;
  ka_json_skip_blanks (self);
  while (n_left > 0 && ka_json_peek (self) != '}')
    {
      const char   *key;
      KaJsonObject *value = NULL;
      gboolean      is_wanted;

      ka_json_scan_key (self);
      is_wanted = g_strv_contains (self->wanted, self->scratch->str);
      key = is_wanted ? keep_key (self) : NULL;
      ka_json_scan_value (self, is_wanted ? &value : NULL);
      if (is_wanted)
        add_member (*root, key, lh_get_hash (json_object_get_object (*root), key), value);
      n_left -= is_wanted ? 1 : 0;
      ka_json_skip_blanks (self);
      ka_json_accept (self, ',');
      ka_json_skip_blanks (self);
    }
}

const GArray *
ka_json_get_places (KaJsonObject *root, KaJsonObject *list)
{
  const KaJsonStore *store = json_object_get_userdata (root);

  return g_hash_table_lookup (store->places, list);
}

KaJsonObject *
ka_node_thaw (const KaNode *list, gsize index, const char *const *wanted)
{
  const KaDocument *document = list->document;
  const GArray     *places = ka_json_get_places (document->root, list->value);
  g_autoptr (GString) scratch = g_string_new (NULL);
  KaJsonScanner self = {
    .text = document->text, .length = document->length, .scratch = scratch, .wanted = wanted
  };
  KaJsonObject *root = NULL;

  if (places == NULL)
    return json_object_get (json_object_array_get_idx (list->value, index));

  self.at = g_array_index (places, guint32, index);
  self.store = json_object_get_userdata (document->root);
  if (wanted != NULL && ka_json_peek (&self) == '{')
    scan_wanted (&self, &root);
  else
    ka_json_scan_value (&self, &root);
  return root;
}

/* Scans a position of two short numbers. */
static gboolean
scan_position (KaJsonScanner *self, gboolean are_integers, KaPoint *position)
{
  double *const numbers[] = { &position->x, &position->y };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gboolean is_integer;
      gsize    start;

      ka_json_skip_blanks (self);
      if (!ka_json_accept (self, i == 0 ? '[' : ','))
        return FALSE;
      ka_json_skip_blanks (self);
      start = self->at;
      if (!scan_number_text (self, &is_integer) || (are_integers && !is_integer) ||
          !ka_json_read_short_number (self->text + start, self->at - start, is_integer, numbers[i]))
        return FALSE;
    }
  ka_json_skip_blanks (self);
  return ka_json_accept (self, ']');
}

gboolean
ka_node_thaw_positions (const KaNode *list, gsize index, gboolean are_integers, GArray *positions)
{
  const KaDocument *document = list->document;
  const GArray     *places = ka_json_get_places (document->root, list->value);
  KaJsonScanner     self = { .text = document->text, .length = document->length };
  KaPoint           position;

  if (places == NULL)
    return FALSE;
  g_array_set_size (positions, 0);
  self.at = g_array_index (places, guint32, index);
  if (!ka_json_accept (&self, '['))
    return FALSE;
  do
    {
      if (!scan_position (&self, are_integers, &position))
        return FALSE;
      g_array_append_val (positions, position);
      ka_json_skip_blanks (&self);
    }
  while (ka_json_accept (&self, ','));
  return ka_json_accept (&self, ']');
}
