package org.nabla.classroom.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.nabla.classroom.roster.RosterReading.Group;
import org.nabla.classroom.seat.PersonName;

/**
 * The tables of OneRoster 1.1 and 1.2: users, and where they are brought enrolments, classes and roles. Passwords in them are
 * not even looked at.
 */
final class OneRoster {

    private static final String STUDENT = "student";
    private static final Set<String> GONE = Set.of("tobedeleted", "inactive");

    private final CsvTable users;
    private final List<CsvTable> enrolments;
    private final List<CsvTable> classes;
    private final List<CsvTable> roles;

    private OneRoster(CsvTable users, List<CsvTable> tables) {
        this.users = users;
        this.enrolments = only(tables, OneRoster::isEnrolments);
        this.classes = only(tables, OneRoster::isClasses);
        this.roles = only(tables, OneRoster::isRoles);
    }

    static boolean fits(List<CsvTable> tables) {
        return tables.stream().anyMatch(OneRoster::isUsers);
    }

    static boolean isEnrolments(CsvTable table) {
        return table.has("classSourcedId") && table.has("userSourcedId");
    }

    /** One group for each class that has students; without enrolments all students as one. */
    static List<Group> read(List<CsvTable> tables) {
        var users = tables.stream().filter(OneRoster::isUsers).findFirst().orElseThrow();
        return new OneRoster(users, tables).groups();
    }

    private List<Group> groups() {
        if (enrolments.isEmpty()) {
            var students = students();
            return List.of(new Group(
                    "",
                    "",
                    users.rows().stream()
                            .filter(OneRoster::present)
                            .filter(row -> isStudent(row, students))
                            .map(OneRoster::row)
                            .toList()));
        }
        var byId = new HashMap<String, CsvTable.Row>();
        users.rows().stream().filter(OneRoster::present).forEach(row -> byId.put(row.cell("sourcedId"), row));
        var titles = titles();
        var groups = new LinkedHashMap<String, List<RosterRow>>();
        for (var entry : members().entrySet()) {
            var rows = new ArrayList<RosterRow>();
            for (var id : entry.getValue()) {
                var user = byId.get(id);
                if (user != null) {
                    rows.add(row(user));
                }
            }
            groups.put(entry.getKey(), rows);
        }
        return groups.entrySet().stream()
                .map(e -> new Group(e.getKey(), titles.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
                .toList();
    }

    /** The students of each class, in the order of the file. */
    private Map<String, Set<String>> members() {
        var members = new LinkedHashMap<String, Set<String>>();
        for (var table : enrolments) {
            for (var row : table.rows()) {
                if (present(row) && isStudent(row.cell("role"))) {
                    members.computeIfAbsent(row.cell("classSourcedId"), c -> new LinkedHashSet<>())
                            .add(row.cell("userSourcedId"));
                }
            }
        }
        return members;
    }

    private Map<String, String> titles() {
        var titles = new HashMap<String, String>();
        classes.forEach(table -> table.rows().forEach(row -> titles.put(row.cell("sourcedId"), row.cell("title"))));
        titles.values().removeIf(String::isEmpty);
        return titles;
    }

    /** Of version 1.2, which keeps the roles apart. */
    private Set<String> students() {
        var students = new HashSet<String>();
        roles.forEach(table -> table.rows().stream()
                .filter(row -> present(row) && isStudent(row.cell("role")))
                .forEach(row -> students.add(row.cell("userSourcedId"))));
        return students;
    }

    private boolean isStudent(CsvTable.Row user, Set<String> students) {
        if (!roles.isEmpty()) {
            return students.contains(user.cell("sourcedId"));
        }
        return !users.has("role") || isStudent(user.cell("role"));
    }

    private static boolean isStudent(String role) {
        return role.toLowerCase(Locale.ROOT).equals(STUDENT);
    }

    private static boolean present(CsvTable.Row row) {
        return !GONE.contains(row.cell("status").toLowerCase(Locale.ROOT))
                && !row.cell("enabledUser").equalsIgnoreCase("false");
    }

    private static RosterRow row(CsvTable.Row user) {
        var given =
                user.cell("preferredGivenName").isEmpty() ? user.cell("givenName") : user.cell("preferredGivenName");
        var family =
                user.cell("preferredFamilyName").isEmpty() ? user.cell("familyName") : user.cell("preferredFamilyName");
        return new RosterRow(
                user.place(),
                PersonName.of(family, given),
                user.cell("username").toLowerCase(Locale.ROOT),
                user.cell("email"),
                user.cell("sourcedId"),
                "");
    }

    private static boolean isUsers(CsvTable table) {
        return table.has("sourcedId") && table.has("username") && table.has("givenName");
    }

    private static boolean isClasses(CsvTable table) {
        return table.has("sourcedId") && table.has("title") && table.has("courseSourcedId");
    }

    private static boolean isRoles(CsvTable table) {
        return table.has("userSourcedId") && table.has("roleType");
    }

    private static List<CsvTable> only(List<CsvTable> tables, Predicate<CsvTable> kind) {
        return tables.stream().filter(kind).toList();
    }
}
