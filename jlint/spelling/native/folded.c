#include "folded.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "likelihood.h"

static size_t least_of(size_t one, size_t other) { return one < other ? one : other; }
static size_t most_of(size_t one, size_t other) { return one > other ? one : other; }

bool make_folded(Folded *folded, const letter *sentence, size_t length) {
    size_t most = length + 2; /* with both edges */
    size_t each = 2 * sizeof(size_t) + 2 * sizeof(letter) + 2 * sizeof(int) + 3;
    if (most > SIZE_MAX / each - 1)
        return false;
    folded->memory = malloc((most + 1) * each);
    if (!folded->memory)
        return false;
    folded->offsets = folded->memory;
    folded->in_shape = folded->offsets + most + 1;
    folded->text = (letter *)(folded->in_shape + most + 1);
    folded->shape = folded->text + most + 1;
    folded->likelihoods = (int *)(folded->shape + most + 1);
    folded->shape_likelihoods = folded->likelihoods + most + 1;
    folded->unknown = (unsigned char *)(folded->shape_likelihoods + most + 1);
    folded->rare = folded->unknown + most + 1;
    folded->places = folded->rare + most + 1;
    folded->length = fold(sentence, length, folded->text);
    folded->shape_length = shape_of(folded->text, folded->length, folded->shape, folded->offsets);
    memset(folded->unknown, 0, 3 * (most + 1));
    return true;
}

void free_folded(Folded *folded) { free(folded->memory); }

static bool any_odd(const letter *row, size_t width) {
    for (size_t at = 0; at < width; at++)
        if (is_odd(row[at]))
            return true;
    return false;
}

static bool any_hiragana(const letter *row, size_t width) {
    for (size_t at = 0; at < width; at++)
        if (is_hiragana(row[at]))
            return true;
    return false;
}

bool find_unknown_rows(Folded *folded, const Model *model) {
    bool any = false;
    for (size_t at = 0; at + OF_TEXT <= folded->length; at++) {
        const letter *row = folded->text + at;
        folded->unknown[at] = !any_odd(row, OF_TEXT) && level(model, row, OF_TEXT) == UNSEEN;
        any |= folded->unknown[at];
    }
    for (size_t at = 0; at + OF_SHAPE <= folded->shape_length; at++) {
        const letter *row = folded->shape + at;
        folded->rare[at] =
            any_hiragana(row, OF_SHAPE) && !any_odd(row, OF_SHAPE) && level(model, row, OF_SHAPE) == UNSEEN;
        any |= folded->rare[at];
    }
    return any;
}

static void find_in_shape(Folded *folded) {
    for (size_t at = 0; at < folded->length; at++)
        folded->in_shape[at] = NOT_IN_SHAPE;
    for (size_t at = 0; at < folded->shape_length; at++)
        folded->in_shape[folded->offsets[at]] = at;
}

static void places_of_shape(Folded *folded, size_t first, size_t last) {
    size_t end = least_of(folded->shape_length - 1, first + OF_SHAPE);
    for (size_t at = most_of(1, least_of(last, first + OF_SHAPE - 1)); at < end; at++)
        folded->places[at] = true;
}

static void places_of_text(Folded *folded, size_t first, size_t last) {
    size_t end = least_of(folded->length - 1, first + OF_TEXT + 1);
    for (size_t at = most_of(1, least_of(last, first + OF_TEXT - 1)); at < end; at++)
        if (folded->in_shape[at] != NOT_IN_SHAPE)
            folded->places[folded->in_shape[at]] = true;
}

static bool counts_in_text(const Folded *folded, size_t at) {
    return folded->unknown[at] && any_hiragana(folded->text + at, OF_TEXT);
}

void find_surprising_places(Folded *folded) {
    find_in_shape(folded);
    for (size_t at = 0; at < folded->shape_length; at++) {
        if (!folded->rare[at])
            continue;
        size_t first = at;
        while (folded->rare[at + 1]) /* no row begins at the last letters */
            at++;
        if (at - first < MOST_IN_A_ROW)
            places_of_shape(folded, first, at);
    }
    for (size_t at = 0; at < folded->length; at++) {
        if (!counts_in_text(folded, at))
            continue;
        size_t first = at;
        while (counts_in_text(folded, at + 1))
            at++;
        if (at - first < MOST_IN_A_ROW)
            places_of_text(folded, first, at);
    }
}
