/* Rows of letters that stand twice in a row, as jlint/spelling/doubling.py looks for them. */
#ifndef JLINT_TWICE_H
#define JLINT_TWICE_H

#include "letters.h"

/* Finds the first row at or behind `at` that is followed by itself, and of those that begin there the shortest, of at
   most `longest` letters of words. Returns its length, 0 where there is none, and sets `start`. */
size_t first_twice(const letter *text, size_t length, size_t at, size_t longest, size_t *start);

#endif
