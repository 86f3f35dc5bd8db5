/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses JSON (RFC 8259) strictly and reports what it refuses. It accepts neither NaN nor numbers
 * too great for their type, single quotes, members that stand twice or text that is cut off. It
 * also finds the place of a value from its JSON pointer.
 */
#include "config.h"

#include "ka-json-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of the keys of a document that are allocated at once. */
#define KEY_BYTES 4096

/* For which an array has room at first; most are citations, points and steps of arcs. */
#define ARRAY_ELEMENTS 2

/* Members on the way to a frozen list. */
#define MAX_STEPS 2

/* What a tree needs as long as it lives. */
typedef struct
{
  GStringChunk *keys;   /* Owned: each key once; most stand in many objects */
  GHashTable   *places; /* Owned: frozen list to the GArray of places of its elements */
} Store;

/* Characters of an integer that fits 64 bits whatever they are. */
#define MAX_SHORT_INTEGER 18

/* Digits of a number that is a double whatever they are. */
#define MAX_SHORT_FRACTION 15

/* A number of fewer characters is copied without an allocation. */
#define SHORT_NUMBER 32

/* Where the scanner is. @report is %NULL where the text is known to be good. Functions return
 * whether the structure of the text is right so far. */
typedef struct
{
  const char     *text;
  gsize           length;
  gsize           at;
  guint           depth;
  gboolean        is_faulty; /* something was reported */
  GString        *scratch; /* (nullable): the string that was scanned last; NULL: none is wanted */
  Store          *store;   /* (nullable): of the tree */
  KaJsonFaultFunc report;
  gpointer        user_data;

  const char *const *frozen;           /* (nullable): ways to lists */
  const char        *steps[MAX_STEPS]; /* of the way to what is scanned */
  const char *const *wanted;           /* (nullable): members of a frozen object */
  GHashTable        *seen;             /* (nullable): key to the object in which it stood last */
  GArray            *shadowed;         /* (nullable), of Shadowed: keys of the objects around */
} Scanner;

/* A key that stands in an object, and where it stood before that object began. Objects are told by
 * their places. */
typedef struct
{
  const char *key;
  gsize       object;
} Shadowed;

static gboolean scan_value (Scanner *self, KaJsonObject **value);

static void
report_at (Scanner *self, gsize offset, const char *message)
{
  self->is_faulty = TRUE;
  if (self->report != NULL)
    self->report (offset, message, self->user_data);
}

/* Reports what stands here instead of what should, and gives up. */
static gboolean
fail_expected (Scanner *self, const char *expected)
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

static char
peek (const Scanner *self)
{
  return self->at < self->length ? self->text[self->at] : '\0';
}

static gboolean
accept (Scanner *self, char wanted)
{
  if (self->at >= self->length || self->text[self->at] != wanted)
    return FALSE;
  self->at++;
  return TRUE;
}

static void
skip_blanks (Scanner *self)
{
  while (self->at < self->length && (self->text[self->at] == ' ' || self->text[self->at] == '\n' ||
                                     self->text[self->at] == '\t' || self->text[self->at] == '\r'))
    self->at++;
}

/* Scans the four digits of an escape \uXXXX. */
static gboolean
scan_hex (Scanner *self, gunichar *code)
{
  *code = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (peek (self)))
        return fail_expected (self, N_ ("four hexadecimal digits after \\u"));
      *code = *code * 16 + (gunichar) g_ascii_xdigit_value (self->text[self->at++]);
    }
  return TRUE;
}

/* Scans what follows \u, both halves of a surrogate pair. */
static gboolean
scan_unicode_escape (Scanner *self, GString *decoded)
{
  gsize    start = self->at - 2;
  gunichar code, low;

  if (!scan_hex (self, &code))
    return FALSE;
  if (code >= 0xD800 && code <= 0xDBFF && accept (self, '\\') && accept (self, 'u'))
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
scan_escape (Scanner *self, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char       *letter;

  if (accept (self, 'u'))
    return scan_unicode_escape (self, decoded);
  letter = self->at < self->length && peek (self) != '\0' ? strchr (letters, peek (self)) : NULL;
  if (letter == NULL)
    return fail_expected (self, N_ ("one of \" \\ / b f n r t u after \\"));
  self->at++;
  if (decoded != NULL)
    g_string_append_c (decoded, meanings[letter - letters]);
  return TRUE;
}

/* Skips the letters of a string that mean themselves. */
static void
skip_plain (Scanner *self)
{
  while (self->at < self->length && (guchar) self->text[self->at] >= 0x20 &&
         self->text[self->at] != '"' && self->text[self->at] != '\\')
    self->at++;
}

/* Scans a string; its text goes to the scratch, where there is one. */
static gboolean
scan_string (Scanner *self)
{
  if (!accept (self, '"'))
    return fail_expected (self, N_ ("a string in double quotes"));
  if (self->scratch != NULL)
    g_string_truncate (self->scratch, 0);
  while (!accept (self, '"'))
    {
      gsize start = self->at;

      skip_plain (self);
      if (self->scratch != NULL)
        g_string_append_len (self->scratch, self->text + start, (gssize) (self->at - start));
      if (self->at >= self->length || (guchar) peek (self) < 0x20)
        return fail_expected (self, N_ ("the rest of a string with its closing quote"));
      if (accept (self, '\\') && !scan_escape (self, self->scratch))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_digits (Scanner *self)
{
  if (!g_ascii_isdigit (peek (self)))
    return fail_expected (self, N_ ("a digit"));
  while (g_ascii_isdigit (peek (self)))
    self->at++;
  return TRUE;
}

/* Reads an integer of so few digits that it fits; nearly all are. */
static gboolean
read_short_integer (const char *text, gsize length, gint64 *integer)
{
  const gboolean is_negative = *text == '-';
  gint64         sum = 0;

  if (length > MAX_SHORT_INTEGER)
    return FALSE;
  for (gsize i = is_negative ? 1 : 0; i < length; i++)
    sum = sum * 10 + (text[i] - '0');
  *integer = is_negative ? -sum : sum;
  return TRUE;
}

/* Reads a decimal fraction of so few digits that both the whole number of them and the power of ten
 * are doubles; their quotient is the double nearest to it (W. D. Clinger, "How to Read Floating
 * Point Numbers Accurately", 1990). Nearly all coordinates are such. */
static gboolean
read_short_fraction (const char *text, gsize length, double *fraction)
{
  static const double tens[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const gboolean      is_negative = *text == '-';
  gint64              sum = 0;
  guint               n_digits = 0, n_behind = 0;

  for (gsize i = is_negative ? 1 : 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      {
        sum = sum * 10 + (text[i] - '0');
        if (++n_digits > MAX_SHORT_FRACTION)
          return FALSE;
      }
    else if (text[i] == '.')
      n_behind = (guint) (length - 1 - i);
    else
      return FALSE;
  *fraction = (double) sum / tens[n_behind];
  if (is_negative)
    *fraction = -*fraction;
  return TRUE;
}

static double
read_fraction (const char *text, gsize length)
{
  double fraction;

  return read_short_fraction (text, length, &fraction) ? fraction : g_ascii_strtod (text, NULL);
}

/* Makes a number, or reports that it fits no integer of 64 bits or no finite fraction. */
static KaJsonObject *
make_number (Scanner *self, gsize start, gboolean is_integer)
{
  const gsize      length = self->at - start;
  char             copy[SHORT_NUMBER];
  g_autofree char *long_copy = NULL, *message = NULL;
  const char      *number = copy;
  gint64           integer;
  double           fraction;

  if (is_integer && read_short_integer (self->text + start, length, &integer))
    return json_object_new_int64 (integer);
  if (length < SHORT_NUMBER)
    {
      memcpy (copy, self->text + start, length);
      copy[length] = '\0';
    }
  else
    {
      number = long_copy = g_strndup (self->text + start, length);
    }
  /* Another errno may come from memory that is short for a moment. */
  errno = 0;
  integer = is_integer ? g_ascii_strtoll (number, NULL, 10) : 0;
  if (is_integer && errno != ERANGE)
    return json_object_new_int64 (integer);
  fraction = is_integer ? INFINITY : read_fraction (number, length);
  if (isfinite (fraction))
    return json_object_new_double_s (fraction, number);
  message = is_integer
              ? g_strdup_printf (
                  _ ("the number %.40s is out of range, an integer of 64 bits expected"), number)
              : g_strdup_printf (_ ("the number %.40s is out of range, a finite number expected"),
                                 number);
  report_at (self, start, message);
  return NULL;
}

static gboolean
scan_number (Scanner *self, KaJsonObject **value)
{
  gsize    start = self->at;
  gboolean is_integer = TRUE;

  accept (self, '-');
  if (!accept (self, '0') && !scan_digits (self))
    return FALSE;
  if (accept (self, '.'))
    {
      is_integer = FALSE;
      if (!scan_digits (self))
        return FALSE;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      is_integer = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      if (!scan_digits (self))
        return FALSE;
    }
  if (value != NULL)
    *value = make_number (self, start, is_integer);
  else if (self->seen != NULL && (!is_integer || self->at - start > MAX_SHORT_INTEGER))
    json_object_put (make_number (self, start, is_integer));
  return TRUE;
}

static gboolean
scan_word (Scanner *self, KaJsonObject **value)
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
scan_string_value (Scanner *self, KaJsonObject **value)
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
is_frozen (const Scanner *self)
{
  g_autofree char *way = NULL;

  if (self->frozen == NULL || self->depth < 2 || self->depth > MAX_STEPS + 1)
    return FALSE;
  way = g_strjoin ("/", self->steps[0], self->depth > 2 ? self->steps[1] : NULL, NULL);
  return g_strv_contains (self->frozen, way);
}

/* Makes the list of the places of the elements of a frozen list. */
static GArray *
add_places (Scanner *self, KaJsonObject *list)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_hash_table_insert (self->store->places, list, places);
  return places;
}

/* Scans an element into @array, or its place into @places. What is added belongs to the array, also
 * when the text is faulty. */
static gboolean
scan_element (Scanner *self, KaJsonObject *array, GArray *places)
{
  KaJsonObject *element = NULL;
  gboolean      is_valid;

  if (places != NULL)
    {
      skip_blanks (self);
      g_array_append_vals (places, &(guint32){ (guint32) self->at }, 1);
      return scan_value (self, NULL);
    }
  is_valid = scan_value (self, &element);
  json_object_array_add (array, element);
  return is_valid;
}

/* Scans the elements into @array, where that is wanted. */
static gboolean
scan_array (Scanner *self, KaJsonObject *array)
{
  GArray *places = NULL;

  self->at++;
  skip_blanks (self);
  if (accept (self, ']'))
    return TRUE;
  if (array != NULL && is_frozen (self))
    places = add_places (self, array);
  do
    {
      const gboolean is_valid = array != NULL ? scan_element (self, array, places)
                                              : scan_value (self, NULL);

      if (!is_valid)
        return FALSE;
      skip_blanks (self);
    }
  while (accept (self, ','));
  return accept (self, ']') || fail_expected (self, N_ ("“,” or “]”"));
}

/* Scans a key and its colon. */
static gboolean
scan_key (Scanner *self)
{
  skip_blanks (self);
  if (!scan_string (self))
    return FALSE;
  skip_blanks (self);
  return accept (self, ':') || fail_expected (self, N_ ("“:”"));
}

static void
report_twice (Scanner *self, const char *key, gsize start)
{
  g_autofree char *message = g_strdup_printf (
    _ ("the member “%s” stands here twice, once expected"), key);

  report_at (self, start, message);
}

/* Adds a member whose key the scanner keeps, or reports that there is one of that name. */
static void
add_member (Scanner *self, KaJsonObject *object, const char *key, gsize start, KaJsonObject *value)
{
  struct lh_table *members = json_object_get_object (object);
  const gulong     hash = lh_get_hash (members, key);

  if (lh_table_lookup_entry_w_hash (members, key, hash) == NULL)
    {
      lh_table_insert_w_hash (members, key, value, hash, JSON_C_OBJECT_ADD_CONSTANT_KEY);
      return;
    }
  report_twice (self, key, start);
  json_object_put (value);
}

/* Notes a key of an object without a tree, or reports that it stood there before. */
static void
note_key (Scanner *self, gsize object, const char *key, gsize start)
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
forget_keys (Scanner *self, guint n_around)
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
scan_member (Scanner *self, KaJsonObject *tree, gsize object)
{
  const char   *key;
  KaJsonObject *value = NULL;
  gboolean      is_valid;
  gsize         start;

  skip_blanks (self);
  start = self->at;
  if (!scan_key (self))
    return FALSE;
  if (tree == NULL && self->seen == NULL)
    return scan_value (self, NULL);
  key = g_string_chunk_insert_const (self->store->keys, self->scratch->str);
  if (tree == NULL)
    {
      note_key (self, object, key, start);
      return scan_value (self, NULL);
    }
  for (guint i = self->depth; i <= MAX_STEPS; i++)
    self->steps[i - 1] = i == self->depth ? key : NULL;
  is_valid = scan_value (self, &value);
  add_member (self, tree, key, start, value);
  return is_valid;
}

static gboolean
scan_object (Scanner *self, KaJsonObject *tree)
{
  const gsize object = self->at;
  const guint n_around = self->seen != NULL ? self->shadowed->len : 0;

  self->at++;
  skip_blanks (self);
  if (accept (self, '}'))
    return TRUE;
  do
    {
      if (!scan_member (self, tree, object))
        return FALSE;
      skip_blanks (self);
    }
  while (accept (self, ','));
  if (self->seen != NULL)
    forget_keys (self, n_around);
  return accept (self, '}') || fail_expected (self, N_ ("“,” or “}”"));
}

/* Scans an object or an array, no deeper than allowed. */
static gboolean
scan_nested (Scanner *self, gboolean is_object, KaJsonObject **value)
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

/* Scans a value into @value, where that is wanted; %NULL is JSON's null. */
static gboolean
scan_value (Scanner *self, KaJsonObject **value)
{
  skip_blanks (self);
  switch (peek (self))
    {
    case '{':
    case '[':
      return scan_nested (self, peek (self) == '{', value);
    case '"':
      return scan_string_value (self, value);
    case '-':
      return scan_number (self, value);
    default:
      return g_ascii_isdigit (peek (self)) ? scan_number (self, value) : scan_word (self, value);
    }
}

static gboolean
scan_document (Scanner *self, KaJsonObject **root)
{
  const char *invalid;

  if (!g_utf8_validate_len (self->text, self->length, &invalid))
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
  if (!scan_value (self, root))
    return FALSE;
  skip_blanks (self);
  if (self->at < self->length)
    return fail_expected (self, N_ ("the end of the document"));
  return !self->is_faulty;
}

static Store *
store_new (void)
{
  Store *store = g_new (Store, 1);

  store->keys = g_string_chunk_new (KEY_BYTES);
  store->places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return store;
}

static void
free_store_cb (KaJsonObject *root, gpointer data)
{
  Store *store = data;

  g_string_chunk_free (store->keys);
  g_hash_table_unref (store->places);
  g_free (store);
}

/* Frees the store with the tree, or at once where there is none. */
static void
give_store (KaJsonObject *root, Store *store)
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
  Scanner self = {
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
scan_wanted (Scanner *self, KaJsonObject **root)
{
  guint n_left = g_strv_length ((char **) (guintptr) self->wanted);

  *root = json_object_new_object ();
  self->at++;
  skip_blanks (self);
  while (n_left > 0 && peek (self) != '}')
    {
      const char   *key;
      KaJsonObject *value = NULL;
      gboolean      is_wanted;

      scan_key (self);
      is_wanted = g_strv_contains (self->wanted, self->scratch->str);
      key = is_wanted ? g_string_chunk_insert_const (self->store->keys, self->scratch->str) : NULL;
      scan_value (self, is_wanted ? &value : NULL);
      if (is_wanted)
        add_member (self, *root, key, self->at, value);
      n_left -= is_wanted ? 1 : 0;
      skip_blanks (self);
      accept (self, ',');
      skip_blanks (self);
    }
}

const GArray *
ka_json_get_places (KaJsonObject *root, KaJsonObject *list)
{
  const Store *store = json_object_get_userdata (root);

  return g_hash_table_lookup (store->places, list);
}

KaJsonObject *
ka_node_thaw (const KaNode *list, gsize index, const char *const *wanted)
{
  const KaDocument *document = list->document;
  const GArray     *places = ka_json_get_places (document->root, list->value);
  g_autoptr (GString) scratch = g_string_new (NULL);
  Scanner self = {
    .text = document->text, .length = document->length, .scratch = scratch, .wanted = wanted
  };
  KaJsonObject *root = NULL;

  if (places == NULL)
    return json_object_get (json_object_array_get_idx (list->value, index));

  self.at = g_array_index (places, guint32, index);
  self.store = json_object_get_userdata (document->root);
  if (wanted != NULL && peek (&self) == '{')
    scan_wanted (&self, &root);
  else
    scan_value (&self, &root);
  return root;
}

/* Moves from a list to its element @wanted. @index is that of the element at which the scanner is;
 * 0 before the bracket. */
static gboolean
descend_list (Scanner *self, guint64 index, guint64 wanted)
{
  for (; index < wanted; index++)
    {
      skip_blanks (self);
      if (peek (self) == ']' || !scan_value (self, NULL))
        return FALSE;
      skip_blanks (self);
      if (!accept (self, ','))
        return FALSE;
    }
  skip_blanks (self);
  return peek (self) != ']';
}

/* Moves from an object to the value of a member. */
static gboolean
descend_object (Scanner *self, const char *step)
{
  g_autoptr (GString) key = g_string_new (NULL);

  skip_blanks (self);
  while (peek (self) != '}')
    {
      /* The strings of the values are of no use here. */
      self->scratch = key;
      if (!scan_key (self))
        return FALSE;
      self->scratch = NULL;
      if (strcmp (key->str, step) == 0)
        {
          skip_blanks (self);
          return TRUE;
        }
      if (!scan_value (self, NULL))
        return FALSE;
      skip_blanks (self);
      if (!accept (self, ','))
        return FALSE;
    }
  return FALSE;
}

/* Moves from a value to the one that a step of a pointer leads to. @trace: (nullable): of step
 * number @depth, where it is among those that are remembered. */
static gboolean
descend (Scanner *self, const char *step, KaJsonTrace *trace, guint depth)
{
  const gsize container = self->at;
  gboolean    is_known = trace != NULL && trace->places[depth].offset > 0 &&
                      trace->places[depth].container == container;
  const gboolean is_list = peek (self) == '[';
  guint64        index = 0;

  if (is_list ? !g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT32, &index, NULL)
              : peek (self) != '{')
    return FALSE;
  self->at++;
  if (is_list)
    {
      is_known = is_known && trace->places[depth].key == NULL &&
                 trace->places[depth].index <= index;
      if (is_known)
        self->at = trace->places[depth].offset;
      if (!descend_list (self, is_known ? trace->places[depth].index : 0, index))
        return FALSE;
    }
  else if (is_known && g_strcmp0 (trace->places[depth].key, step) == 0)
    self->at = trace->places[depth].offset;
  else if (!descend_object (self, step))
    return FALSE;
  if (trace == NULL)
    return TRUE;
  g_free (trace->places[depth].key);
  trace->places[depth].key = is_list ? NULL : g_strdup (step);
  trace->places[depth].container = container;
  trace->places[depth].index = index;
  trace->places[depth].offset = self->at;
  return TRUE;
}

/* Undoes the escapes of a step of a JSON pointer. */
static char *
unescape_step (const char *step)
{
  GString *plain = g_string_new (step);

  g_string_replace (plain, "~1", "/", 0);
  g_string_replace (plain, "~0", "~", 0);
  return g_string_free (plain, FALSE);
}

static gsize
find (const char *text, gsize length, const char *pointer, KaJsonTrace *trace)
{
  Scanner self = { .text = text, .length = length };
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);
  gsize found;

  skip_blanks (&self);
  found = self.at;
  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      g_autofree char *step = unescape_step (steps[i]);

      if (!descend (&self, step, i <= KA_JSON_N_PLACES ? trace : NULL, i - 1))
        return found;
      found = self.at;
    }
  return found;
}

gsize
ka_json_find (const char *text, gsize length, const char *pointer)
{
  return find (text, length, pointer, NULL);
}

/* Counts on from one offset to another. */
static void
count_lines (const char *text, gsize from, gsize to, int *line, int *column)
{
  for (gsize i = from; i < to; i++)
    if (text[i] == '\n')
      {
        *line += 1;
        *column = 1;
      }
    else if (((guchar) text[i] & 0xC0) != 0x80)
      {
        *column += 1;
      }
}

void
ka_json_get_line (const char *text, gsize offset, int *line, int *column)
{
  *line = 1;
  *column = 1;
  count_lines (text, 0, offset, line, column);
}

void
ka_document_get_line (const KaDocument *self, gsize offset, int *line, int *column)
{
  KaJsonTrace *trace = self->trace;

  if (trace->line == 0 || offset < trace->offset)
    {
      trace->offset = 0;
      trace->line = 1;
      trace->column = 1;
    }
  count_lines (self->text, trace->offset, offset, &trace->line, &trace->column);
  trace->offset = offset;
  *line = trace->line;
  *column = trace->column;
}

void
ka_document_find (const KaDocument *self, const char *pointer, int *line, int *column)
{
  ka_document_get_line (self, find (self->text, self->length, pointer, self->trace), line, column);
}
