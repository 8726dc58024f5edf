package org.nabla.project.progress;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: the projects that somebody began. What they answered is among the attempts. */
@Singleton
class RunData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(
                new OwnTable(
                        "projects",
                        "The projects you have begun. Your answers to their steps are among your attempts.",
                        Set.of("project_run"),
                        List.of(
                                column("project", "which one"),
                                column("seed", "the number behind your steps"),
                                column("data_seed", "the number behind your data as they are now"),
                                column("renewed", "how often you asked for new data"),
                                column("started_at", "when you began")),
                        "select project, seed, data_seed, renewed, started_at from project_run where learner_id = :user"
                                + " order by started_at",
                        Map.of("project_run.learner_id", "it is you", "project_run.id", "a number without meaning")),
                new OwnTable(
                        "project_values",
                        "The steps of projects of which you looked at values in between. It costs nothing.",
                        Set.of("project_values_seen"),
                        List.of(
                                column("template", "which step"),
                                column("seed", "the number behind the data"),
                                column("seen_at", "when you looked")),
                        "select template, seed, seen_at from project_values_seen where learner_id = :user order by seen_at",
                        Map.of("project_values_seen.learner_id", "it is you")));
    }
}
