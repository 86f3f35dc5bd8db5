/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Parses a document with json-c and does nothing with it: what loading an atlas is measured by.
 */
#include <json-c/json.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  struct json_object *root = argc == 2 ? json_object_from_file (argv[1]) : NULL;

  if (root == NULL)
    {
      fprintf (stderr, "usage: parse-json DOCUMENT, which must be JSON\n");
      return 1;
    }
  json_object_put (root);

  return 0;
}
