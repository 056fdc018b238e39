/* Classes of characters, as the regular expressions of jlint/spelling/folding.py and rows.py have them. */
#ifndef JLINT_LETTERS_H
#define JLINT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t letter; /* a code point, lone surrogates included */

/* What runs are folded to, in a text (EDGE, LATIN, NUMBER) and in its shape (KANJI, COMPOUND, KATAKANA). */
#define EDGE 0x0A
#define LATIN 'A'
#define NUMBER '0'
#define KANJI 'K'
#define COMPOUND 'J'
#define KATAKANA 'T'

static inline bool between(letter c, letter first, letter last) { return c >= first && c <= last; }

static inline bool is_hiragana(letter c) { return between(c, 0x3041, 0x3096); }

static inline bool is_katakana(letter c) { return between(c, 0x30A1, 0x30FA) || c == 0x30FC; }

static inline bool is_kanji(letter c) { return between(c, 0x4E00, 0x9FFF) || c == 0x3005 || c == 0x3006; }

/* A character whose neighbours say nothing: a symbol, another script, and the kanji and katakana of a shape. */
static inline bool is_odd(letter c) {
    switch (c) {
    case LATIN: case NUMBER: case EDGE:
    case 0x3001: case 0x3002: case 0x300C: case 0x300D:
        return false;
    default:
        return !is_hiragana(c) && !is_katakana(c) && !is_kanji(c);
    }
}

#endif
