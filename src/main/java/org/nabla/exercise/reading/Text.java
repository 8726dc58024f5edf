package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import org.nabla.exercise.Place;

/** A stretch of a template's file that knows where it stands, however it is cut up. */
public record Text(String value, Place place, int indent) {

    /** Of one line, or whose further lines start at the column of the first. */
    static Text of(String value, Place place) {
        return new Text(value, place, place.column());
    }

    Text cut(int from, int to) {
        return new Text(value.substring(from, to), placeOf(from), indent);
    }

    Text cut(int from) {
        return cut(from, value.length());
    }

    /** Without white space around it. */
    Text strip() {
        int from = 0;
        int to = value.length();
        while (from < to && Character.isWhitespace(value.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(value.charAt(to - 1))) {
            to--;
        }
        return cut(from, to);
    }

    Place placeOf(int position) {
        int lines = 0;
        int start = 0;
        for (int i = 0; i < position; i++) {
            if (value.charAt(i) == '\n') {
                lines++;
                start = i + 1;
            }
        }
        return lines == 0
                ? place.plus(position)
                : new Place(place.file(), place.line() + lines, indent + position - start);
    }

    boolean startsWith(String word) {
        return value.equals(word) || value.startsWith(word + " ") || value.startsWith(word + "[");
    }

    /** The rest after a word at its start. */
    Text after(String word) {
        return cut(word.length()).strip();
    }

    /** Cut at every separator outside brackets and, for prose, outside dollars. */
    List<Text> split(String separator) {
        var parts = new ArrayList<Text>();
        int from = 0;
        int next;
        while ((next = find(separator, from)) >= 0) {
            parts.add(cut(from, next).strip());
            from = next + separator.length();
        }
        parts.add(cut(from).strip());
        return parts;
    }

    /** Where the separator stands first outside brackets and dollars; −1 if nowhere. */
    int find(String separator, int from) {
        int depth = 0;
        boolean inMath = false;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (depth == 0 && !inMath && value.startsWith(separator, i)) {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (c == '$') {
                inMath = !inMath;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
        return -1;
    }

    public boolean isEmpty() {
        return value.isBlank();
    }
}
