package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of {@link ArchitectureTest} fails on a house that breaks it: a rule that cannot fail keeps nothing. */
class ArchitectureBreachTest {

    private static final Pattern PLACE =
            Pattern.compile("package ([\\w.]+);.*?(?:class|record) (\\w+)", Pattern.DOTALL);

    @TempDir
    Path folder;

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments(
                        "upward",
                        ArchitectureTest.packages_import_only_what_the_plan_allows,
                        List.of(
                                "package org.nabla.math.tidy; public class Low { org.nabla.math.equivalence.High above; }",
                                "package org.nabla.math.equivalence; public class High {}")),
                arguments(
                        "circle",
                        ArchitectureTest.no_circles_between_packages,
                        List.of(
                                "package org.nabla.math.tidy; public class A { org.nabla.math.value.B other; }",
                                "package org.nabla.math.value; public class B { org.nabla.math.tidy.A other; }")),
                arguments(
                        "circle of rooms",
                        ArchitectureTest.no_circles_between_rooms,
                        List.of(
                                "package org.nabla.grading.form; public class A { org.nabla.exercise.check.B other; }",
                                "package org.nabla.exercise.check; public class B { org.nabla.grading.value.C other; }",
                                "package org.nabla.grading.value; public class C {}")),
                arguments(
                        "unplanned",
                        ArchitectureTest.every_package_stands_in_the_plan,
                        List.of("package org.nabla.cellar; public class Barrel {}")),
                arguments(
                        "behind the face",
                        ArchitectureTest.from_outside_only_the_face_of_a_room_is_used,
                        List.of(
                                "package org.nabla.api; public class Visitor { org.nabla.grading.judging.Inner inner; }",
                                "package org.nabla.grading.judging; public class Inner {}")),
                arguments(
                        "web in the core",
                        ArchitectureTest.the_core_knows_neither_web_nor_database,
                        List.of("package org.nabla.math; class Sum { jakarta.ws.rs.core.Response page; }")),
                arguments(
                        "symja on a page",
                        ArchitectureTest.only_symja_knows_symja,
                        List.of(
                                "package org.nabla.math.tidy; class Shortcut { org.matheclipse.core.interfaces.IExpr tree; }")),
                arguments(
                        "public resource",
                        ArchitectureTest.resources_are_hidden,
                        List.of("package org.nabla.web; @jakarta.ws.rs.Path(\"/x\") public class OpenResource {}")),
                arguments(
                        "hidden endpoint",
                        ArchitectureTest.endpoints_are_public,
                        List.of(
                                "package org.nabla.web; class XResource { @jakarta.ws.rs.GET String get() { return \"\"; } }")),
                arguments(
                        "repository on a page",
                        ArchitectureTest.pages_ask_services_not_repositories,
                        List.of(
                                "package org.nabla.web; class YResource { LineRepository lines; }",
                                "package org.nabla.web; class LineRepository {}")),
                arguments(
                        "field injection",
                        ArchitectureTest.no_field_injection,
                        List.of("package org.nabla.web; class Needy { @jakarta.inject.Inject String given; }")),
                arguments(
                        "print",
                        ArchitectureTest.nothing_is_printed_but_by_commands,
                        List.of("package org.nabla.web; class Loud { void say() { System.out.println(); } }")),
                arguments(
                        "long record",
                        ArchitectureTest.records_hold_no_more_than_can_be_told_apart,
                        List.of("package org.nabla.web; record Row(%s) {}".formatted(parameters(13)))),
                arguments(
                        "long constructor",
                        ArchitectureTest.constructors_take_no_more_than_can_be_told_apart,
                        List.of("package org.nabla.web; class Bag { Bag(%s) {} }".formatted(parameters(9)))),
                arguments(
                        "second long constructor of a record",
                        ArchitectureTest.constructors_take_no_more_than_can_be_told_apart,
                        List.of("package org.nabla.web; record Pair(int a) { Pair(%s) { this(p0); } }"
                                .formatted(parameters(9)))),
                arguments(
                        "long enum",
                        ArchitectureTest.constructors_take_no_more_than_can_be_told_apart,
                        List.of("package org.nabla.web; class Of { enum Kind { ; Kind(%s) {} } }"
                                .formatted(parameters(9)))),
                arguments(
                        "own time",
                        ArchitectureTest.time_comes_from_the_clock,
                        List.of(
                                "package org.nabla.web; class Watch { Object time() { return java.time.Instant.now(); } }")));
    }

    private static String parameters(int many) {
        return IntStream.range(0, many).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void eachRuleFailsOnAHouseThatBreaksIt(String name, ArchRule rule, List<String> sources) throws IOException {
        var options = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.resolve("classes").toString(), "-classpath", classPath()));
        for (var source : sources) {
            var place = PLACE.matcher(source);
            assertThat(place.find()).isTrue();
            var file = Files.createDirectories(folder.resolve("sources").resolve(place.group(1)))
                    .resolve(place.group(2) + ".java");
            options.add(Files.writeString(file, source).toString());
        }
        Files.createDirectories(folder.resolve("classes"));
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        assertThat(exit).isZero();

        var classes = new ClassFileImporter().importPath(folder.resolve("classes"));

        assertThat(rule.evaluate(classes).hasViolation()).isTrue();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
