package org.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that need no application run beside those that share the one application, and these one after the other. */
@AnalyzeClasses(packages = "org.nabla", importOptions = OnlyIncludeTests.class)
class SharedApplicationTest {

    @ArchTest
    static final ArchRule tests_of_the_application_take_turns =
            classes().that().areAnnotatedWith(QuarkusTest.class).should(takeTurns());

    private static ArchCondition<JavaClass> takeTurns() {
        return new ArchCondition<>("be executed in the same thread") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var turns = type.tryGetAnnotationOfType(Execution.class)
                        .or(() -> type.getAllRawSuperclasses().stream()
                                .flatMap(above -> above.tryGetAnnotationOfType(Execution.class).stream())
                                .findFirst())
                        .filter(execution -> execution.value() == ExecutionMode.SAME_THREAD);
                if (turns.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " lacks @Execution(SAME_THREAD)"));
                }
            }
        };
    }
}
