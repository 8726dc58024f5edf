package org.nabla.progress.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.HistoryPlace;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.report.Reports;
import org.nabla.query.Select;
import org.nabla.query.Statements;
import org.nabla.web.page.WrittenPage;

/** What the learner has done. */
@Path("/progress")
@Blocking
@Produces(MediaType.TEXT_HTML)
class ProgressResource {
    private static final int ROWS = 50;
    private static final Duration LATELY = Duration.ofDays(8 * 7);

    private final ProgressService progress;
    private final SkillStates skills;
    private final Reports reports;
    private final ExerciseCatalogue catalogue;
    private final Curriculum curriculum;
    private final Statements statements;
    private final CurrentUser user;
    private final Clock clock;

    ProgressResource(
            ProgressService progress,
            SkillStates skills,
            Reports reports,
            ExerciseCatalogue catalogue,
            Curriculum curriculum,
            Statements statements,
            CurrentUser user,
            Clock clock) {
        this.progress = progress;
        this.skills = skills;
        this.reports = reports;
        this.catalogue = catalogue;
        this.curriculum = curriculum;
        this.statements = statements;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "progress")
    static class Templates {
        static native TemplateInstance progress(ProgressPage page);
    }

    @GET
    public WrittenPage show(
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String skill,
            @RestQuery @Nullable String outcome) {
        var now = clock.instant();
        var from = HistoryPlace.parse(before);
        var all = skill == null && outcome == null;
        return WrittenPage.of(Glance.at(
                () -> user.id().ifPresent(learner -> ahead(learner, all ? Optional.of(from) : Optional.empty(), now)),
                () -> page(from, now, skill, outcome)));
    }

    /** @param all from where all that was done is shown; empty where only some is */
    private void ahead(UserId learner, Optional<Optional<HistoryPlace>> all, Instant now) {
        statements.ahead(Select.all(
                progress.historyAsked(learner, now.minus(LATELY), now),
                all.map(from -> ProgressService.latestAsked(learner, from, ROWS + 1)).stream()
                        .toList(),
                List.of(SkillStates.stateAsked(learner), Reports.asked(learner))));
    }

    private TemplateInstance page(
            Optional<HistoryPlace> from, Instant now, @Nullable String skill, @Nullable String outcome) {
        var learner = user.id();
        var answered = learner.map(progress::templatesOf).orElse(List.of());
        var choice = Choice.of(answered, catalogue, curriculum, skill, outcome);
        // One more than is shown tells whether there is more.
        var attempts = learner.map(id -> progress.history(id, choice.filter(catalogue), from, ROWS + 1))
                .orElse(List.of());
        return Templates.progress(new ProgressPage(
                !answered.isEmpty(),
                user.isGuest(),
                HistoryView.of(attempts, ROWS, from.isPresent()),
                choice,
                learner.map(id -> SkillRow.of(skills.of(id).values(), curriculum))
                        .orElse(List.of()),
                learner.map(id -> progress.weeks(id, now.minus(LATELY), now)).orElse(List.of()).stream()
                        .map(ProgressPage.WeekRow::of)
                        .toList(),
                learner.map(reports::of).orElse(List.of()).stream()
                        .map(ProgressPage.ReportRow::of)
                        .toList()));
    }
}
