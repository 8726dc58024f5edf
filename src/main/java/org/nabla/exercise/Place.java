package org.nabla.exercise;

/** Where something stands in a template's file; line and column count from 1. */
public record Place(String file, int line, int column) {

    public Place plus(int columns) {
        return new Place(file, line, column + columns);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
