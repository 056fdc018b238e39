#include "search.h"

#include <string.h>

#include "fold.h"

#define AROUND 10 /* letters on either side that are enough to know the shape around a repair */
#define LONG 5    /* letters of which some row around a repair must be known */

typedef struct {
    const Statistics *statistics;
    Folded *folded;
    Receiver receiver;
    void *context;
    size_t place; /* in the shape */
} Search;

static Change change_of(size_t start, size_t end, const Word *right) {
    Change change = {start, end, right->length, right->letters};
    return change;
}

static bool is_shape_known(const Model *model, const Folded *folded, Change change) {
    letter before[AROUND], behind[AROUND], around[2 * OF_SHAPE + MOST_WORD], shape[2 * OF_SHAPE + MOST_WORD];
    size_t first = change.start > AROUND ? change.start - AROUND : 0;
    size_t last = folded->length - change.end > AROUND ? change.end + AROUND : folded->length;
    size_t before_count = shape_of(folded->text + first, change.start - first, before, NULL);
    size_t behind_count = shape_of(folded->text + change.end, last - change.end, behind, NULL);
    size_t head = before_count < OF_SHAPE - 1 ? before_count : OF_SHAPE - 1;
    size_t tail = behind_count < OF_SHAPE - 1 ? behind_count : OF_SHAPE - 1;
    memcpy(around, before + before_count - head, head * sizeof(letter));
    memcpy(around + head, change.right, change.right_length * sizeof(letter));
    memcpy(around + head + change.right_length, behind, tail * sizeof(letter));
    size_t count = shape_of(around, head + change.right_length + tail, shape, NULL);
    return all_known(model, shape, count, OF_SHAPE);
}

/* Whether all rows of letters around a repair are known once it is made. */
static bool is_known(const Model *model, const Folded *folded, Change change) {
    letter around[2 * LONG + MOST_WORD];
    if (change.end > change.start || change.right_length > 1) { /* else they were looked up when it was chosen */
        size_t count = changed(folded->text, folded->length, change, OF_TEXT - 1, OF_TEXT - 1, around);
        if (!all_known(model, around, count, OF_TEXT))
            return false;
    }
    size_t count = changed(folded->text, folded->length, change, LONG - 1, LONG - 1, around);
    return any_known(model, around, count, LONG) && is_shape_known(model, folded, change);
}

static bool weigh(const Statistics *statistics, Folded *folded, Weighed *found) {
    const LeastGains *least = &statistics->least;
    Change in_text = change_of(found->start, found->end, &found->right), in_shape = in_text;
    in_shape.start = found->shape_start;
    in_shape.end = found->shape_start + found->end - found->start;
    if (!compare(&statistics->model, &statistics->units, folded->shape, folded->shape_length, LONGEST_SHAPE,
                 folded->shape_likelihoods, in_shape, least->of_shape, &found->shape))
        return false;
    int of_both = least->of_both - found->shape.gain / 2; /* the gain is even, and not negative */
    return compare(&statistics->model, &statistics->units, folded->text, folded->length, LONGEST, folded->likelihoods,
                   in_text, of_both > least->of_letters ? of_both : least->of_letters, &found->letters);
}

/* Passes a repair on if it is known and gains enough; returns false if the search ends. */
static bool try_repair(Search *search, enum slip slip, size_t start, size_t end, const Word *right) {
    Weighed found;
    if (!is_known(&search->statistics->model, search->folded, change_of(start, end, right)))
        return true;
    found.slip = slip;
    found.start = start;
    found.end = end;
    found.shape_start = search->place;
    found.right = *right;
    return !weigh(search->statistics, search->folded, &found) || search->receiver(&found, search->context);
}

/* Whether the letters before it and a word's first, and its last and those behind it, are known to occur together. */
static bool fits(const Model *model, const letter *before, size_t before_count, const Word *word, const letter *behind,
                 size_t behind_count) {
    letter row[OF_TEXT];
    memcpy(row, before, before_count * sizeof(letter));
    row[before_count] = word->letters[0];
    if (level(model, row, before_count + 1) == UNSEEN)
        return false;
    row[0] = word->letters[word->length - 1];
    memcpy(row + 1, behind, behind_count * sizeof(letter));
    return level(model, row, 1 + behind_count) != UNSEEN;
}

/* The hiragana and small words that may be missing before a letter of the text. */
static bool try_missing(Search *search, size_t at) {
    const Statistics *statistics = search->statistics;
    const Folded *folded = search->folded;
    letter found[MOST_LISTED + 1];
    size_t before = at < 2 ? at : 2, behind = folded->length - at < 2 ? folded->length - at : 2;
    const letter *text = folded->text;
    size_t count = fillers(&statistics->model, text[at - 1], text[at], found);
    for (size_t number = 0; number < count + statistics->small_word_count; number++) {
        Word filler = {{number < count ? found[number] : 0}, 1};
        const Word *word = number < count ? &filler : &statistics->small_words[number - count];
        if (fits(&statistics->model, text + at - before, before, word, text + at, behind) &&
            !try_repair(search, MISSING, at, at, word))
            return false;
    }
    return true;
}

static bool is_small_word(const Statistics *statistics, letter first, letter second) {
    for (size_t number = 0; number < statistics->small_word_count; number++) {
        const Word *word = &statistics->small_words[number];
        if (word->length == 2 && word->letters[0] == first && word->letters[1] == second)
            return true;
    }
    return false;
}

/* What may be right instead of a hiragana of the text, or of two. */
static bool try_surplus_or_wrong(Search *search, size_t at) {
    static const Word nothing = {{0}, 0};
    const Statistics *statistics = search->statistics;
    const Folded *folded = search->folded;
    letter found[MOST_LISTED + 1], one = folded->text[at], next = folded->text[at + 1];
    size_t before = at < 2 ? at : 2, behind = folded->length - at - 1 < 2 ? folded->length - at - 1 : 2;
    const letter *text = folded->text;
    if (!try_repair(search, SURPLUS, at, at + 1, &nothing))
        return false;
    size_t count = fillers(&statistics->model, text[at - 1], next, found);
    for (size_t number = 0; number < count; number++) {
        Word filler = {{found[number]}, 1};
        if (found[number] != one &&
            fits(&statistics->model, text + at - before, before, &filler, text + at + 1, behind) &&
            !try_repair(search, WRONG, at, at + 1, &filler))
            return false;
    }
    if (!is_hiragana(next))
        return true;
    Word swapped = {{next, one}, 2};
    if (next != one && !try_repair(search, SWAPPED, at, at + 2, &swapped))
        return false;
    return !is_small_word(statistics, one, next) || try_repair(search, SURPLUS, at, at + 2, &nothing);
}

static void forget_likelihoods(Folded *folded) {
    for (size_t at = 0; at < folded->length; at++)
        folded->likelihoods[at] = folded->shape_likelihoods[at] = NOT_COMPUTED;
}

bool search(const Statistics *statistics, Folded *folded, int margin, Receiver receiver, void *context) {
    Search search = {statistics, folded, receiver, context, 0};
    bool begun = false;
    if (!find_unknown_rows(folded, &statistics->model))
        return true;
    find_surprising_places(folded);
    for (search.place = 1; search.place + 1 < folded->shape_length; search.place++) {
        if (!folded->places[search.place] ||
            !is_suspicious(&statistics->suspicion, &statistics->model, folded, search.place, margin))
            continue;
        if (!begun)
            forget_likelihoods(folded);
        begun = true;
        size_t at = folded->offsets[search.place];
        if (!try_missing(&search, at) || (is_hiragana(folded->text[at]) && !try_surplus_or_wrong(&search, at)))
            return false;
    }
    return true;
}
