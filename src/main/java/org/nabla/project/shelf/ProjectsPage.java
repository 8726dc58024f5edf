package org.nabla.project.shelf;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.project.progress.RunProgress;
import org.nabla.project.template.ProjectPlan;

/**
 * The path of all projects.
 *
 * @param written those that the visitor wrote
 */
record ProjectsPage(List<Card> cards, List<OwnPlans.Written> written) {

    /**
     * @param progress empty where it was not begun
     * @param thumbnail a picture without words
     */
    record Card(ProjectPlan plan, List<Need> needs, Optional<RunProgress> progress, Optional<RawString> thumbnail) {}

    /** A skill that is needed, and whether it is practised well enough. */
    record Need(Skill skill, boolean practised) {}
}
