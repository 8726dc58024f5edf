package org.nabla.classroom.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column of a roster may hold, with the names that systems and people give to it. */
public enum RosterColumn {
    SKIP("leave it out", ""),
    NAME("whole name", "name|full name|fullname|display name|student name|learner|learner name"),
    SORTED_NAME("family name, given name", "student"),
    FAMILY(
            "family name",
            "last name|lastname|family name|familyname|surname|nachname|nom|apellidos|cognome|achternaam"),
    GIVEN("given name", "first name|firstname|given name|givenname|forename|vorname|prénom|nombre|nome|voornaam"),
    LOGIN("login", "login|username|user name|sis login id|login id|user id|userid|account"),
    EMAIL("email", "email|e mail|mail|email address|e mail address|mail address|primary email"),
    SCHOOL_ID(
            "number or name at the school",
            "id number|idnumber|sis user id|student id|student number|school id|school number|matriculation number|sourcedid"),
    SECTION("section", "section|group|groups|recitation section|class section");

    private final String words;
    private final Set<String> names;

    RosterColumn(String words, String names) {
        this.words = words;
        this.names = Set.of(names.split("\\|"));
    }

    public String words() {
        return words;
    }

    static Optional<RosterColumn> of(String word) {
        return Stream.of(values()).filter(column -> column.name().equals(word)).findFirst();
    }

    /** What a column with this name holds, as far as it is known. */
    static RosterColumn named(String header) {
        var plain = plain(header);
        return Stream.of(values())
                .filter(column -> column != SKIP && column.names.contains(plain))
                .findFirst()
                .orElse(SKIP);
    }

    /** A header in one spelling: {@code last_name} and {@code Last Name} are the same. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT)
                .replaceAll("[_\\-.]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The header of a table in one spelling, by which it is known again. */
    static String plain(List<String> header) {
        return header.stream().map(RosterColumn::plain).collect(Collectors.joining("|"));
    }

    static List<RosterColumn> all() {
        return Arrays.asList(values());
    }
}
