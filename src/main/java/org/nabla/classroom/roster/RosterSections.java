package org.nabla.classroom.roster;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;

/** Puts learners into the sections that a roster names. */
@Singleton
class RosterSections {

    private final Sections sections;

    RosterSections(Sections sections) {
        this.sections = sections;
    }

    /**
     * Into sections that the course has, or that are opened.
     *
     * @param enrolled who has just been enrolled, by the title of a section
     * @param members who was in the course before
     */
    void divide(Seat seat, Map<String, List<UserId>> enrolled, Map<String, List<UserId>> members) {
        enrolled.forEach((title, learners) ->
                find(seat, title).ifPresent(section -> sections.placeNew(seat.course(), learners, section)));
        members.forEach((title, learners) ->
                find(seat, title).ifPresent(section -> sections.move(seat, learners, Optional.of(section))));
    }

    /** Empty where the title cannot be one, or the course has as many as it may: then learners stay where they are. */
    private Optional<Section> find(Seat seat, String title) {
        var found = named(seat, title);
        if (found.isPresent()) {
            return found;
        }
        sections.open(seat, title);
        return named(seat, title);
    }

    private Optional<Section> named(Seat seat, String title) {
        return sections.of(seat.course()).stream()
                .filter(section -> section.title().equalsIgnoreCase(title))
                .findFirst();
    }
}
