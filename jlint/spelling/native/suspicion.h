/* Which surprising places look like those that slips cause: jlint/spelling/suspicion.py. */
#ifndef JLINT_SUSPICION_H
#define JLINT_SUSPICION_H

#include "folded.h"

#define LETTERS_BEFORE 3
#define LETTERS_AROUND 6
#define LEVELS_A_STEP 3
#define STEPS 23 /* from -1, of levels of six bits */
#define UNKNOWN_ROWS 4
#define ACROSS 3
#define SHAPE_ROWS 5

typedef struct {
    letter letter;
    int at, weight;
} LetterWeight;

typedef struct {
    int start, least;
    int unknown[UNKNOWN_ROWS][ACROSS][SHAPE_ROWS];
    int around[STEPS], behind[STEPS], shape[STEPS];
    LetterWeight *letters; /* a hash table whose empty places have `at` -1 */
    size_t letters_size;   /* a power of two */
} Suspicion;

/* Sets the weights from what `packed_weights` in jlint/spelling/native.py returns; false if that is damaged or there
   is no memory. */
bool open_suspicion(Suspicion *suspicion, const int32_t *packed, size_t count);
void close_suspicion(Suspicion *suspicion);

/* Whether a surprising place may be due to a slip, if the odds are better than the least by a margin. */
bool is_suspicious(const Suspicion *suspicion, const Model *model, const Folded *folded, size_t place, int margin);

#endif
