package org.nabla.classroom.member;

import java.time.Instant;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.PersonName;
import org.nabla.classroom.seat.Section;

/**
 * A learner in a course's list.
 *
 * @param schoolId the name in the school's own system, as its roster said
 * @param madeHere whether a roster of this course made the account
 * @param section in which they are; empty where in none
 * @param leftAt when they left or were removed; empty for who is in the course
 * @param person the name, with family and given name apart where a roster said so
 */
public record Enrolled(
        UserId id,
        String name,
        String login,
        Optional<String> email,
        Optional<String> schoolId,
        boolean madeHere,
        Instant joinedAt,
        Optional<Instant> leftAt,
        PersonName person,
        Optional<Section> section) {}
