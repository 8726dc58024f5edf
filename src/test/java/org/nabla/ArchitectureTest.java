package org.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;

/** The shape of the house. A change here is a change of architecture: say why in the commit. */
@AnalyzeClasses(packages = "org.nabla", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_import_only_what_the_plan_allows = modules()
            .definedByPackages("org.nabla.(**)")
            .should()
            .respectTheirAllowedDependencies(
                    HousePlan.allowed(), consideringOnlyDependenciesInAnyPackage("org.nabla.."));

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("org.nabla.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_circles_between_rooms =
            slices().matching("org.nabla.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule every_package_stands_in_the_plan =
            classes().that().resideInAPackage("org.nabla.*..").should(standInThePlan());

    @ArchTest
    static final ArchRule from_outside_only_the_face_of_a_room_is_used =
            classes().that().resideInAPackage("org.nabla.*..").should(useOnlyFacesOfOtherRooms());

    @ArchTest
    static final ArchRule the_core_knows_neither_web_nor_database = noClasses()
            .that()
            .resideInAnyPackage("org.nabla.math..", "org.nabla.grading..", "org.nabla.exercise..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.persistence..", "io.quarkus..", "org.hibernate..");

    /**
     * A bean of the scope of the application stands behind a proxy that looks it up at each call: 6 in 100 of a page's processor
     * time. It is for beans of which tests put others in their place, and where two ask for each other.
     */
    @ArchTest
    static final ArchRule beans_are_singletons = noClasses()
            .that()
            .doNotHaveSimpleName("MailSettings")
            .and()
            .doNotHaveSimpleName("ProgressService")
            .and()
            .doNotHaveSimpleName("WaysOf")
            .should()
            .beAnnotatedWith(ApplicationScoped.class);

    @ArchTest
    static final ArchRule only_symja_knows_symja = noClasses()
            .that()
            .resideOutsideOfPackage("org.nabla.math.symja..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.matheclipse..");

    @ArchTest
    static final ArchRule nothing_is_printed_but_by_commands = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.nabla.backup..",
                    "org.nabla.exercise.check..",
                    "org.nabla.math.symja.worker..",
                    "org.nabla.database..")
            .and()
            .resideInAPackage("org.nabla.*..")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule resources_are_hidden = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule endpoints_are_public = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .should()
            .bePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pages_ask_services_not_repositories = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule time_comes_from_the_clock =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule records_hold_no_more_than_can_be_told_apart =
            classes().that().areRecords().should(haveAtMostComponents(HousePlan.MOST_COMPONENTS));

    @ArchTest
    static final ArchRule constructors_take_no_more_than_can_be_told_apart =
            classes().should(haveConstructorsOfAtMost(HousePlan.MOST_PARAMETERS));

    private static ArchCondition<JavaClass> haveAtMostComponents(int most) {
        return new ArchCondition<>("have at most " + most + " components") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var components = HousePlan.components(type);
                events.add(new SimpleConditionEvent(
                        type, components <= most, type.getName() + " has " + components + " components"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveConstructorsOfAtMost(int most) {
        return new ArchCondition<>("have constructors of at most " + most + " parameters") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var constructor : type.getConstructors()) {
                    var parameters = HousePlan.written(constructor);
                    events.add(new SimpleConditionEvent(
                            constructor,
                            parameters <= most || HousePlan.isCanonical(constructor),
                            constructor.getFullName() + " takes " + parameters));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> standInThePlan() {
        return new ArchCondition<>("stand in the plan of the house") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean planned = HousePlan.IMPORTS.containsKey(HousePlan.packageOf(type));
                events.add(new SimpleConditionEvent(type, planned, type.getName() + " stands in an unplanned package"));
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyFacesOfOtherRooms() {
        return new ArchCondition<>("use only the faces of other rooms") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> d.getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()
                                .startsWith("org.nabla."))
                        .filter(d -> !HousePlan.roomOf(d.getTargetClass().getBaseComponentType())
                                .equals(HousePlan.roomOf(type)))
                        .forEach(d -> events.add(new SimpleConditionEvent(
                                d, HousePlan.isFace(d.getTargetClass().getBaseComponentType()), d.getDescription())));
            }
        };
    }
}
