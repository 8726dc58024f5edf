package org.nabla.web.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a form, each message by the name of its field, in the order of the fields. */
public final class FormErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    public static FormErrors none() {
        return new FormErrors();
    }

    public static FormErrors of(String field, String message) {
        return new FormErrors().add(field, message);
    }

    /** Keeps the first message of each field. */
    public FormErrors add(String field, String message) {
        messages.putIfAbsent(field, message);
        return this;
    }

    public FormErrors add(String field, Optional<String> message) {
        message.ifPresent(text -> add(field, text));
        return this;
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The message of a field, or nothing to show. */
    public String of(String field) {
        return messages.getOrDefault(field, "");
    }
}
