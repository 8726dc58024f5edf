package org.nabla.project.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.Browsing;
import org.nabla.exercise.Seed;
import org.nabla.project.catalogue.ProjectCatalogue;
import org.nabla.project.making.Numbers;
import org.nabla.project.making.Solved;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/** Whatever a learner can get before anything is answered holds no key: neither a page nor a file. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class NothingGivenAwayTest {
    private static final int TELLING = 3;
    private static final Pattern DATA_ADDRESS = Pattern.compile("/projects/[a-z-]+/data/(\\d+)");

    private static final List<String> FILES =
            List.of("/table", "/data.csv", "/data.py", "/notebook.ipynb", "/program.py");

    @Inject
    Projects projects;

    static List<String> ids() {
        return ProjectCatalogue.load().all().stream().map(ProjectPlan::id).toList();
    }

    /** A number of another page may equal a key by chance, but hardly in two runs, each with data of its own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void noPageAndNoFileHoldsAKey(String id) {
        var plan = projects.find(id).orElseThrow();
        var given = givenAway(plan);
        if (!given.isEmpty()) {
            given.retainAll(givenAway(plan));
        }

        assertThat(given).isEmpty();
    }

    /** Which page or file of a new run holds the key of which step. */
    private Set<String> givenAway(ProjectPlan plan) {
        var ada = Browsing.start();
        var project = "/projects/" + plan.id();
        assertThat(ada.post(project + "/start").statusCode()).isEqualTo(303);
        var run = project + "/run/";
        var first = ada.page(run + plan.steps().get(0).id());
        var data = DATA_ADDRESS.matcher(first.select(".files a").attr("href"));
        assertThat(data.find()).isTrue();
        var keys = keys(plan, projects.solved(plan, new Seed(Long.parseLong(data.group(1)))));
        assertThat(keys).isNotEmpty();

        var given = new TreeSet<String>();
        Stream.of(
                        plan.steps().stream().map(step -> run + step.id()),
                        FILES.stream().map(file -> data.group() + file),
                        Stream.of(run + "end", project, "/projects"))
                .flatMap(s -> s)
                .forEach(address -> {
                    var got = ada.get(address);
                    assertThat(got.statusCode()).as(address).isEqualTo(200);
                    // The pictures beside the list are of other data.
                    var text = got.asString().replaceAll("(?s)<div class=\"thumbnail\".*?</div>", "");
                    keys.forEach((step, key) -> {
                        if (text.contains(key)) {
                            given.add(address.replace(data.group(1), "{seed}") + " holds the key of step " + step);
                        }
                    });
                });
        return given;
    }

    /** What would tell: entries with enough digits that no other number looks so, and derived formulas. */
    private static Map<String, String> keys(ProjectPlan plan, Solved solved) {
        var keys = new LinkedHashMap<String, String>();
        for (var step : plan.steps()) {
            if (!step.answer().options().isEmpty()) {
                continue;
            }
            if (step.answer().computed().isEmpty()) {
                step.answer().value().stream()
                        .filter(value -> value.length() > 2 * TELLING)
                        .forEach(value -> keys.put(step.id(), value));
                continue;
            }
            numbers(step, solved, keys);
        }
        return keys;
    }

    private static void numbers(Step step, Solved solved, Map<String, String> keys) {
        int digits = step.answer().digits().orElse(0);
        var value = Objects.requireNonNull(
                solved.values().get(step.answer().computed().orElseThrow()));
        for (int i = 0; i < value.length && digits >= TELLING; i++) {
            var typed = Numbers.typed(value[i], digits);
            // A round number, such as 1.500, stands for itself in many places.
            if (typed.contains(".")
                    && typed.replaceAll("0+$|^-?0\\.0*|[-.]", "").length() >= digits) {
                keys.put(step.id() + "[" + i + "]", typed);
            }
        }
    }
}
