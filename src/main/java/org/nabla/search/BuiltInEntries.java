package org.nabla.search;

import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;

/** The skills and exercises that come with the application. */
@Singleton
class BuiltInEntries implements SearchSource {
    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;

    BuiltInEntries(Curriculum curriculum, ExerciseCatalogue catalogue) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
    }

    @Override
    public Stream<SearchEntry> entries() {
        return Stream.concat(
                curriculum.skills().stream().map(this::entry),
                catalogue.all().stream().map(this::entry));
    }

    private SearchEntry entry(Skill skill) {
        var area = curriculum.areaOf(skill.id()).map(Area::title).orElse("");
        return new SearchEntry(
                SearchEntry.Kind.SKILL,
                skill.address(),
                skill.name(),
                skill.what(),
                String.join(" ", skill.what(), skill.chapter(), area, skill.id().value()));
    }

    private SearchEntry entry(ExerciseTemplate template) {
        var skills = template.skills().stream()
                .flatMap(id -> curriculum.skill(id).stream())
                .toList();
        return new SearchEntry(
                SearchEntry.Kind.EXERCISE,
                "/practice/" + template.id(),
                template.title(),
                skills.stream().map(Skill::name).collect(Collectors.joining(", ")),
                skills.stream().map(s -> s.name() + " " + s.chapter()).collect(Collectors.joining(" ")));
    }
}
