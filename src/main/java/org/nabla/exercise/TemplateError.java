package org.nabla.exercise;

/** What is wrong in a template's file, and what was expected there. */
public record TemplateError(Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
