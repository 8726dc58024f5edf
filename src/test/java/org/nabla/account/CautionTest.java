package org.nabla.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CautionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /account        | no-store
            /account/data   | no-store
            /progress       | no-store
            /courses        | no-store
            /skills         | private, no-cache
            /practice       | private, no-cache
            /               | no-store
            /search?q=x     | no-store
            /account/export | no-store
            """)
    void whatIsPersonalIsKeptByNobody(String page, String kept) {
        assertThat(Browsing.signedUp("Ada").get(page).header("Cache-Control")).isEqualTo(kept);
    }

    @Test
    void whatIsTheSameForAllMayBeKept() {
        assertThat(given().get("/skills").header("Cache-Control")).isNull();
    }

    @Test
    void aRedirectDoesNotRepeatWhatTheRequestCallsTheHost() {
        given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .redirects()
                .follow(false)
                .get("/account")
                .then()
                .statusCode(303)
                .header("Location", "/sign-in?next=%2Faccount");
    }

    @Test
    void whoSignsOutLeavesNoDraftsBehind() {
        assertThat(Browsing.signedUp("Ada").post("/sign-out").header("Clear-Site-Data"))
                .isEqualTo("\"storage\"");
    }

    @Test
    void noRouteSendsAnybodyToTheHostThatARequestNames() {
        var ada = Browsing.signedUp("Ada");
        var led = new ArrayList<String>();
        for (var path : addresses()) {
            for (var session : List.of("", ada.cookie("session"))) {
                var location = given().header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example")
                        .cookie("session", session)
                        .urlEncodingEnabled(false)
                        .redirects()
                        .follow(false)
                        .get(path)
                        .header("Location");
                if (location != null) {
                    led.add(location);
                    assertThat(location)
                            .as(path)
                            .startsWith("/")
                            .doesNotStartWith("//")
                            .doesNotContain("evil");
                }
            }
        }

        assertThat(led).hasSizeGreaterThan(50);
    }

    /** Of all pages, with something in the place of each parameter. */
    private static Set<String> addresses() {
        var found = new TreeSet<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.nabla")) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            for (var method : type.getMethods()) {
                if (method.isAnnotatedWith(GET.class)) {
                    var own = method.isAnnotatedWith(Path.class)
                            ? "/" + method.getAnnotationOfType(Path.class).value()
                            : "";
                    found.add(("/" + type.getAnnotationOfType(Path.class).value() + own)
                            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "1")
                            .replaceAll("/+", "/"));
                }
            }
        }
        return found;
    }

    /** A proxy appends the address that it sees, in the same line or in one of its own. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one line        | %d.0.2.1, 203.0.113.71 |
            two lines       | %d.0.2.1               | 203.0.113.72
            one network     | %d.0.2.1               | [2001:db8:7:7::%x]:4711
            """)
    void whoInventsHopsIsSlowedDownAsMuch(String name, String first, @Nullable String second) {
        var page = Browsing.start();
        page.get("/sign-in");
        var token = page.cookie("csrf-token");
        var answers = new ArrayList<Integer>();
        for (int i = 1; i <= 60; i++) {
            var visitor = given().header("X-Forwarded-For", first.formatted(i));
            if (second != null) {
                visitor.header("X-Forwarded-For", second.formatted(i));
            }
            answers.add(visitor.cookie("csrf-token", token)
                    .formParam("csrf-token", token)
                    .formParam("login", "nobody-" + i)
                    .formParam("password", "a guess of somebody")
                    .post("/sign-in")
                    .statusCode());
        }

        assertThat(answers.subList(0, 50)).containsOnly(422);
        assertThat(answers.subList(50, 60)).contains(429);
    }
}
