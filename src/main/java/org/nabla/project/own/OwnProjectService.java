package org.nabla.project.own;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.grading.grader.Grader;
import org.nabla.project.check.ProjectCheck;
import org.nabla.project.reading.ProjectReader;
import org.nabla.project.template.ProjectPlan;

/** Keeps what teachers write, and gives to learners what passes the checks. */
@Singleton
class OwnProjectService {
    private static final int SEEDS = 3;
    private static final int MOST_LENGTH = 64_000;

    private final OwnProjectRepository projects;
    private final Grader grader;
    private final Curriculum curriculum;

    OwnProjectService(OwnProjectRepository projects, Grader grader, Curriculum curriculum) {
        this.projects = projects;
        this.grader = grader;
        this.curriculum = curriculum;
    }

    /** A text as it was kept, with all that is wrong with it. */
    record Saved(String yaml, List<TemplateError> errors) {}

    /** Returns the id of the copy. */
    String copy(UserId teacher, ProjectPlan plan) {
        return OwnProject.PREFIX
                + projects.create(teacher, plan.id(), plan.origin().source());
    }

    /** Empty where it is somebody else's. */
    Optional<OwnProject> find(String id, UserId author) {
        return OwnProject.number(id)
                .flatMap(projects::find)
                .filter(project -> project.author().equals(author));
    }

    /** Whatever was typed is kept. */
    Saved save(OwnProject project, String typed) {
        // PostgreSQL's text has no NUL.
        var text = typed.replace("\r\n", "\n").replace("\0", "");
        var kept = text.substring(0, Math.min(MOST_LENGTH, text.length()));
        projects.save(project.number(), kept);
        var errors = errors(project.id(), kept);
        if (errors.isEmpty()) {
            projects.give(project.number(), kept);
        }
        return new Saved(kept, errors);
    }

    private List<TemplateError> errors(String id, String yaml) {
        var check = new ProjectCheck(grader, skill -> curriculum.skill(skill).isPresent());
        return ProjectReader.read(id + ".yaml", yaml).either(plan -> check.errors(plan, SEEDS), errors -> errors);
    }
}
