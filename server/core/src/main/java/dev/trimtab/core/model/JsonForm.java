package dev.trimtab.core.model;

/** The kinds of JSON that a leaf's value can have; {@code EMPTY} is {@code [null]}. */
enum JsonForm {
    STRING,
    NUMBER,
    BOOLEAN,
    EMPTY;

    InvalidValueException refused(String text, String wanted) {
        String shown = this == STRING ? "\"" + text + "\"" : this == EMPTY ? "[null]" : text;
        return InvalidValueException.type(shown + " is not " + wanted);
    }
}
