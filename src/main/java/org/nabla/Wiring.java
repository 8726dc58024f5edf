package org.nabla;

import io.quarkus.arc.Arc;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.catalogue.LessonCatalogue;
import org.nabla.exercise.check.SecondOpinion;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.generator.CarryForward;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.grading.grader.Grader;
import org.nabla.grading.grader.GradingConfig;
import org.nabla.grading.witness.AlgebraWitness;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.formula.Calculus;
import org.nabla.math.symja.worker.SymjaCas;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.SkillGraph;
import org.nabla.progress.store.ExerciseMaker;
import org.nabla.progress.store.QuietMaker;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.teaching.demo.StagedClock;
import org.nabla.web.address.ClientAddress;

/** The beans that belong to no feature. */
class Wiring {
    /** For one question of a template to the algebra system. */
    private static final Duration GENERATION = Duration.ofSeconds(2);

    /** For one comparison of a judged answer, and for its turn. */
    private static final Duration WITNESS = Duration.ofSeconds(1);

    private static final CompletableFuture<@Nullable Void> SERVING = new CompletableFuture<>();

    /** The only clock of the application, so that a test can set the time. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return new StagedClock(Clock.systemUTC());
    }

    /** The algebra system. Its workers start in the background when the first page can be served. */
    @Produces
    @Singleton
    @Startup
    SymjaCas algebra(AlgebraSettings settings, CurrentVertxRequest request, ClientAddress clients) {
        return SymjaCas.start(settings.toConfig(), SERVING, () -> asker(request, clients));
    }

    /** The event is told to asynchronous observers alone. */
    void serving(@ObservesAsync HttpServerStart server) {
        SERVING.complete(null);
    }

    /** Done when the first page can be served. */
    static Future<?> served() {
        return SERVING;
    }

    /** Jobs have no request, and ask in nobody's name. */
    private static String asker(CurrentVertxRequest request, ClientAddress clients) {
        if (!Arc.container().requestContext().isActive()) {
            return "";
        }
        @Nullable RoutingContext routing = request.getCurrent();
        return routing == null ? "" : clients.of(routing.request());
    }

    void close(@Disposes SymjaCas algebra) {
        algebra.close();
    }

    @Produces
    @Singleton
    EquivalenceChecker equivalence(SymjaCas algebra, GradingConfig config) {
        return new EquivalenceChecker(algebra, config.budget());
    }

    @Produces
    @Singleton
    Grader grader(EquivalenceChecker equivalence, GradingConfig config) {
        return new Grader(equivalence, config);
    }

    /** Read at the start, so that a template that cannot be read is reported then. */
    @Produces
    @Singleton
    @Startup
    ExerciseCatalogue catalogue() {
        var catalogue = EarlyReading.EXERCISES.take();
        catalogue.broken().forEach(error -> Log.warnf("left out of the catalog: %s", error));
        return catalogue;
    }

    /** Read at the start, so that a lesson that cannot be read is reported then. */
    @Produces
    @Singleton
    @Startup
    LessonCatalogue lessonCatalogue() {
        var catalogue = EarlyReading.LESSONS.take();
        catalogue.broken().forEach(error -> Log.warnf("left out of the lessons: %s", error));
        return catalogue;
    }

    @Produces
    @Singleton
    ProjectCatalogue projectCatalogue() {
        return ProjectCatalogue.load();
    }

    /** Read at the start, so that a mistake in it stops the start. */
    @Produces
    @Singleton
    @Startup
    Curriculum curriculum() {
        return EarlyReading.CURRICULUM.take();
    }

    /** Made at the start, while the catalogue is whole: what a state means must not depend on what broke since. */
    @Produces
    @Singleton
    @Startup
    LearnerModel learnerModel(Curriculum curriculum, ExerciseCatalogue catalogue) {
        var narrow = curriculum.skills().stream()
                .map(Skill::id)
                .filter(id -> catalogue.bySkill(id.value()).size() < 2)
                .collect(Collectors.toSet());
        return new LearnerModel(new SkillGraph(curriculum, narrow));
    }

    @Produces
    @Singleton
    Calculus calculus(SymjaCas algebra) {
        return new Calculus(algebra, GENERATION);
    }

    @Produces
    @Singleton
    ExerciseGenerator generator(Calculus calculus) {
        return new ExerciseGenerator(calculus);
    }

    @Produces
    @Singleton
    ExerciseMaker maker(ExerciseGenerator generator, SymjaCas algebra) {
        return new ExerciseMaker(generator, new SecondOpinion(algebra, GENERATION));
    }

    @Produces
    @Singleton
    QuietMaker quietMaker(SymjaCas algebra) {
        var cas = algebra.inBackground();
        return new QuietMaker(new ExerciseMaker(
                new ExerciseGenerator(new Calculus(cas, GENERATION)), new SecondOpinion(cas, GENERATION)));
    }

    /** Asked where nobody waits. */
    @Produces
    @Singleton
    AlgebraWitness witness(SymjaCas algebra) {
        return new AlgebraWitness(algebra.inBackground(), WITNESS, WITNESS);
    }

    @Produces
    @Singleton
    CarryForward carryForward(Calculus calculus) {
        return new CarryForward(calculus);
    }

    /** Where something is chosen by chance; a test puts a seeded one in its place. */
    @Produces
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
