/* How likely letters are after those before them: jlint/spelling/likelihood.py, in its units. */
#ifndef JLINT_LIKELIHOOD_H
#define JLINT_LIKELIHOOD_H

#include <limits.h>

#include "model.h"

#define NOT_COMPUTED INT_MIN
#define BEHIND 5 /* letters after a repair whose likelihood depends on it */
#define LONGEST 5
#define LONGEST_SHAPE 6
#define MOST_WORD 4 /* letters of the longest repair */
#define MOST_COMPARED (MOST_WORD + BEHIND)
#define MOST_AROUND (LONGEST_SHAPE - 1 + MOST_COMPARED)

typedef struct {
    int per_level, backing_off, never, all;
} Units;

typedef struct {
    int before[MOST_COMPARED], after[MOST_COMPARED];
    size_t before_count, after_count;
    int gain;
} Comparison;

/* Where `right` replaces the letters `start` to `end`, both at most MOST_WORD long. */
typedef struct {
    size_t start, end, right_length;
    const letter *right;
} Change;

/* Compares the likelihoods before and after a change of a text, whose own are kept in `known`; returns false if it
   gains less than `least`. */
bool compare(const Model *model, const Units *units, const letter *text, size_t length, size_t longest, int *known,
             Change change, int least, Comparison *result);

/* Writes the letters `first` to `last` of a text, cut to it, with a change made; returns how many they are. */
size_t changed(const letter *text, size_t length, Change change, size_t before, size_t behind, letter *written);

#endif
