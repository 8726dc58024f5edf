package org.nabla.api.token;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.web.form.FormErrors;

/** What somebody typed who wants a token. @param days of its life, as a text */
record TokenForm(String name, Set<String> scopes, String days, String password) {
    private static final int LONGEST_NAME = 80;

    /** A choice of lives, in days: the longest is a year. */
    private static final List<Integer> LIVES = List.of(7, 30, 90, 180, 365);

    static final TokenForm NEW = new TokenForm("", Set.of(), "90", "");

    TokenForm {
        scopes = Set.copyOf(scopes);
    }

    static TokenForm of(MultivaluedMap<String, String> typed) {
        return new TokenForm(
                first(typed, "name").strip(),
                Set.copyOf(typed.getOrDefault("scope", List.of())),
                first(typed, "days"),
                first(typed, "password"));
    }

    private static String first(MultivaluedMap<String, String> typed, String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    public List<Integer> lives() {
        return LIVES;
    }

    public boolean lives(int choice) {
        return days.equals(Integer.toString(choice));
    }

    public boolean wants(TokenScope scope) {
        return scopes.contains(scope.word());
    }

    /** What is wrong, by field; the password is looked at elsewhere. */
    FormErrors errors(Collection<TokenScope> usable) {
        var errors = FormErrors.none();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add("name", "Give it a name of 1 to " + LONGEST_NAME + " characters, by which you know it later.");
        }
        if (chosen(usable).isEmpty() || chosen(usable).size() < scopes.size()) {
            errors.add("scope", "Tick what it opens: one of these at least.");
        }
        if (LIVES.stream().noneMatch(this::lives)) {
            errors.add("days", "Choose how long it works: a year at most.");
        }
        return errors;
    }

    Set<TokenScope> chosen(Collection<TokenScope> usable) {
        return usable.stream()
                .filter(this::wants)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
    }

    Duration life() {
        return Duration.ofDays(Long.parseLong(days));
    }
}
