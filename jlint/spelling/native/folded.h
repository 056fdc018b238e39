/* A folded sentence with all that is found out about it on the way to its candidate repairs. */
#ifndef JLINT_FOLDED_H
#define JLINT_FOLDED_H

#include "model.h"

#define OF_TEXT 3
#define OF_SHAPE 4
#define MOST_IN_A_ROW 4
#define NOT_IN_SHAPE SIZE_MAX

typedef struct {
    letter *text, *shape;
    size_t length, shape_length;
    size_t *offsets;       /* in the text of each letter of the shape, and of the end */
    size_t *in_shape;      /* of each offset of the text; NOT_IN_SHAPE inside a run of one script */
    unsigned char *unknown, *rare; /* whether an unknown row of the text, of the shape begins at an offset */
    unsigned char *places;         /* whether a letter of the shape is surprising */
    int *likelihoods, *shape_likelihoods; /* by offset, NOT_COMPUTED until needed */
    void *memory;
} Folded;

/* Allocates; returns false if there is no memory. */
bool make_folded(Folded *folded, const letter *sentence, size_t length);
void free_folded(Folded *folded);

/* Sets `unknown` and `rare`, and returns whether there is any. */
bool find_unknown_rows(Folded *folded, const Model *model);

/* Sets `places`: the letters that all unknown rows nearby have in common. */
void find_surprising_places(Folded *folded);

#endif
