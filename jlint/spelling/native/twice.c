#include "twice.h"

#include <string.h>

static bool is_of_a_word(letter c) {
    return is_hiragana(c) || is_katakana(c) || between(c, 0x4E00, 0x9FFF) || c == 0x3005 || between(c, 'A', 'Z') ||
           between(c, 'a', 'z') || between(c, '0', '9');
}

size_t first_twice(const letter *text, size_t length, size_t at, size_t longest, size_t *start) {
    for (size_t first = at; first < length; first++) {
        for (size_t copy = 1; copy <= longest && copy <= (length - first) / 2; copy++) {
            if (!is_of_a_word(text[first + copy - 1]))
                break;
            if (text[first] == text[first + copy] && !memcmp(text + first, text + first + copy, copy * sizeof(letter))) {
                *start = first;
                return copy;
            }
        }
    }
    return 0;
}
