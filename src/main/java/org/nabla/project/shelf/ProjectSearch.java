package org.nabla.project.shelf;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.project.template.ProjectPlan;
import org.nabla.search.SearchEntry;
import org.nabla.search.SearchSource;

/** Projects can be found. */
@Singleton
class ProjectSearch implements SearchSource {
    private static final int DETAIL = 300;

    private final Projects projects;
    private final Curriculum curriculum;

    ProjectSearch(Projects projects, Curriculum curriculum) {
        this.projects = projects;
        this.curriculum = curriculum;
    }

    /** Called once after each start, and the first to read all of them: what is wrong is told here. */
    @Override
    public Stream<SearchEntry> entries() {
        projects.broken().forEach(error -> Log.warnf("left out of the projects: %s", error));
        return projects.all().stream().map(this::entry);
    }

    private SearchEntry entry(ProjectPlan plan) {
        var needs = plan.needs().stream()
                .flatMap(id -> curriculum.skill(id).stream())
                .map(Skill::name)
                .collect(Collectors.joining(" "));
        var stages = plan.stages().stream().map(ProjectPlan.Stage::title).collect(Collectors.joining(" "));
        var goal = plan.goal().strip().replaceAll("\\s+", " ");
        return new SearchEntry(
                SearchEntry.Kind.PROJECT,
                "/projects/" + plan.id(),
                plan.title(),
                goal.substring(0, Math.min(DETAIL, goal.length())),
                String.join(" ", plan.goal(), plan.ending().used(), needs, stages));
    }
}
