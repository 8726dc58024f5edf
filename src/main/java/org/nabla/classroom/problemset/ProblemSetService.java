package org.nabla.classroom.problemset;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.Shelves;

/** Puts problem sets together. Whether somebody may is decided before. */
@Singleton
public class ProblemSetService {
    /** Lines of a set: more is not one sitting's work any more. */
    static final int MOST_LINES = 100;

    private final ProblemSetRepository sets;
    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final Clock clock;

    ProblemSetService(ProblemSetRepository sets, ExerciseCatalogue catalogue, Shelves shelves, Clock clock) {
        this.sets = sets;
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.clock = clock;
    }

    /** A set with its lines, each by the number of its row. */
    public record Whole(long id, String title, Map<Long, SetLine> lines) {
        public int problems() {
            return lines.values().stream().mapToInt(SetLine::count).sum();
        }

        public double points() {
            return lines.values().stream()
                    .mapToDouble(l -> l.count() * l.points())
                    .sum();
        }
    }

    @Transactional
    public List<Whole> of(Seat seat) {
        return sets.of(seat.course()).stream().map(this::whole).toList();
    }

    @Transactional
    public Optional<Whole> find(Seat seat, long id) {
        return sets.find(seat.course(), id).map(this::whole);
    }

    @Transactional
    long create(Seat seat, String title) {
        var set = new ProblemSet(seat.course(), title, clock.instant());
        sets.persistAndFlush(set);
        return set.id();
    }

    /**
     * A set of these templates, each once.
     *
     * @param points for each, in the order of the set
     */
    @Transactional
    public long create(Seat seat, String title, Map<ExerciseId, Double> points) {
        var set = create(seat, title);
        points.forEach((template, worth) -> add(seat, set, SetLine.of(template, 1, worth)));
        return set;
    }

    @Transactional
    void rename(Seat seat, long id, String title) {
        sets.find(seat.course(), id).ifPresent(set -> {
            set.rename(title);
            set.touch(clock.instant());
        });
    }

    /** The assignments that were made from it keep their problems. */
    @Transactional
    void remove(Seat seat, long id) {
        sets.find(seat.course(), id).ifPresent(sets::delete);
    }

    /** @return whether there was room for it */
    @Transactional
    boolean add(Seat seat, long id, SetLine line) {
        var set = sets.find(seat.course(), id).orElseThrow();
        var items = sets.items(id);
        if (items.size() >= MOST_LINES) {
            return false;
        }
        sets.add(SetItem.of(seat.course(), id, items.size() + 1, line));
        set.touch(clock.instant());
        return true;
    }

    @Transactional
    void change(Seat seat, long id, long item, SetLine line) {
        item(seat, id, item).ifPresent(found -> found.change(line));
    }

    @Transactional
    void removeLine(Seat seat, long id, long item) {
        item(seat, id, item).ifPresent(sets::remove);
        sets.flush();
        number(sets.items(id));
    }

    /** Up or down by so many places, at most to the end. */
    @Transactional
    void move(Seat seat, long id, long item, int places) {
        var found = item(seat, id, item);
        var order = new ArrayList<>(sets.items(id));
        found.ifPresent(moved -> {
            var from = order.indexOf(moved);
            order.remove(moved);
            order.add(Math.min(Math.max(from + places, 0), order.size()), moved);
            number(order);
        });
    }

    /** The same set again, in this course or in another. */
    @Transactional
    public long copy(Seat from, long id, Seat into, String title) {
        var copied = create(into, title);
        if (sets.find(from.course(), id).isPresent()) {
            for (var item : sets.items(id)) {
                sets.add(SetItem.of(into.course(), copied, item.position(), item.line()));
            }
        }
        return copied;
    }

    /**
     * The problems of a set. Of a skill the templates are taken from easy to hard, those first of which it is the main skill;
     * again from the first where there are not enough. Templates that are gone are left out.
     */
    public List<Picked> pick(Whole set) {
        var picked = new ArrayList<Picked>();
        for (var line : set.lines().values()) {
            var choice = templates(line);
            for (var i = 0; i < line.count() && !choice.isEmpty(); i++) {
                picked.add(new Picked(choice.get(i % choice.size()), line.points()));
            }
        }
        return picked;
    }

    List<ExerciseTemplate> templates(SetLine line) {
        if (line.template().isPresent()) {
            var id = line.template().get();
            return catalogue.find(id).or(() -> shelves.find(id)).stream().toList();
        }
        var skill = line.skill().orElseThrow();
        return catalogue.bySkill(skill).stream()
                .filter(t -> line.level().isEmpty() || t.level() == line.level().getAsInt())
                .sorted(Comparator.comparing((ExerciseTemplate t) -> t.skills().indexOf(skill) > 0)
                        .thenComparing(ExerciseTemplate::level))
                .toList();
    }

    private Optional<SetItem> item(Seat seat, long id, long item) {
        return sets.find(seat.course(), id).flatMap(set -> {
            set.touch(clock.instant());
            return sets.items(id).stream().filter(i -> i.id() == item).findFirst();
        });
    }

    private static void number(List<SetItem> order) {
        for (var i = 0; i < order.size(); i++) {
            order.get(i).moveTo(i + 1);
        }
    }

    private Whole whole(ProblemSet set) {
        var lines = new LinkedHashMap<Long, SetLine>();
        sets.items(set.id()).forEach(item -> lines.put(item.id(), item.line()));
        return new Whole(set.id(), set.title(), lines);
    }
}
