package org.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;

/** The shape of the house. A change here is a change of architecture: say why in the commit. */
@AnalyzeClasses(packages = "org.nabla", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up; math and database import nothing of ours, web only math, to write formulas as MathML. */
    private static final AllowedModuleDependencies PLAN =
            allow().fromModule("grading").toModules("math");

    static {
        PLAN.fromModule("exercise").toModules("grading", "math");
        PLAN.fromModule("api").toModules("exercise", "grading", "math", "web");
        PLAN.fromModule("web").toModules("math");
        PLAN.fromModule("account").toModules("web");
        PLAN.fromModule("progress").toModules("exercise", "grading", "account", "web");
        // Practice shows readings and errors of formulas, so it meets the language of math itself.
        PLAN.fromModule("practice").toModules("progress", "exercise", "grading", "math", "account", "web");
        PLAN.fromModule("classroom").toModules("practice", "progress", "exercise", "grading", "account", "web");
        PLAN.fromModule("gradebook")
                .toModules("classroom", "practice", "progress", "exercise", "grading", "account", "web");
        // Authoring tries templates out, for which it needs the algebra and the grader.
        PLAN.fromModule("authoring")
                .toModules("classroom", "progress", "exercise", "grading", "math", "account", "web");
    }

    @ArchTest
    static final ArchRule packages_import_only_what_the_plan_allows = modules()
            .definedByPackages("org.nabla.(*)..")
            .should()
            .respectTheirAllowedDependencies(PLAN, consideringOnlyDependenciesInAnyPackage("org.nabla.."));

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("org.nabla.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_core_knows_neither_web_nor_database = noClasses()
            .that()
            .resideInAnyPackage("org.nabla.math..", "org.nabla.grading..", "org.nabla.exercise..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.persistence..", "io.quarkus..", "org.hibernate..");

    @ArchTest
    static final ArchRule only_math_knows_symja = noClasses()
            .that()
            .resideOutsideOfPackage("org.nabla.math..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.matheclipse..");

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
}
