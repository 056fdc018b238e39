#include "likelihood.h"

#include <string.h>

static int likelihood(const Model *model, const Units *units, const letter *gram, size_t length) {
    int cost = 0;
    for (; length > 1; gram++, length--) {
        int count = level(model, gram, length);
        if (count != UNSEEN) {
            int shorter = level(model, gram, length - 1);
            return (count - (shorter > count ? shorter : count)) * units->per_level - cost;
        }
        cost += units->backing_off;
    }
    int count = level(model, gram, length);
    return (count == UNSEEN ? units->never : count * units->per_level - units->all) - cost;
}

/* That of the letter at an offset, after at most `longest - 1` before it. */
static int likelihood_at(const Model *model, const Units *units, const letter *text, size_t at, size_t longest) {
    size_t length = at + 1 < longest ? at + 1 : longest;
    return likelihood(model, units, text + at + 1 - length, length);
}

size_t changed(const letter *text, size_t length, Change change, size_t before, size_t behind, letter *written) {
    size_t first = change.start > before ? change.start - before : 0;
    size_t last = length - change.end > behind ? change.end + behind : length;
    size_t head = change.start - first, tail = last - change.end;
    memcpy(written, text + first, head * sizeof(letter));
    memcpy(written + head, change.right, change.right_length * sizeof(letter));
    memcpy(written + head + change.right_length, text + change.end, tail * sizeof(letter));
    return head + change.right_length + tail;
}

bool compare(const Model *model, const Units *units, const letter *text, size_t length, size_t longest, int *known,
             Change change, int least, Comparison *result) {
    letter repaired[MOST_AROUND];
    size_t stop = length - change.end > BEHIND ? change.end + BEHIND : length;
    int room = -least;
    result->before_count = result->after_count = 0;
    result->gain = 0;
    for (size_t at = change.start; at < stop; at++) {
        if (known[at] == NOT_COMPUTED)
            known[at] = likelihood_at(model, units, text, at, longest);
        result->before[result->before_count++] = known[at];
        result->gain -= known[at];
        room -= known[at];
    }
    size_t count = changed(text, length, change, longest - 1, BEHIND, repaired);
    for (size_t at = change.start < longest - 1 ? change.start : longest - 1; at < count; at++) {
        int likely = likelihood_at(model, units, repaired, at, longest);
        room += likely;
        if (room < 0) /* no later letter can raise it again */
            return false;
        result->after[result->after_count++] = likely;
        result->gain += likely;
    }
    return true;
}
