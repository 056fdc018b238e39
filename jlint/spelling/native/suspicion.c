#include "suspicion.h"

#include <stdlib.h>
#include <string.h>

#define NOWHERE ' '

static size_t hash_of(const Suspicion *suspicion, letter c, int at) {
    return ((c * 8 + (uint32_t)at) * 2654435761u >> 12) & (suspicion->letters_size - 1);
}

static LetterWeight *slot_of(const Suspicion *suspicion, letter c, int at) {
    size_t slot = hash_of(suspicion, c, at);
    while (suspicion->letters[slot].at >= 0 &&
           (suspicion->letters[slot].letter != c || suspicion->letters[slot].at != at))
        slot = (slot + 1) & (suspicion->letters_size - 1);
    return &suspicion->letters[slot];
}

bool open_suspicion(Suspicion *suspicion, const int32_t *packed, size_t count) {
    const size_t fixed = 2 + UNKNOWN_ROWS * ACROSS * SHAPE_ROWS + 3 * STEPS;
    suspicion->letters = NULL;
    if (count < fixed || (count - fixed) % 3)
        return false;
    suspicion->start = *packed++;
    suspicion->least = *packed++;
    int *tables[] = {&suspicion->unknown[0][0][0], suspicion->around, suspicion->behind, suspicion->shape};
    size_t sizes[] = {UNKNOWN_ROWS * ACROSS * SHAPE_ROWS, STEPS, STEPS, STEPS};
    for (int table = 0; table < 4; table++)
        for (size_t at = 0; at < sizes[table]; at++)
            tables[table][at] = *packed++;
    size_t letters = (count - fixed) / 3;
    for (suspicion->letters_size = 2; suspicion->letters_size < 3 * letters;)
        suspicion->letters_size *= 2;
    suspicion->letters = malloc(suspicion->letters_size * sizeof(LetterWeight));
    if (!suspicion->letters)
        return false;
    for (size_t slot = 0; slot < suspicion->letters_size; slot++)
        suspicion->letters[slot].at = -1;
    for (; letters; letters--, packed += 3) {
        if (packed[0] < 0 || packed[0] >= LETTERS_AROUND)
            return false;
        LetterWeight weight = {(letter)packed[1], packed[0], packed[2]};
        *slot_of(suspicion, weight.letter, weight.at) = weight;
    }
    return true;
}

void close_suspicion(Suspicion *suspicion) {
    free(suspicion->letters);
    suspicion->letters = NULL;
}

static int weight_of_letter(const Suspicion *suspicion, letter c, int at) {
    const LetterWeight *found = slot_of(suspicion, c, at);
    return found->at >= 0 ? found->weight : 0;
}

static int step_of(int level) { return level == UNSEEN ? 0 : level / LEVELS_A_STEP + 1; }

bool is_suspicious(const Suspicion *suspicion, const Model *model, const Folded *folded, size_t place, int margin) {
    letter letters[LETTERS_AROUND];
    int odds = suspicion->start;
    for (size_t at = 0; at < LETTERS_AROUND; at++) {
        bool inside = place + at >= LETTERS_BEFORE && place + at - LETTERS_BEFORE < folded->shape_length;
        letters[at] = inside ? folded->shape[place + at - LETTERS_BEFORE] : NOWHERE;
        odds += weight_of_letter(suspicion, letters[at], (int)at);
    }
    size_t at = folded->offsets[place];
    int across = folded->unknown[at - 1] + (at >= 2 && folded->unknown[at - 2]), rows = 0;
    for (size_t back = 0; back < OF_SHAPE && back <= place; back++)
        rows += folded->rare[place - back];
    odds += suspicion->unknown[folded->unknown[at] + across][across][rows];
    odds += suspicion->around[step_of(level(model, folded->text + at - 1, 2))];
    odds += suspicion->behind[step_of(level(model, folded->text + at, 2))];
    int one = level(model, letters + 2, 3), other = level(model, letters + 1, 3);
    odds += suspicion->shape[step_of(one < other ? one : other)];
    return odds >= suspicion->least + margin;
}
