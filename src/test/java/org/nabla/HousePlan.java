package org.nabla;

import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The plan of the house as data: which package may import which, and what of a room may be used from outside. */
final class HousePlan {

    private static final String ROOT = "org.nabla.";

    /** From the ground up: a package, and after the arrow those that it may import. A dash says none. */
    static final Map<String, List<String>> IMPORTS = table("""
            database               <- -
            typesetting            <- -
            math                   <- -
            math.ball              <- -
            math.value             <- math math.ball
            math.lexing            <- math
            math.writing           <- math
            math.speech            <- math math.writing
            math.reading           <- math math.lexing math.writing
            math.tidy              <- math math.value
            math.canonical         <- math math.ball math.value
            math.exact             <- math math.tidy math.value math.writing
            math.calculus          <- math math.exact math.tidy math.value
            math.equivalence       <- math math.ball math.calculus math.canonical math.tidy math.value
            math.solving           <- math math.calculus math.equivalence math.exact math.tidy math.value
            math.formula           <- math math.calculus math.exact math.solving math.tidy math.value math.writing
            math.symja.wire        <- math
            math.symja             <- math math.symja.wire
            math.symja.worker      <- math math.lexing math.reading math.symja math.symja.wire
            outside                <- -
            web                    <- -
            web.about              <- -
            web.prose              <- typesetting
            web.figure             <- web.prose
            grading                <- math
            grading.judging        <- grading math math.calculus math.equivalence math.lexing math.reading math.value math.writing
            grading.form           <- grading.judging math math.calculus
            grading.diagnosis      <- grading grading.judging math math.calculus math.value math.writing
            grading.choice         <- grading grading.judging
            grading.collection     <- grading grading.judging math math.lexing
            grading.integral       <- grading grading.judging math math.lexing math.reading math.writing
            grading.realset        <- grading grading.diagnosis grading.judging math math.equivalence math.lexing math.solving math.tidy math.value
            grading.locus          <- grading grading.diagnosis grading.judging grading.realset math math.calculus math.equivalence math.lexing math.value
            grading.value          <- grading grading.diagnosis grading.form grading.judging math math.calculus math.equivalence math.lexing math.value
            grading.grader         <- grading grading.choice grading.collection grading.integral grading.judging grading.locus grading.realset grading.value math math.equivalence
            grading.witness        <- grading grading.judging math math.reading
            mail                   <- -
            account                <- web
            account.data           <- account web
            account.factor         <- account account.data web
            account.mail           <- account account.data mail web
            operation              <- account web
            operation.retention    <- account account.data
            operation.notice       <- account account.data operation.retention
            exercise               <- grading
            exercise.template      <- exercise math
            exercise.lesson        <- exercise exercise.template grading
            exercise.reading       <- exercise exercise.lesson exercise.template math math.lexing math.reading
            exercise.numeric       <- math math.value math.writing
            exercise.contour       <- -
            exercise.space         <- -
            exercise.generator     <- exercise exercise.contour exercise.lesson exercise.numeric exercise.reading exercise.space exercise.template grading math math.formula math.lexing math.reading math.writing
            exercise.check         <- exercise exercise.catalogue exercise.contour exercise.curriculum exercise.generator exercise.lesson exercise.numeric exercise.reading exercise.space exercise.template grading grading.grader math math.equivalence math.formula math.lexing math.reading math.symja.worker math.writing typesetting
            exercise.catalogue     <- exercise exercise.lesson exercise.reading exercise.template
            exercise.curriculum    <- exercise exercise.reading
            progress.mastery       <- exercise.curriculum
            progress               <- account account.data exercise exercise.catalogue exercise.check exercise.curriculum exercise.generator exercise.template grading progress.mastery
            progress.witness       <- account account.data exercise grading grading.witness progress
            progress.report        <- account account.data exercise grading progress web
            progress.history       <- account exercise exercise.catalogue exercise.curriculum exercise.template grading progress progress.mastery progress.report web
            progress.checkin       <- account account.data exercise.curriculum progress progress.mastery
            project                <- -
            project.workshop       <- -
            project.template       <- exercise
            project.making         <- exercise grading project.template project.workshop
            project.reading        <- exercise exercise.reading grading.grader project.making project.template project.workshop
            project.check          <- exercise grading grading.grader project.making project.template
            project.catalogue      <- exercise exercise.catalogue project.reading project.template
            project.notebook       <- project.making project.template project.workshop
            project.picture        <- project.template project.workshop
            project.run            <- search account account.data exercise exercise.curriculum exercise.template grading practice practice.map progress progress.mastery project.catalogue project.making project.notebook project.picture project.template project.workshop
            lesson                 <- account account.data exercise exercise.catalogue exercise.curriculum exercise.generator exercise.lesson exercise.template grading grading.grader math.formula math.lexing web.figure math
            api                    <- exercise exercise.catalogue exercise.generator exercise.template grading grading.grader math web
            api.token              <- account account.data api classroom web
            api.course             <- account api api.token classroom classroom.assignment classroom.marking classroom.work exercise gradebook web
            search                 <- account exercise.catalogue exercise.curriculum exercise.template
            practice.map           <- account exercise.catalogue exercise.curriculum exercise.template progress progress.checkin progress.mastery web
            practice.next          <- exercise exercise.catalogue exercise.curriculum exercise.template progress progress.checkin progress.mastery
            practice               <- account exercise exercise.catalogue exercise.curriculum exercise.generator exercise.lesson exercise.template grading grading.grader lesson math math.lexing math.reading math.speech practice.map practice.next progress progress.checkin progress.mastery progress.report progress.witness web
            practice.checkin       <- account exercise exercise.catalogue exercise.curriculum exercise.template grading practice progress progress.checkin
            practice.laboratory    <- account exercise exercise.contour grading math math.calculus math.lexing math.reading math.tidy math.value math.writing practice progress
            classroom              <- account account.data web
            classroom.people       <- account classroom web
            classroom.course       <- account classroom classroom.people web
            classroom.roster       <- account account.data classroom web
            classroom.marking      <- account grading progress
            classroom.sheet        <- exercise grading grading.grader
            paper                  <- web.figure
            classroom.problemset   <- account classroom classroom.marking classroom.sheet exercise exercise.catalogue exercise.curriculum exercise.template paper practice progress web
            classroom.assignment   <- account account.data classroom classroom.marking classroom.problemset exercise exercise.template grading progress
            classroom.note         <- account classroom classroom.marking classroom.problemset exercise practice web
            classroom.work         <- account classroom classroom.assignment classroom.marking classroom.note classroom.problemset classroom.sheet exercise exercise.catalogue exercise.curriculum exercise.template grading practice progress progress.mastery web
            classroom.term         <- account classroom classroom.assignment classroom.marking classroom.problemset web
            authoring.form         <- exercise.reading
            authoring              <- account account.data authoring.form classroom exercise exercise.catalogue exercise.check exercise.curriculum exercise.generator exercise.reading exercise.template grading grading.grader math math.formula progress web
            project.own            <- account account.data exercise exercise.curriculum grading grading.grader project.check project.reading project.run project.template web
            project.teaching       <- account classroom classroom.assignment classroom.problemset exercise project.making project.run project.template
            embed                  <- api exercise exercise.catalogue exercise.template grading practice progress web
            moodle                 <- exercise grading math math.lexing math.reading math.value math.writing web.figure
            moodle.download        <- account classroom classroom.assignment classroom.problemset exercise exercise.catalogue exercise.template moodle progress web
            teaching.demo          <- account classroom classroom.assignment classroom.marking classroom.note classroom.problemset exercise exercise.catalogue exercise.template grading grading.grader progress progress.report
            teaching               <- account classroom teaching.demo web
            gradebook.statistics   <- -
            gradebook              <- account classroom classroom.assignment classroom.marking exercise exercise.catalogue exercise.template grading practice progress web
            gradebook.mistakes     <- account classroom classroom.assignment classroom.marking classroom.note classroom.sheet exercise exercise.catalogue exercise.template gradebook.statistics grading grading.grader progress progress.report web
            gradebook.items        <- account classroom classroom.assignment exercise exercise.template gradebook.mistakes gradebook.statistics progress web
            notice                 <- account.mail classroom classroom.assignment classroom.marking classroom.note exercise.curriculum gradebook math math.lexing math.reading math.speech progress progress.mastery typesetting
            signon                 <- -
            signon.provider        <- account outside web
            signon.people          <- account account.data signon.provider web
            signon.door            <- account outside signon.people signon.provider web
            lti                    <- web
            lti.key                <- lti
            lti.registration       <- account lti lti.key outside web
            lti.service            <- lti.key outside lti.registration
            lti.place              <- account classroom lti web
            lti.people             <- account account.data lti.place web
            lti.roster             <- outside lti.people lti.place lti.registration lti.service
            lti.outbox             <- account account.data classroom classroom.assignment gradebook outside lti.place lti.registration lti.roster lti.service web
            lti.deeplink           <- account classroom classroom.assignment classroom.marking classroom.problemset exercise.curriculum lti lti.key lti.outbox lti.place lti.registration web
            lti.dynamic            <- account lti outside lti.registration lti.service web
            lti.launch             <- account classroom.assignment lti lti.deeplink lti.outbox outside lti.people lti.place lti.registration web
            """);

    /** The faces: the classes of a room that other rooms may use, by their place in it. Its other public types are for itself. */
    static final Map<String, Set<String>> FACES = Map.of(
            "math", words("""
                    AlgebraAwayException CalculusException Cas Definitions Domain Expression Function Greek Rational Substitution SyntaxError
                    SyntaxException Traversal calculus.Derivative calculus.UndifferentiableException
                    equivalence.Disagreement equivalence.Equivalence
                    equivalence.EquivalenceChecker equivalence.ExactSign formula.Calculus lexing.DecimalComma lexing.Typing lexing.Vocabulary
                    reading.ExpressionParser reading.Reading solving.ExactZeros speech.SpeechWriter symja.worker.CasConfig
                    symja.worker.CasState symja.worker.CasStatistics symja.worker.SymjaCas tidy.Tidy value.Bounds value.Evaluator value.ExactNumbers writing.LatexWriter
                    writing.TextWriter"""),
            "grading", words("""
                    AnswerSpec Outcome Preview Verdict grader.AnswerKey grader.Grader grader.GradingConfig
                    witness.AlgebraWitness witness.Testimony"""),
            "exercise", words("""
                    Exercise ExerciseId Place Seed TemplateError catalogue.BuiltIn catalogue.ExerciseCatalogue catalogue.LessonCatalogue check.SecondOpinion check.TemplateCheck
                    check.TemplateReport contour.LevelCurves contour.Outline curriculum.Area curriculum.Curriculum curriculum.Skill curriculum.SkillId
                    curriculum.Track generator.CarryForward generator.ExerciseGenerator generator.LessonMaker
                    lesson.Lesson lesson.LessonPlan reading.FormatReference reading.TemplateReader reading.TemplateText reading.Text reading.YamlFile
                    template.BrokenTemplateException template.Condition template.Draw template.Formula template.FigurePlan template.ExerciseTemplate template.Prose template.NotMadeException template.Task template.TemplateReading"""),
            "classroom", words("""
                    Accommodation Accommodations Arrivals CourseAccess CourseCopied CourseForm Section Sections SeatRepository marking.Allowance marking.Counts marking.LateRule marking.Telling problemset.Picked CourseLog CourseMoment CourseNumber CoursePanel CoursePeople CourseRole CourseService Enrolled LogAction Missing PersonName Seat
                    assignment.AcceptedAnswers assignment.Assignment assignment.AssignmentService assignment.MarkForecast
                    assignment.Predictions assignment.Problem assignment.WorkService marking.AssignmentRules marking.MarkMove
                    marking.Attempted problemset.ProblemSetService marking.Extension marking.MarkOverride marking.Standing marking.Terms marking.ProblemMark note.CourseNotes sheet.ExerciseSheet
                    sheet.Sheets work.ExtensionReading"""));

    private HousePlan() {}

    /** The package of a class by its place in the house: {@code math.tidy}; empty for the front door, {@code org.nabla} itself. */
    static String packageOf(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }

    /** The room in which a class stands: {@code math}. */
    static String roomOf(JavaClass type) {
        return packageOf(type).split("\\.", 2)[0];
    }

    /** Whether this class, or the one in which it is nested, may be used from other rooms. */
    static boolean isFace(JavaClass type) {
        var face = FACES.get(roomOf(type));
        return face == null || face.contains(placeInRoom(type));
    }

    private static String placeInRoom(JavaClass type) {
        var name = type.getName().substring((ROOT + roomOf(type) + ".").length());
        return name.split("\\$", 2)[0];
    }

    static AllowedModuleDependencies allowed() {
        var plan = allow().fromModule("database").toModules();
        IMPORTS.forEach((from, to) -> plan.fromModule(from).toModules(to.toArray(String[]::new)));
        return plan;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Map<String, List<String>> table(String text) {
        var plan = new LinkedHashMap<String, List<String>>();
        for (var line : text.strip().lines().toList()) {
            var sides = line.strip().split("\\s*<-\\s*");
            plan.put(sides[0], sides[1].equals("-") ? List.of() : List.of(sides[1].split("\\s+")));
        }
        return plan;
    }
}
