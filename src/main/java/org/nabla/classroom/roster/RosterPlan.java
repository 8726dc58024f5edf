package org.nabla.classroom.roster;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.account.password.NewAccounts;
import org.nabla.account.password.NewAccounts.Wanted;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.PersonName;

/**
 * What a roster would change in a course. Computed alike for the look before and for the deed, so that what was shown is what
 * happens.
 *
 * @param added who gets an account and a seat
 * @param returning who was in the course before and comes back
 * @param staying who is in the course already
 * @param missing who is in the course but not in the roster
 * @param named who is or was in the course, and whose family and given name the roster tells apart otherwise than known
 * @param divided who is or was in the course, and of whom the roster names another section
 * @param taken whose login belongs to an account that this course has nothing to do with
 * @param errors what must be put right in the file first
 */
public record RosterPlan(
        List<RosterRow> added,
        List<Enrolled> returning,
        List<Enrolled> staying,
        List<Enrolled> missing,
        List<Named> named,
        List<Divided> divided,
        List<Problem> taken,
        List<Problem> errors) {

    /** A learner of the course of whom the roster names a section in which they are not. */
    public record Divided(UserId learner, String section) {}

    /** A learner of the course of whom the roster says which part of the name is which. */
    public record Named(UserId learner, PersonName person) {}

    /** What is wrong with a row, in a whole sentence. */
    public record Problem(String place, String who, String sentence) {}

    /** How the course is before: its learners, those who left, and the logins that somebody has. */
    record State(List<Enrolled> learners, List<Enrolled> former, Set<String> taken) {}

    private static final String TAKEN =
            "The login %s belongs to an account outside this course, which is left alone. If it is the same person, let"
                    + " them join with the code; if not, choose another login in the file.";

    private static final int LONGEST = 200;

    private static final String SPOILT =
            "A spreadsheet has made %s of a long number, and the rest of its digits is gone. Format the column as text,"
                    + " put the numbers in anew, and save the file again.";

    static RosterPlan of(List<RosterRow> rows, State state) {
        var plan = new RosterPlan(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        var known = new Known(state);
        var seen = new LinkedHashMap<String, RosterRow>();
        var mailed = new HashMap<String, RosterRow>();
        var named = new HashSet<UserId>();
        for (var row : rows) {
            var before = seen.putIfAbsent(row.login(), row);
            if (before != null && !row.login().isEmpty()) {
                plan.repeated(row, before);
            } else if (!plan.sharesEmail(row, mailed)) {
                plan.place(row, known, named);
            }
        }
        state.learners().stream().filter(l -> !named.contains(l.id())).forEach(plan.missing::add);
        return plan;
    }

    /** The same line twice does no harm; the same login for two people does. */
    private void repeated(RosterRow row, RosterRow before) {
        if (!row.name().equals(before.name())) {
            errors.add(problem(row, "The login %s stands in %s too.".formatted(row.login(), before.place())));
        }
    }

    /** An address of two people would lead the letters of one to the other. */
    private boolean sharesEmail(RosterRow row, Map<String, RosterRow> mailed) {
        var before =
                row.email().isEmpty() ? null : mailed.putIfAbsent(row.email().toLowerCase(Locale.ROOT), row);
        if (before == null) {
            return false;
        }
        errors.add(problem(row, "The email address %s stands in %s too.".formatted(row.email(), before.place())));
        return true;
    }

    private void place(RosterRow row, Known known, HashSet<UserId> named) {
        var spoilt = row.spoilt();
        if (spoilt.isPresent()) {
            errors.add(problem(row, SPOILT.formatted(spoilt.get())));
            return;
        }
        var member = known.member(row);
        if (member.isPresent()) {
            if (named.add(member.get().id())) {
                (member.get().leftAt().isPresent() ? returning : staying).add(member.get());
                name(member.get(), row.person());
                divide(member.get(), row.section());
            }
            return;
        }
        var objection = NewAccounts.objection(wanted(row));
        if (objection.isPresent()) {
            errors.add(problem(row, objection.get()));
        } else if (known.isTaken(row.login())) {
            taken.add(problem(row, TAKEN.formatted(row.login())));
        } else {
            added.add(row);
        }
    }

    private void name(Enrolled member, PersonName person) {
        if (person.isApart()
                && person.familyFirst().length() <= LONGEST
                && !person.familyFirst().equals(member.person().familyFirst())) {
            named.add(new Named(member.id(), person));
        }
    }

    private void divide(Enrolled member, String section) {
        if (!section.isEmpty()
                && member.section()
                        .filter(s -> s.title().equalsIgnoreCase(section))
                        .isEmpty()) {
            divided.add(new Divided(member.id(), section));
        }
    }

    /** The sections that the roster names for those whom it changes, by title. */
    public List<String> sections() {
        return Stream.concat(
                        added.stream().map(RosterRow::section), divided.stream().map(Divided::section))
                .filter(title -> !title.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static Wanted wanted(RosterRow row) {
        return new Wanted(row.name(), row.login(), row.optionalEmail());
    }

    private static Problem problem(RosterRow row, String sentence) {
        return new Problem(row.place(), row.name().isEmpty() ? row.login() : row.name(), sentence);
    }

    /** Whether there is anything to do. @param removeMissing whether those who are not in the roster go */
    boolean changesSomething(boolean removeMissing) {
        return !added.isEmpty()
                || !returning.isEmpty()
                || !named.isEmpty()
                || !divided.isEmpty()
                || (removeMissing && !missing.isEmpty());
    }

    /** A name for exactly these changes: the deed is done only where it still is what was shown. */
    String fingerprint() {
        var text = added + "|" + ids(returning) + "|" + ids(staying) + "|" + ids(missing) + "|" + named + "|" + divided
                + "|" + taken + "|" + errors;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<UserId> ids(List<Enrolled> people) {
        return people.stream().map(Enrolled::id).toList();
    }

    /** Who is meant by a row: the one with this name in the school's system, or else with this login. */
    private static final class Known {
        private final Map<String, Enrolled> bySchoolId;
        private final Map<String, Enrolled> byLogin;
        private final Set<String> taken;

        Known(State state) {
            var members = new ArrayList<>(state.learners());
            members.addAll(state.former());
            byLogin = members.stream().collect(Collectors.toMap(Enrolled::login, Function.identity(), (a, b) -> a));
            bySchoolId = new HashMap<>();
            members.forEach(m -> m.schoolId().ifPresent(id -> bySchoolId.putIfAbsent(id, m)));
            taken = state.taken();
        }

        Optional<Enrolled> member(RosterRow row) {
            return row.optionalSchoolId().map(bySchoolId::get).or(() -> Optional.ofNullable(byLogin.get(row.login())));
        }

        boolean isTaken(String login) {
            return taken.contains(login);
        }
    }
}
