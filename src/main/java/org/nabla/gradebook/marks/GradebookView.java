package org.nabla.gradebook.marks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Section;

/**
 * Which part of a gradebook somebody wants to see, and in which order.
 *
 * @param search in names, logins and school numbers
 * @param state empty for all learners
 * @param sort {@code family}, {@code given}, {@code total}, or the number of an assignment
 * @param down whether the highest stand first
 * @param alone the number of the one assignment that is shown; empty for all
 * @param section the number of the one section that is shown; empty for all
 */
public record GradebookView(
        String search, Optional<State> state, String sort, boolean down, String alone, String section) {

    static final GradebookView ALL = new GradebookView("", Optional.empty(), "family", false, "", "");

    /** What may be to do about a mark. */
    public enum State {
        MISSING("something is missing"),
        LATE("something was late"),
        MARK("something is to be marked");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** As it stands in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String word) {
            return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst();
        }
    }

    /** @param toMark by learner, at which assignments somebody should look */
    Gradebook of(Gradebook book, java.util.Map<UserId, Set<Long>> toMark) {
        var wanted = search.strip().toLowerCase(Locale.ROOT);
        var shown = alone(book).map(List::of).orElse(book.assignments());
        var learners = new ArrayList<>(book.learners().stream()
                .filter(l -> isIn(l) && matches(l, wanted) && isInState(book, l, shown, toMark))
                .toList());
        learners.sort(order(book));
        return book.of(learners);
    }

    private boolean isIn(Enrolled learner) {
        return section.isEmpty() || learner.section().filter(this::isIn).isPresent();
    }

    /** Whether this is the one section that is shown. */
    public boolean isIn(Section one) {
        return section.equals(Long.toString(one.id()));
    }

    /** The one assignment that is shown. */
    Optional<Assignment> alone(Gradebook book) {
        return assignment(book, alone);
    }

    private static Optional<Assignment> assignment(Gradebook book, String number) {
        return book.assignments().stream()
                .filter(a -> String.valueOf(a.number()).equals(number))
                .findFirst();
    }

    private static boolean matches(Enrolled learner, String wanted) {
        return wanted.isEmpty()
                || Stream.of(
                                learner.name(),
                                learner.person().familyFirst(),
                                learner.login(),
                                learner.schoolId().orElse(""))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private boolean isInState(
            Gradebook book, Enrolled learner, List<Assignment> shown, java.util.Map<UserId, Set<Long>> toMark) {
        return state.isEmpty()
                || shown.stream().anyMatch(a -> switch (state.get()) {
                    case MISSING -> book.mark(learner, a).filter(Mark::missing).isPresent();
                    case LATE -> book.mark(learner, a).filter(Mark::late).isPresent();
                    case MARK -> toMark.getOrDefault(learner.id(), Set.of()).contains(a.id());
                });
    }

    private Comparator<Enrolled> order(Gradebook book) {
        var letters = Collator.getInstance(Locale.ROOT);
        Comparator<Enrolled> family = Comparator.comparing(
                        (Enrolled l) -> l.person().family(), letters)
                .thenComparing(l -> l.person().given(), letters)
                .thenComparing(l -> l.id().value());
        var by = assignment(book, sort);
        if (by.isPresent()) {
            return number(l -> book.mark(l, by.get()).flatMap(Mark::points)).thenComparing(family);
        }
        return switch (sort) {
            case "given" ->
                turned(Comparator.comparing(
                                (Enrolled l) -> l.person().isApart()
                                        ? l.person().given()
                                        : l.person().shown(),
                                letters))
                        .thenComparing(family);
            case "total" -> number(book::shareOfDue).thenComparing(family);
            default -> turned(family);
        };
    }

    /** Whoever has none stands last, whichever way it goes. */
    private Comparator<Enrolled> number(java.util.function.Function<Enrolled, Optional<Double>> value) {
        return Comparator.comparing((Enrolled l) -> value.apply(l).isEmpty())
                .thenComparing(turned(
                        Comparator.comparing((Enrolled l) -> value.apply(l).orElse(0.0))));
    }

    private Comparator<Enrolled> turned(Comparator<Enrolled> order) {
        return down ? order.reversed() : order;
    }

    /** Whether some learners may be hidden. */
    boolean filters() {
        return !search.isBlank() || state.isPresent() || !section.isEmpty();
    }

    /** The same view with one assignment alone, as an address. */
    String showing(String number) {
        return "?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
                + "&state=" + state.map(State::word).orElse("")
                + "&sort=" + sort + (down ? "&down=yes" : "")
                + (section.isEmpty() ? "" : "&section=" + URLEncoder.encode(section, StandardCharsets.UTF_8))
                + "&alone=" + number;
    }
}
