/* The Python module `jlint.spelling._kernel`: the class `Kernel`. Only the limited API of CPython 3.11 is used, so that
   one build serves every later version. */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030B0000
#include <Python.h>

#include <stdlib.h>

#include "fold.h"
#include "search.h"
#include "twice.h"

/* Is raised with every change that a build of an earlier state couldn't take part in. */
#define INTERFACE 2
#define UNIT_COUNT 7

typedef struct {
    PyObject_HEAD
    Statistics statistics;
    Py_buffer buffer;
    bool has_buffer;
} Kernel;

/* The code points of a text, to be freed with `PyMem_Free`; NULL with an exception. */
static letter *letters_of(PyObject *text, size_t *length) {
    if (!PyUnicode_Check(text)) {
        PyErr_SetString(PyExc_TypeError, "a str is needed");
        return NULL;
    }
    Py_ssize_t count = PyUnicode_GetLength(text);
    letter *letters = count < 0 ? NULL : PyMem_Malloc(((size_t)count + 1) * sizeof(letter));
    if (!letters)
        return count < 0 ? NULL : (letter *)PyErr_NoMemory();
    if (!PyUnicode_AsUCS4(text, letters, count + 1, 1)) {
        PyMem_Free(letters);
        return NULL;
    }
    *length = (size_t)count;
    return letters;
}

static PyObject *text_of(const letter *letters, size_t length) {
    int order = 0; /* that of the machine, and no mark for it: a U+FEFF is a letter like any other */
    static const union { uint16_t number; unsigned char first; } one = {1};
    order = one.first ? -1 : 1;
    return PyUnicode_DecodeUTF32((const char *)letters, (Py_ssize_t)(length * sizeof(letter)), "surrogatepass", &order);
}

/* Folds a text; returns false with an exception. What it makes is to be freed with `free_folded`. */
static bool fold_text(PyObject *text, Folded *folded) {
    size_t length;
    letter *letters = letters_of(text, &length);
    if (!letters)
        return false;
    bool made = make_folded(folded, letters, length);
    PyMem_Free(letters);
    if (!made)
        PyErr_NoMemory();
    return made;
}

static PyObject *numbers(const int *values, size_t count) {
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (size_t at = 0; tuple && at < count; at++) {
        PyObject *value = PyLong_FromLong(values[at]);
        if (!value || PyTuple_SetItem(tuple, (Py_ssize_t)at, value)) {
            Py_DECREF(tuple);
            return NULL;
        }
    }
    return tuple;
}

static bool append_to_list(const Weighed *found, void *list) {
    PyObject *item = Py_BuildValue(
        "(innNnNNNN)", (int)found->slip, (Py_ssize_t)found->start, (Py_ssize_t)found->end,
        text_of(found->right.letters, found->right.length), (Py_ssize_t)found->shape_start,
        numbers(found->letters.before, found->letters.before_count),
        numbers(found->letters.after, found->letters.after_count),
        numbers(found->shape.before, found->shape.before_count),
        numbers(found->shape.after, found->shape.after_count));
    bool ok = item && !PyList_Append(list, item);
    Py_XDECREF(item);
    return ok;
}

PyDoc_STRVAR(weighed_doc,
             "weighed(sentence, margin, /)\n--\n\n"
             "The repairs of hiragana worth weighing, in order: for each the number of its slip, the folded letters\n"
             "from start to end that `right` replaces, the offset of start in the shape, and the likelihoods of\n"
             "letters and of the shape before and after it. `margin` as for `is_suspicious`.");

static PyObject *kernel_weighed(Kernel *self, PyObject *args) {
    PyObject *sentence;
    int margin;
    Folded folded;
    if (!PyArg_ParseTuple(args, "Ui", &sentence, &margin))
        return NULL;
    if (!fold_text(sentence, &folded))
        return NULL;
    PyObject *list = PyList_New(0);
    if (list && !search(&self->statistics, &folded, margin, append_to_list, list)) {
        Py_DECREF(list);
        list = NULL;
    }
    free_folded(&folded);
    return list;
}

PyDoc_STRVAR(unknown_doc,
             "unknown(sentence, /)\n--\n\nThe offsets of the unknown rows of the folded sentence and of its shape.");

static PyObject *offsets_of(const unsigned char *flags, size_t count) {
    PyObject *list = PyList_New(0);
    for (size_t at = 0; list && at < count; at++) {
        if (!flags[at])
            continue;
        PyObject *offset = PyLong_FromSize_t(at);
        if (!offset || PyList_Append(list, offset)) {
            Py_DECREF(list);
            list = NULL;
        }
        Py_XDECREF(offset);
    }
    return list;
}

static PyObject *kernel_unknown(Kernel *self, PyObject *sentence) {
    Folded folded;
    if (!fold_text(sentence, &folded))
        return NULL;
    find_unknown_rows(&folded, &self->statistics.model);
    PyObject *of_text = offsets_of(folded.unknown, folded.length);
    PyObject *of_shape = of_text ? offsets_of(folded.rare, folded.shape_length) : NULL;
    free_folded(&folded);
    if (!of_shape) {
        Py_XDECREF(of_text);
        return NULL;
    }
    return Py_BuildValue("(NN)", of_text, of_shape);
}

PyDoc_STRVAR(level_doc, "level(gram, /)\n--\n\nHow often an n-gram occurs, as `Model.level`.");

static PyObject *kernel_level(Kernel *self, PyObject *gram) {
    size_t length;
    letter *letters = letters_of(gram, &length);
    if (!letters)
        return NULL;
    int found = level(&self->statistics.model, letters, length);
    PyMem_Free(letters);
    return PyLong_FromLong(found);
}

PyDoc_STRVAR(folded_doc, "folded(sentence, /)\n--\n\nThe folded text of a sentence and its shape.");

static PyObject *kernel_folded(PyObject *self, PyObject *sentence) {
    Folded folded;
    (void)self;
    if (!fold_text(sentence, &folded))
        return NULL;
    PyObject *text = text_of(folded.text, folded.length);
    PyObject *shape = text ? text_of(folded.shape, folded.shape_length) : NULL;
    free_folded(&folded);
    if (!shape) {
        Py_XDECREF(text);
        return NULL;
    }
    return Py_BuildValue("(NN)", text, shape);
}

PyDoc_STRVAR(twice_doc,
             "twice(text, at, longest, /)\n--\n\n"
             "The start and length of the first row of letters from `at` on that stands twice in a row, and of at most\n"
             "`longest` letters; None where there is none.");

static PyObject *kernel_twice(PyObject *self, PyObject *args) {
    PyObject *text;
    Py_ssize_t at, longest;
    size_t length, start = 0;
    (void)self;
    if (!PyArg_ParseTuple(args, "Unn", &text, &at, &longest))
        return NULL;
    letter *letters = letters_of(text, &length);
    if (!letters)
        return NULL;
    size_t copy = at < 0 || longest < 0 ? 0 : first_twice(letters, length, (size_t)at, (size_t)longest, &start);
    PyMem_Free(letters);
    if (!copy)
        Py_RETURN_NONE;
    return Py_BuildValue("(nn)", (Py_ssize_t)start, (Py_ssize_t)copy);
}

/* Sets the small words; returns false with an exception. */
static bool open_small_words(Statistics *statistics, PyObject *words) {
    Py_ssize_t count = PyTuple_Size(words);
    if (count < 0)
        return false;
    statistics->small_words = PyMem_Calloc((size_t)count + 1, sizeof(Word));
    if (!statistics->small_words) {
        PyErr_NoMemory();
        return false;
    }
    for (Py_ssize_t number = 0; number < count; number++) {
        PyObject *text = PyTuple_GetItem(words, number);
        Word *word = &statistics->small_words[number];
        letter *letters = text ? letters_of(text, &word->length) : NULL;
        if (!letters)
            return false;
        bool fits = word->length && word->length <= MOST_WORD;
        for (size_t at = 0; fits && at < word->length; at++)
            word->letters[at] = letters[at];
        PyMem_Free(letters);
        if (!fits) {
            PyErr_SetString(PyExc_ValueError, "a small word has one to four letters");
            return false;
        }
        statistics->small_word_count++;
    }
    return true;
}

static void set_units(Statistics *statistics, const int32_t *units) {
    statistics->units.per_level = units[0];
    statistics->units.backing_off = units[1];
    statistics->units.never = units[2];
    statistics->units.all = units[3];
    statistics->least.of_letters = units[4];
    statistics->least.of_shape = units[5];
    statistics->least.of_both = units[6];
}

/* Reads packed numbers of 32 bits; returns false with an exception. */
static bool open_numbers(Statistics *statistics, const char *units, Py_ssize_t units_size, const char *weights,
                         Py_ssize_t weights_size) {
    size_t size = (size_t)units_size + (size_t)weights_size;
    int32_t *aligned = PyMem_Malloc(size + 1);
    if (!aligned) {
        PyErr_NoMemory();
        return false;
    }
    for (Py_ssize_t at = 0; at < units_size; at++)
        ((char *)aligned)[at] = units[at];
    for (Py_ssize_t at = 0; at < weights_size; at++)
        ((char *)aligned)[units_size + at] = weights[at];
    bool ok = units_size == UNIT_COUNT * (Py_ssize_t)sizeof(int32_t);
    if (ok) {
        set_units(statistics, aligned);
        ok = open_suspicion(&statistics->suspicion, aligned + UNIT_COUNT, (size_t)weights_size / sizeof(int32_t));
    }
    PyMem_Free(aligned);
    if (!ok)
        PyErr_SetString(PyExc_ValueError, "the units or weights are damaged");
    return ok;
}

PyDoc_STRVAR(kernel_doc,
             "Kernel(buffer, start, gram_size, filler_size, small_words, units, weights, /)\n--\n\n"
             "The statistics over a model's bytes, whose tables begin at `start`; `units` and `weights` are packed\n"
             "numbers of 32 bits. Raises ValueError if they, or the sizes, can't be right.");

static PyObject *kernel_new(PyTypeObject *type, PyObject *args, PyObject *keywords) {
    PyObject *buffer, *words;
    Py_ssize_t start, units_size, weights_size;
    unsigned long grams, filler_cells;
    const char *units, *weights;
    (void)keywords;
    if (!PyArg_ParseTuple(args, "OnkkO!y#y#", &buffer, &start, &grams, &filler_cells, &PyTuple_Type, &words, &units,
                          &units_size, &weights, &weights_size))
        return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Kernel *self = (Kernel *)allocate(type, 0); /* all zero */
    if (!self)
        return NULL;
    if (PyObject_GetBuffer(buffer, &self->buffer, PyBUF_SIMPLE)) {
        Py_DECREF(self);
        return NULL;
    }
    self->has_buffer = true;
    if (start < 0 || grams > UINT32_MAX || filler_cells > UINT32_MAX ||
        !open_model(&self->statistics.model, self->buffer.buf, (size_t)self->buffer.len, (size_t)start,
                    (uint32_t)grams, (uint32_t)filler_cells)) {
        PyErr_SetString(PyExc_ValueError, "the model is damaged");
        Py_DECREF(self);
        return NULL;
    }
    if (!open_small_words(&self->statistics, words) ||
        !open_numbers(&self->statistics, units, units_size, weights, weights_size)) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void kernel_dealloc(Kernel *self) {
    PyTypeObject *type = Py_TYPE((PyObject *)self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    close_suspicion(&self->statistics.suspicion);
    PyMem_Free(self->statistics.small_words);
    if (self->has_buffer)
        PyBuffer_Release(&self->buffer);
    release(self);
    Py_DECREF(type);
}

static PyMethodDef kernel_methods[] = {
    {"weighed", (PyCFunction)kernel_weighed, METH_VARARGS, weighed_doc},
    {"unknown", (PyCFunction)kernel_unknown, METH_O, unknown_doc},
    {"level", (PyCFunction)kernel_level, METH_O, level_doc},
    {"folded", (PyCFunction)kernel_folded, METH_O | METH_STATIC, folded_doc},
    {"twice", (PyCFunction)kernel_twice, METH_VARARGS | METH_STATIC, twice_doc},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot kernel_slots[] = {
    {Py_tp_doc, (void *)kernel_doc},
    {Py_tp_new, (void *)kernel_new},
    {Py_tp_dealloc, (void *)kernel_dealloc},
    {Py_tp_methods, kernel_methods},
    {0, NULL},
};

static PyType_Spec kernel_spec = {"jlint.spelling._kernel.Kernel", sizeof(Kernel), 0, Py_TPFLAGS_DEFAULT, kernel_slots};

static int add_contents(PyObject *module) {
    prepare_keys();
    PyObject *type = PyType_FromSpec(&kernel_spec);
    if (!type || PyModule_AddObjectRef(module, "Kernel", type)) {
        Py_XDECREF(type);
        return -1;
    }
    Py_DECREF(type);
    return PyModule_AddIntConstant(module, "INTERFACE", INTERFACE);
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, (void *)add_contents}, {0, NULL}};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "jlint.spelling._kernel", "The typo statistics in C; `native.py` is its only user.", 0, NULL,
    module_slots,          NULL,                     NULL,                                                      NULL,
};

PyMODINIT_FUNC PyInit__kernel(void) { return PyModuleDef_Init(&module); }
