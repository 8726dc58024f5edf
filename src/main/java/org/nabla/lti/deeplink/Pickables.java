package org.nabla.lti.deeplink;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.lti.outbox.MarkPost;

/** What can be picked for a course: its assignments, and all skills. */
@Singleton
class Pickables {
    private final AssignmentService assignments;
    private final ProblemSetService sets;
    private final Curriculum curriculum;

    Pickables(AssignmentService assignments, ProblemSetService sets, Curriculum curriculum) {
        this.assignments = assignments;
        this.sets = sets;
        this.curriculum = curriculum;
    }

    /** @param sets problem sets of the course, which become assignments before they can be picked */
    record Offer(List<Assignment> assignments, List<ProblemSetService.Whole> sets, List<Area> areas) {}

    Offer of(Seat seat) {
        return new Offer(assignments.of(seat.course()), sets.of(seat), curriculum.areas());
    }

    /** What was picked, as the platform takes it; empty where there is no such thing. */
    Optional<Map<String, Object>> item(Pickings.Standing standing, String picked, String root) {
        if (picked.startsWith("s")) {
            return curriculum.skill(picked.substring(1)).map(skill -> skill(skill, root));
        }
        return assignments.of(standing.seat().course()).stream()
                .filter(a -> picked.equals("a" + a.number()))
                .findFirst()
                .map(a -> assignment(standing, a, root));
    }

    private static Map<String, Object> link(String title, String url) {
        var item = new LinkedHashMap<String, Object>();
        item.put("type", "ltiResourceLink");
        item.put("title", title);
        item.put("url", url);
        return item;
    }

    private static Map<String, Object> skill(Skill skill, String root) {
        var item = link(skill.name(), root + skill.address());
        item.put("text", skill.what());
        return item;
    }

    private static Map<String, Object> assignment(Pickings.Standing standing, Assignment assignment, String root) {
        var item = link(assignment.title(), root + assignment.address());
        if (standing.wish().lineItems() && assignment.points() > 0) {
            item.put(
                    "lineItem",
                    Map.of(
                            "scoreMaximum", assignment.points(),
                            "label", assignment.title(),
                            "resourceId", MarkPost.resource(assignment.id())));
            item.put(
                    "submission",
                    Map.of("endDateTime", assignment.rules().dueAt().toString()));
        }
        return item;
    }
}
