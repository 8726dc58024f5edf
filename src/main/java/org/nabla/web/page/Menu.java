package org.nabla.web.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The main menu of a page, for one kind of reader.
 *
 * @param place the address of the entry on or below whose page it stands; empty where it stands elsewhere
 * @param current the word of that entry for {@code aria-current}
 */
public record Menu(String place, String current, boolean signedIn, boolean teacher, boolean operator) {

    /** @param current the word for {@code aria-current} */
    public record Entry(String address, String name, String current) {}

    private static final List<Entry> FOR_ALL = List.of(
            entry("/practice", "Practice"),
            entry("/skills", "Skills"),
            entry("/projects", "Projects"),
            entry("/laboratory", "Laboratory"),
            entry("/progress", "Progress"));
    private static final Entry COURSES = entry("/courses", "Courses");
    private static final List<Entry> FOR_TEACHERS =
            List.of(entry("/teaching", "Teaching"), entry("/templates", "Templates"));
    private static final Entry OPERATION = entry("/operator", "Operation");

    private static Entry entry(String address, String name) {
        return new Entry(address, name, "false");
    }

    static Menu of(String path, Visitor visitor) {
        var end = path.indexOf('/', 1);
        var place = end < 0 ? path : path.substring(0, end);
        var known = isEntry(place);
        return new Menu(
                known ? place : "",
                known ? Page.word(path, place) : "",
                visitor.isSignedIn(),
                visitor.isTeacher(),
                visitor.isOperator());
    }

    private static boolean isEntry(String address) {
        for (var entry : new Menu("", "", true, true, true).all()) {
            if (entry.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    public List<Entry> entries() {
        return all().stream()
                .map(entry -> entry.address().equals(place) ? new Entry(entry.address(), entry.name(), current) : entry)
                .toList();
    }

    private List<Entry> all() {
        var all = new ArrayList<>(FOR_ALL);
        if (signedIn) {
            all.add(COURSES);
        }
        if (teacher) {
            all.addAll(FOR_TEACHERS);
        }
        if (operator) {
            all.add(OPERATION);
        }
        return all;
    }
}
