package org.nabla.project.shelf;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.practice.desk.DeskRules;
import org.nabla.practice.desk.Leads;
import org.nabla.practice.map.Landmarks;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.MasteryView;
import org.nabla.project.progress.Run;
import org.nabla.project.progress.RunService;
import org.nabla.project.template.ProjectPlan;

/** Skills lead to the projects that need them, and learners to the one that they have begun or are ready for. */
@Singleton
class ProjectLeads implements Leads, Landmarks {
    private final Projects projects;
    private final RunService runs;
    private final SkillStates states;

    ProjectLeads(Projects projects, RunService runs, SkillStates states) {
        this.projects = projects;
        this.runs = runs;
        this.states = states;
    }

    @Override
    public List<DeskRules.Link> from(SkillId skill) {
        return projects.all().stream()
                .filter(plan -> plan.needs().contains(skill.value()))
                .map(plan -> new DeskRules.Link(address(plan), plan.title(), false))
                .toList();
    }

    @Override
    public List<Landmark> at(SkillId skill) {
        return from(skill).stream()
                .map(link -> new Landmark(link.label(), link.address()))
                .toList();
    }

    @Override
    public Optional<Lead> ready(UserId learner) {
        for (var run : runs.of(learner)) {
            var plan = projects.find(run.project());
            var progress = plan.map(p -> runs.progress(learner, p, run)).filter(p -> !p.finished());
            if (progress.isPresent()) {
                return progress.map(p -> new Lead(
                        run.address(),
                        p.plan().title(),
                        p.done() + " of " + p.steps().size() + " steps are done."));
            }
        }
        return open(learner).findFirst().map(ProjectLeads::lead);
    }

    @Override
    public Optional<Lead> opened(UserId learner, SkillId skill) {
        return open(learner)
                .filter(plan -> plan.needs().contains(skill.value()))
                .findFirst()
                .map(ProjectLeads::lead);
    }

    /** Not begun, with all skills practised that they need, in the order of the path. */
    private Stream<ProjectPlan> open(UserId learner) {
        var known = states.of(learner);
        var begun = runs.of(learner).stream().map(Run::project).collect(Collectors.toSet());
        return projects.all().stream()
                .filter(plan -> !begun.contains(plan.id()))
                .filter(plan -> plan.needs().stream()
                        .allMatch(need -> Optional.ofNullable(known.get(new SkillId(need)))
                                .map(MasteryView::level)
                                .filter(level -> level.compareTo(Level.PRACTISED) >= 0)
                                .isPresent()));
    }

    private static Lead lead(ProjectPlan plan) {
        return new Lead(address(plan), plan.title(), "You have practiced all that it needs.");
    }

    static String address(ProjectPlan plan) {
        return "/projects/" + plan.id();
    }
}
