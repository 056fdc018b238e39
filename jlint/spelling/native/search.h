/* The repairs of hiragana worth weighing: jlint/spelling/candidates.py, and `weigh` of features.py. */
#ifndef JLINT_SEARCH_H
#define JLINT_SEARCH_H

#include "folded.h"
#include "likelihood.h"
#include "suspicion.h"

enum slip { MISSING, SURPLUS, WRONG, SWAPPED };

typedef struct {
    letter letters[MOST_WORD];
    size_t length;
} Word;

typedef struct {
    enum slip slip;
    size_t start, end, shape_start;
    Word right;
    Comparison letters, shape;
} Weighed;

/* The least gains of a repair, as features.py has them. */
typedef struct {
    int of_letters, of_shape, of_both;
} LeastGains;

typedef struct {
    Model model;
    Suspicion suspicion;
    Units units;
    LeastGains least;
    Word *small_words;
    size_t small_word_count;
} Statistics;

/* Is given each repair worth weighing; a search ends where it returns false. */
typedef bool (*Receiver)(const Weighed *found, void *context);

/* Finds the repairs of all suspicious places, in order. Returns false if the receiver did. */
bool search(const Statistics *statistics, Folded *folded, int margin, Receiver receiver, void *context);

#endif
