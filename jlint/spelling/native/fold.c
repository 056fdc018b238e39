#include "fold.h"

#include <string.h>

/* One form of punctuation and quotation marks; line breaks become spaces. */
static letter in_one_form(letter c) {
    switch (c) {
    case '(': return 0xFF08;
    case ')': return 0xFF09;
    case ',': case 0xFF0C: return 0x3001;
    case 0xFF0E: return 0x3002;
    case '!': return 0xFF01;
    case '?': return 0xFF1F;
    case ':': return 0xFF1A;
    case 0x201C: return 0x300C;
    case 0x201D: return 0x300D;
    case '\n': case '\r': return ' ';
    default: return c;
    }
}

static bool is_space(letter c) { return c == ' ' || c == 0x3000; }

static bool is_latin(letter c) { return between(c, 'A', 'Z') || between(c, 'a', 'z'); }

static bool is_digit(letter c) { return between(c, '0', '9') || between(c, 0xFF10, 0xFF19); }

/* What a run begins with, and its first word goes on with; U+FFFC stands for code. */
static bool is_of_word(letter c) {
    return is_latin(c) || is_digit(c) || between(c, 0xFF21, 0xFF3A) || between(c, 0xFF41, 0xFF5A) || c == '_' ||
           c == 0xFFFC;
}

/* What the further words of a run consist of. */
static bool is_of_next_word(letter c) {
    return is_latin(c) || between(c, '0', '9') || c == '_' || c == 0xFFFC || c == '+' || c == '#';
}

static bool is_between_words(letter c) {
    switch (c) {
    case ' ': case '.': case ',': case ':': case '/': case '+': case '#': case '@': case '&': case '\'': case 0x2019:
    case '_': case '-':
        return true;
    default:
        return false;
    }
}

static bool is_of_number(letter c) {
    switch (c) {
    case ',': case '.': case 0xFF0C: case 0xFF0E: case ':': case '/': case 0xFF05: case '%': case '-':
        return true;
    default:
        return is_digit(c);
    }
}

#define MOST_BETWEEN 4
#define MOST_SPACES 2

static size_t behind_spaces(const letter *text, size_t at, size_t length) {
    for (int count = 0; count < MOST_SPACES && at < length && is_space(text[at]); count++)
        at++;
    return at;
}

static size_t behind_words(const letter *text, size_t at, size_t length) {
    while (at < length && is_of_word(text[at]))
        at++;
    for (;;) {
        size_t separators = 0;
        while (separators < MOST_BETWEEN && at + separators < length && is_between_words(text[at + separators]))
            separators++;
        /* some separators may be part of the next word: the fewer are left, the longer that is */
        size_t next = at + separators;
        while (next > at && !(next < length && is_of_next_word(text[next])))
            next--;
        if (next >= length || !is_of_next_word(text[next]))
            return at;
        for (at = next; at < length && is_of_next_word(text[at]); at++) {}
    }
}

/* The end of the run that begins at a place, and what it is folded to; the place itself where none does. */
static size_t behind_run(const letter *text, size_t at, size_t length, letter *folded) {
    size_t start = behind_spaces(text, at, length);
    if (start >= length || !is_of_word(text[start]))
        return at;
    if (is_digit(text[start])) {
        size_t end = start + 1;
        while (end < length && is_of_number(text[end]))
            end++;
        if (end >= length || !is_latin(text[end])) {
            *folded = NUMBER;
            return behind_spaces(text, end, length);
        }
    }
    *folded = LATIN;
    return behind_spaces(text, behind_words(text, start, length), length);
}

size_t fold(const letter *sentence, size_t length, letter *text) {
    /* the text never grows faster than the sentence is read: it is folded in place, behind the first edge */
    letter *in_form = text + 1;
    for (size_t at = 0; at < length; at++)
        in_form[at] = in_one_form(sentence[at]);
    size_t written = 0;
    for (size_t at = 0; at < length;) {
        letter folded = 0;
        size_t end = behind_run(in_form, at, length, &folded);
        if (end > at) {
            in_form[written++] = folded;
            at = end;
        } else {
            in_form[written++] = in_form[at++];
        }
    }
    text[0] = EDGE;
    in_form[written] = EDGE;
    return written + 2;
}

size_t shape_of(const letter *text, size_t length, letter *shape, size_t *offsets) {
    size_t written = 0;
    for (size_t at = 0; at < length; written++) {
        size_t start = at;
        letter first = text[at++];
        if (offsets)
            offsets[written] = start;
        if (is_kanji(first)) {
            while (at < length && is_kanji(text[at]))
                at++;
            shape[written] = at - start > 1 ? COMPOUND : KANJI;
        } else if (is_katakana(first)) {
            while (at < length && is_katakana(text[at]))
                at++;
            shape[written] = KATAKANA;
        } else {
            shape[written] = first;
        }
    }
    if (offsets)
        offsets[written] = length;
    return written;
}
