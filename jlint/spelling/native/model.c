#include "model.h"

static uint32_t byte_table[2][256]; /* CRC-32 of a byte, and of a byte with a zero byte behind it */

void prepare_keys(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t sum = byte;
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 1 ? 0xEDB88320u ^ (sum >> 1) : sum >> 1;
        byte_table[0][byte] = sum;
    }
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t sum = byte_table[0][byte];
        byte_table[1][byte] = byte_table[0][sum & 255] ^ (sum >> 8);
    }
}

/* CRC-32 goes on over a unit of UTF-16, low byte first. */
static inline uint32_t over_unit(uint32_t sum, uint32_t unit) {
    sum ^= unit;
    return byte_table[1][sum & 255] ^ byte_table[0][(sum >> 8) & 255] ^ (sum >> 16);
}

static inline uint32_t key_of(const letter *text, size_t length) {
    uint32_t sum = 0xFFFFFFFFu;
    for (size_t at = 0; at < length; at++) {
        letter c = text[at];
        if (c < 0x10000) {
            sum = over_unit(sum, c);
        } else {
            sum = over_unit(sum, 0xD800 | ((c - 0x10000) >> 10));
            sum = over_unit(sum, 0xDC00 | ((c - 0x10000) & 0x3FF));
        }
    }
    return ~sum;
}

static inline uint32_t two_bytes(const unsigned char *table, size_t at) {
    return (uint32_t)table[2 * at] | (uint32_t)table[2 * at + 1] << 8;
}

static inline uint32_t four_bytes(const unsigned char *table, size_t at) {
    return two_bytes(table, 2 * at) | two_bytes(table, 2 * at + 1) << 16;
}

bool open_model(Model *model, const unsigned char *buffer, size_t size, size_t start, uint32_t gram_size,
                uint32_t filler_size) {
    const uint32_t least = 2, most = UINT32_MAX / 2 - 1; /* the sizes less and more one are divisors */
    if (gram_size < least || gram_size > most || filler_size < least || filler_size > most || start > size)
        return false;
    uint64_t needed = 6 * (uint64_t)gram_size + 12 * (uint64_t)filler_size;
    if (needed > size - start)
        return false;
    model->grams = buffer + start;
    model->fillers = model->grams + 6 * (size_t)gram_size;
    model->listed = model->fillers + 12 * (size_t)filler_size;
    model->gram_size = gram_size;
    model->filler_size = filler_size;
    model->listed_size = (size - start - (size_t)needed) / 2;
    return true;
}

int level(const Model *model, const letter *gram, size_t length) {
    uint32_t key = key_of(gram, length), size = model->gram_size;
    uint32_t cell = two_bytes(model->grams, key % (size - 1)) ^
                    two_bytes(model->grams, (size_t)size - 1 + key % size) ^
                    two_bytes(model->grams, 2 * (size_t)size - 1 + key % (size + 1));
    return (cell ^ key >> (32 - TAG_BITS)) & ((1 << TAG_BITS) - 1) ? UNSEEN : (int)(cell >> TAG_BITS);
}

size_t fillers(const Model *model, letter before, letter behind, letter *found) {
    letter around[] = {before, GAP, behind};
    uint32_t key = key_of(around, 3), size = model->filler_size;
    uint32_t cell = four_bytes(model->fillers, key % (size - 1)) ^
                    four_bytes(model->fillers, (size_t)size - 1 + key % size) ^
                    four_bytes(model->fillers, 2 * (size_t)size - 1 + key % (size + 1));
    size_t at = cell >> TAG_BITS, count = 0;
    if ((cell ^ key >> (32 - TAG_BITS)) & ((1 << TAG_BITS) - 1))
        return 0;
    for (; count <= MOST_LISTED && at + count < model->listed_size; count++) {
        found[count] = two_bytes(model->listed, at + count);
        if (!found[count])
            break;
    }
    return count;
}

bool all_known(const Model *model, const letter *text, size_t length, size_t width) {
    for (size_t at = 0; at + width <= length; at++)
        if (level(model, text + at, width) == UNSEEN)
            return false;
    return true;
}

bool any_known(const Model *model, const letter *text, size_t length, size_t width) {
    for (size_t at = 0; at + width <= length; at++)
        if (level(model, text + at, width) != UNSEEN)
            return true;
    return false;
}
