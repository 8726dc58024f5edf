package org.nabla;

import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
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
            database.glance        <- -
            query                  <- database.glance
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
            math.symja.worker      <- line math math.lexing math.reading math.symja math.symja.wire
            outside                <- -
            web.address            <- -
            web.form               <- -
            web.page               <- web.address
            web                    <- web.address
            web.trouble            <- web web.form
            web.about              <- -
            web.admission          <- line web.address web.trouble
            web.prose              <- typesetting
            figure                 <- -
            chance                 <- -
            line                   <- -
            web.figure             <- figure web.prose
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
            backup                 <- database
            account                <- web.address web.form
            account.session        <- account web.address web.page web.trouble
            account.password       <- account account.session web.form web.trouble web
            account.door           <- account account.password account.session web.address web.form web
            account.operator       <- account account.door account.password account.session query web.form web.trouble web.address
            account.own            <- account account.door account.password account.session web.form
            account.data           <- account database web account.own account.session web.form web.trouble
            account.factor         <- account account.data account.door account.password account.session web.form
            account.mail           <- account account.data mail web query account.password account.session web.address web.form web.trouble
            operation              <- web query
            operation.retention    <- account.data database query
            operation.notice       <- account account.data operation.retention
            exercise               <- grading
            exercise.template      <- exercise math
            exercise.lesson        <- exercise exercise.template grading
            exercise.reading       <- exercise exercise.lesson exercise.template math math.lexing math.reading
            exercise.numeric       <- math math.value math.writing
            exercise.contour       <- -
            exercise.space         <- -
            exercise.generator     <- chance exercise exercise.contour exercise.lesson exercise.numeric exercise.reading exercise.space exercise.template figure grading math math.formula math.lexing math.reading math.writing
            exercise.check         <- exercise exercise.catalogue exercise.contour exercise.curriculum exercise.generator exercise.lesson exercise.numeric exercise.reading exercise.space exercise.template figure grading grading.grader math math.equivalence math.formula math.lexing math.reading math.symja.worker math.writing typesetting
            exercise.catalogue     <- exercise exercise.lesson exercise.reading exercise.template
            exercise.curriculum    <- exercise exercise.reading
            progress.mastery       <- exercise.curriculum
            progress.store         <- account exercise exercise.catalogue exercise.check exercise.generator exercise.template query
            progress.attempt       <- account account.data database database.glance exercise grading progress.store query
            progress.learner       <- account account.data database.glance exercise exercise.curriculum grading progress.attempt progress.mastery query
            progress.prediction    <- database exercise exercise.catalogue exercise.curriculum exercise.template progress.mastery query
            progress               <- account account.data exercise exercise.curriculum grading progress.mastery database.glance progress.attempt progress.learner progress.store query
            progress.witness       <- account account.data exercise grading grading.witness progress progress.attempt progress.store query
            progress.report        <- account account.data exercise grading progress account.operator account.session progress.attempt progress.store web.address web.trouble query
            progress.history       <- account exercise exercise.catalogue exercise.curriculum exercise.template grading progress progress.mastery progress.report database.glance account.session progress.attempt progress.learner web.page web.trouble query
            progress.checkin       <- account account.data exercise.curriculum progress progress.mastery query database.glance progress.store
            project                <- -
            project.workshop       <- chance
            project.progress       <- account account.data exercise grading progress progress.attempt project.making project.template query database.glance
            project.shelf          <- account account.session exercise exercise.curriculum exercise.template practice.desk practice.map progress.attempt progress.learner progress.mastery progress.store project.catalogue project.making project.notebook project.picture project.progress project.template project.workshop search
            project.template       <- exercise
            project.making         <- chance exercise grading project.template project.workshop
            project.reading        <- chance exercise exercise.reading grading.grader project.making project.template project.workshop grading
            project.check          <- exercise grading grading.grader project.making project.template
            project.catalogue      <- exercise exercise.catalogue project.reading project.template
            project.notebook       <- project.making project.template project.workshop
            project.picture        <- project.template project.workshop
            practice.answer        <- account database.glance exercise exercise.generator figure grading grading.grader math math.lexing math.reading math.speech progress progress.attempt progress.store progress.witness query
            practice.desk          <- account account.session database.glance exercise exercise.catalogue exercise.curriculum exercise.template grading lesson math.lexing practice.answer practice.next progress progress.attempt progress.learner progress.mastery progress.report progress.store query web.page
            practice.skill         <- account account.session exercise exercise.catalogue exercise.curriculum exercise.lesson exercise.template lesson practice.desk practice.map progress.learner progress.mastery web.address web.trouble
            project.run            <- account exercise grading progress project.making project.notebook project.template project.workshop progress.attempt progress.store account.session practice.desk project.progress project.shelf web.page
            lesson                 <- account account.data exercise exercise.catalogue exercise.curriculum exercise.generator exercise.lesson exercise.template grading grading.grader math.formula math.lexing web.figure math query account.session
            api                    <- exercise exercise.catalogue exercise.generator exercise.template grading grading.grader math web.address
            classroom.log          <- account query
            classroom.seat         <- account web.trouble query
            classroom.times        <- account classroom.log classroom.seat query
            classroom.member       <- account classroom.log classroom.seat classroom.times query
            api.token              <- account account.data api classroom account.own account.password account.session classroom.seat web.address web.form web.trouble
            api.course             <- account api api.token classroom classroom.assignment classroom.marking classroom.work exercise gradebook classroom.member classroom.seat web.form
            search                 <- account exercise.catalogue exercise.curriculum exercise.template query account.session
            practice.map           <- account exercise.catalogue exercise.curriculum exercise.template progress.checkin progress.mastery progress.learner account.session web.trouble
            practice.next          <- exercise exercise.catalogue exercise.curriculum exercise.template progress.checkin progress.mastery progress.learner
            practice               <- account exercise exercise.catalogue exercise.curriculum exercise.template grading lesson practice.next progress progress.checkin progress.mastery database.glance progress.attempt progress.learner progress.store account.session practice.desk web.page web.trouble query
            practice.home          <- account account.session exercise exercise.catalogue exercise.curriculum grading practice practice.desk practice.next progress progress.attempt progress.learner progress.mastery progress.store database.glance query
            practice.checkin       <- account exercise exercise.catalogue exercise.curriculum exercise.template grading progress progress.checkin progress.attempt progress.store account.session practice.desk query
            practice.laboratory    <- account exercise exercise.contour grading math math.calculus math.lexing math.reading math.tidy math.value math.writing progress progress.attempt progress.store account.session practice.answer
            classroom              <- account account.data query account.operator account.session classroom.log classroom.member classroom.seat web.form web.page web.trouble
            classroom.listing      <- account classroom classroom.assignment classroom.marking classroom.member classroom.note classroom.problemset classroom.seat exercise exercise.template practice.home progress.store web.form web.trouble
            classroom.dates        <- account classroom classroom.assignment classroom.listing classroom.log classroom.marking classroom.member classroom.problemset classroom.seat classroom.times web.form web.trouble
            classroom.people       <- account classroom query account.operator account.session classroom.log classroom.member classroom.seat classroom.times web.address web.form web.page web.trouble
            classroom.course       <- account classroom classroom.people account.session classroom.log classroom.member classroom.seat classroom.times web.form web.page web.trouble web.address
            classroom.roster       <- account account.data classroom account.password classroom.log classroom.member classroom.seat web.form web.trouble web.address query
            classroom.marking      <- account grading progress.attempt
            classroom.sheet        <- exercise grading grading.grader
            paper                  <- web.figure
            classroom.problemset   <- account classroom classroom.marking classroom.sheet exercise exercise.catalogue exercise.curriculum exercise.template paper progress.store practice.desk classroom.seat web.form web.trouble
            classroom.outbox       <- query
            classroom.assignment   <- account account.data classroom classroom.marking classroom.problemset exercise exercise.template grading query database.glance progress.attempt progress.learner progress.store classroom.log classroom.member classroom.seat classroom.times classroom.outbox
            classroom.note         <- account classroom classroom.marking classroom.problemset exercise query practice.desk classroom.log classroom.seat web.address
            classroom.work         <- account classroom classroom.assignment classroom.marking classroom.problemset classroom.sheet exercise exercise.catalogue exercise.curriculum exercise.template grading progress.mastery progress.attempt progress.learner progress.store practice.desk classroom.listing classroom.member classroom.seat classroom.times web.form web.page web.trouble database.glance
            classroom.term         <- account classroom classroom.assignment classroom.marking classroom.problemset classroom.member classroom.seat classroom.times web.form
            authoring.form         <- exercise.reading
            authoring.template     <- account account.data classroom classroom.seat exercise exercise.curriculum exercise.generator exercise.reading exercise.template grading grading.grader math math.formula progress.store query
            authoring.check        <- account authoring.template exercise exercise.check exercise.template grading.grader math math.formula query web
            authoring              <- account authoring.form classroom exercise exercise.catalogue exercise.curriculum exercise.reading exercise.template grading progress.attempt account.session classroom.log classroom.seat authoring.check authoring.template web.page web.trouble
            project.own            <- account account.data exercise exercise.curriculum grading.grader project.check project.reading project.template query account.session project.shelf
            project.teaching       <- account classroom classroom.assignment classroom.problemset exercise project.making project.template classroom.seat project.shelf
            embed                  <- api exercise exercise.catalogue exercise.template grading progress.attempt progress.store practice.answer practice.desk web.address web.trouble
            moodle                 <- exercise grading math math.lexing math.reading math.value math.writing web.figure
            moodle.download        <- account classroom classroom.assignment classroom.problemset exercise exercise.catalogue exercise.template moodle progress.store account.session classroom.seat
            teaching.demo          <- account classroom classroom.assignment classroom.marking classroom.note classroom.problemset exercise exercise.catalogue exercise.template grading grading.grader progress progress.report query progress.attempt progress.store classroom.seat
            teaching               <- account classroom teaching.demo account.session classroom.seat query
            gradebook.statistics   <- -
            gradebook.marks        <- account classroom classroom.assignment classroom.log classroom.marking classroom.member classroom.seat exercise exercise.template grading progress.store query web
            gradebook.regrading    <- account classroom classroom.assignment classroom.log classroom.marking classroom.member classroom.seat exercise exercise.template gradebook.marks grading practice.answer progress progress.attempt progress.store query
            gradebook.variants     <- account classroom classroom.assignment classroom.member classroom.seat exercise exercise.template gradebook.marks progress.store query
            gradebook.weights      <- classroom classroom.assignment classroom.seat gradebook.marks web.form
            gradebook              <- account classroom classroom.assignment classroom.marking web classroom.member classroom.seat gradebook.marks gradebook.regrading
            gradebook.mistakes     <- account classroom classroom.assignment classroom.marking classroom.note classroom.sheet exercise exercise.template gradebook.statistics grading grading.grader progress.report progress.attempt progress.store classroom.member classroom.seat query
            gradebook.items        <- account classroom classroom.assignment exercise exercise.template gradebook.mistakes gradebook.statistics progress.store classroom.seat
            notice                 <- account.mail classroom classroom.assignment classroom.marking classroom.note exercise.curriculum gradebook math math.lexing math.reading math.speech progress.mastery typesetting progress.learner account classroom.seat
            signon                 <- -
            signon.provider        <- account outside query account.operator account.session web.address web.form
            signon.people          <- account account.data signon.provider query account.door account.operator account.session web.address web.trouble
            signon.door            <- account outside signon.people signon.provider query account.door account.session web.address web.page web.trouble
            lti                    <- web.address
            lti.key                <- lti query
            lti.registration       <- account lti lti.key outside query account.operator account.session web.address web.form
            lti.service            <- lti.key outside lti.registration
            lti.place              <- account classroom lti query account.operator account.session classroom.seat web.address web.form web.page
            lti.people             <- account account.data lti.place account.door account.session web.address web.form
            lti.roster             <- outside lti.people lti.place lti.registration lti.service query account
            lti.outbox             <- account account.data classroom classroom.assignment gradebook outside lti.place lti.registration lti.roster lti.service web query classroom.seat
            lti.deeplink           <- account classroom classroom.assignment classroom.marking classroom.problemset exercise.curriculum lti lti.key lti.outbox lti.place lti.registration query account.session classroom.seat web.form web.page web.trouble
            lti.dynamic            <- account lti outside lti.registration lti.service account.session web.form web.page web.trouble
            lti.launch             <- account classroom.assignment lti lti.deeplink lti.outbox outside lti.people lti.place lti.registration query account.door web.address web.trouble
            """);

    /** How many components a record has at most: of more, some travel together and are a record of their own. */
    static final int MOST_COMPONENTS = 12;

    /** How many parameters a constructor takes at most: a class that needs more does more than one thing. */
    static final int MOST_PARAMETERS = 8;

    /** The faces: the classes of a room that other rooms may use, by their place in it. Its other public types are for itself. */
    static final Map<String, Set<String>> FACES = Map.ofEntries(
            entry("math", words("""
                    AlgebraAwayException CalculusException Cas Deadline Definitions Domain Expression ExpressionSort ExpressionVisitor Function Greek PartialVisitor Rational Rationals Substitution SyntaxError
                    SyntaxException calculus.Derivative calculus.UndifferentiableException
                    equivalence.Contradiction equivalence.Equivalence
                    equivalence.EquivalenceChecker equivalence.ExactSign formula.Calculus lexing.DecimalComma lexing.Typing lexing.Vocabulary
                    reading.ExpressionParser reading.Reading solving.ExactZeros speech.SpeechWriter symja.worker.CasConfig
                    symja.worker.CasState symja.worker.CasStatistics symja.worker.SymjaCas tidy.Tidy value.Bounds value.Evaluator value.ExactNumbers writing.LatexWriter
                    writing.TextWriter""")),
            entry("grading", words("""
                    AnswerSpec Outcome Preview Verdict grader.AnswerKey grader.Grader grader.GradingConfig
                    witness.AlgebraWitness witness.Testimony""")),
            entry("exercise", words("""
                    Exercise ExerciseId Place Seed TemplateError catalogue.BuiltInFiles catalogue.ExerciseCatalogue catalogue.LessonCatalogue check.SecondOpinion check.TemplateCheck
                    check.TemplateReport contour.LevelCurves contour.Outline curriculum.Area curriculum.Curriculum curriculum.Skill curriculum.SkillId
                    curriculum.Track generator.CarryForward generator.ExerciseGenerator generator.LessonMaker
                    lesson.Lesson lesson.LessonPlan reading.FormatReference reading.TemplateReader reading.TemplateText reading.Text reading.YamlFile
                    template.BrokenTemplateException template.Condition template.Draw template.Formula template.FigurePlan template.ExerciseTemplate template.Prose template.NotMadeException template.Task template.TemplateReading""")),
            entry("classroom", words("""
                    Arrivals CourseAccess CourseCopied CourseForm CourseMoment CourseNumber CoursePanel CourseRemoved CourseService Missing
                    assignment.AcceptedAnswers assignment.Assignment assignment.AssignmentService assignment.AssignmentsGone
                    assignment.MarkForecast assignment.Predictions assignment.Problem assignment.WorkService log.CourseLog log.LogAction marking.Allowance
                    marking.AssignmentRules marking.Attempted marking.Counts marking.Extension marking.LateRule marking.MarkMove
                    marking.MarkOverride marking.ProblemMark marking.Standing marking.Telling marking.Terms marking.Timing member.CoursePeople
                    member.Enrolled member.Sections note.CourseNotes problemset.Picked problemset.ProblemSetService seat.CourseRole
                    seat.PersonName seat.Seat seat.SeatRepository seat.Section sheet.ExerciseSheet sheet.Sheets work.ExtensionReading""")),
            entry("progress", words("""
                    Conditions Help ProgressService Wishes attempt.FormName attempt.GradedAttempt attempt.GradedResponse attempt.HistoryFilter
                    attempt.Manner attempt.PastAttempt attempt.Reservations attempt.Untold attempt.Trace attempt.PracticeWeek checkin.CheckIn checkin.CheckIns
                    checkin.Placed checkin.Placement checkin.Reply learner.SkillStates learner.Trail learner.VerdictRevisions
                    mastery.Fading mastery.LearnerModel mastery.LearnerState mastery.Level mastery.MasteryView mastery.SkillState
                    report.FiledReport report.OwnReport report.ReportBox report.Reports store.DrawnValues store.ExerciseStore store.Lookup store.Shelf
                    store.Shelves store.StoredExercise witness.SecondWitness""")),
            entry("account", words("""
                    AccountRoles Contact FirstPage GuestMerge Legible ProgramAccess Role Throttle Token User UserFacts UserId
                    UserRepository WayIn data.IdleGuests data.OwnData data.OwnTable door.SecondStepTaken door.SignOn mail.Notice
                    mail.NoticeKind mail.NoticeSource operator.OperatorAct operator.OperatorLog operator.Teachers own.AccountRemoval
                    password.NewAccounts password.OwnerCheck session.CurrentUser session.SessionCookie""")),
            entry("practice", words("""
                    answer.FigureView answer.PracticeService desk.Countdown desk.DeskRules desk.ExerciseDesk desk.KeptAnswers
                    desk.Leads desk.LevelWords desk.Occasion desk.PageNote desk.PageNotes desk.PartBox desk.Surroundings home.HomeCourses
                    map.Landmarks""")),
            entry("gradebook", words("""
                    CourseMarks SettledMarks""")),
            entry("authoring", words("""
""")),
            entry("project", words("""
""")),
            entry("web", words("""
                    Csv SecurityLog WorkQueue address.ClientAddress address.Doorway address.Framed address.Framing address.OwnAddress
                    address.SiteAddress figure.FigureHtml figure.Frames form.FormErrors form.Forms form.TimeZones page.Page
                    page.Visitor page.WrittenPage trouble.Refusal trouble.TurnedAway""")),
            entry("lesson", words("""
                    LessonDesk LessonPage LessonParagraph LessonViews Lessons ShortLesson""")),
            entry("api", words("""
                    RateLimiter""")),
            entry("search", words("""
                    SearchEntry SearchSource""")),
            entry("lti", words("""
""")),
            entry("signon", words("""
""")),
            entry("mail", words("""
                    Letter MailAddress MailSettings Postman Undelivered""")),
            entry("operation", words("""
""")),
            entry("notice", words("""
""")));

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

    static long components(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }

    /** Whether it is that of a record, which takes all components. */
    static boolean isCanonical(JavaConstructor constructor) {
        return constructor.getOwner().isRecord()
                && constructor.getRawParameterTypes().size() == components(constructor.getOwner());
    }

    /** How many parameters somebody wrote: the compiler adds two to those of an enum, and what classes in methods capture. */
    static int written(JavaConstructor constructor) {
        var type = constructor.getOwner();
        var parameters = constructor.getRawParameterTypes().size();
        return type.isAnonymousClass() || type.isLocalClass() ? 0 : type.isEnum() ? parameters - 2 : parameters;
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
