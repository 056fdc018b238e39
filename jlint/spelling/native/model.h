/* The counts of n-grams: what jlint/spelling/model.py reads, from the same bytes. */
#ifndef JLINT_MODEL_H
#define JLINT_MODEL_H

#include "letters.h"

#define TAG_BITS 10
#define UNSEEN (-1)
#define GAP 0
#define MOST_LISTED 86

typedef struct {
    const unsigned char *grams, *fillers, *listed; /* little-endian, of 2, 4 and 2 bytes each; not aligned */
    uint32_t gram_size, filler_size;               /* cells of a third of each table */
    size_t listed_size;
} Model;

/* Must be called once before the others. */
void prepare_keys(void);

/* Sets the tables that begin at `start`, and returns whether they fit into the buffer and have a possible size. */
bool open_model(Model *model, const unsigned char *buffer, size_t size, size_t start, uint32_t gram_size,
                uint32_t filler_size);

/* How often an n-gram occurs, as a logarithm; UNSEEN where it is too rare to be kept. */
int level(const Model *model, const letter *gram, size_t length);

/* The hiragana that occur between two letters, the most common first: writes at most MOST_LISTED + 1. */
size_t fillers(const Model *model, letter before, letter behind, letter *found);

/* Whether no row of `width` letters is unknown. */
bool all_known(const Model *model, const letter *text, size_t length, size_t width);

/* Whether some row of `width` letters is known. */
bool any_known(const Model *model, const letter *text, size_t length, size_t width);

#endif
