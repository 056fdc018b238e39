/* Folded sentences: what jlint/spelling/folding.py does, in C. */
#ifndef JLINT_FOLD_H
#define JLINT_FOLD_H

#include "letters.h"

/* Writes the folded form of a sentence of `length` letters, at most `length + 2`, and returns how many it has. */
size_t fold(const letter *sentence, size_t length, letter *text);

/* Writes the shape of some letters, at most `length`, and returns how many it has. `offsets`, if not NULL, gets the
   offset in the text of each letter of the shape, and of the end. */
size_t shape_of(const letter *text, size_t length, letter *shape, size_t *offsets);

#endif
