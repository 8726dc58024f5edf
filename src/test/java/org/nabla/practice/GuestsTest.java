package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

/** Whoever only looks, or sends nothing that can be kept, leaves no account and no session. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class GuestsTest {
    private static final String PROBLEM = "/practice/first-partial-derivative/3";
    private static final AtomicInteger HOUSE = new AtomicInteger();

    @Inject
    EntityManager database;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing in the boxes            | /practice/first-partial-derivative/3      | answer-a=
            no boxes                        | /practice/first-partial-derivative/3      | x=1
            what cannot be read             | /practice/first-partial-derivative/3      | answer-a=2x + )
            no such exercise                | /practice/no-such-exercise/3              | answer-a=1
            no such variant                 | /practice/first-partial-derivative/x      | answer-a=1
            no help asked for               | /practice/first-partial-derivative/3/help | hints=
            help by nonsense                | /practice/first-partial-derivative/3/help | hints=many
            no hint                         | /practice/first-partial-derivative/3/help | hints=0
            a preview                       | /practice/first-partial-derivative/3/reading?part=a | answer-a=x^2
            no such skill                   | /practice/not-now                         | skill=ZZ99
            no skill                        | /practice/not-now                         | x=1
            no such track                   | /practice/track                           | track=none
            no track                        | /practice/track                           | x=1
            a check-in for nothing          | /check-in                                 | track=none
            a check-in not begun            | /check-in/1                               | answer-a=1
            the end of no check-in          | /check-in/stop                            | x=1
            a lesson's turn, blank          | /skills/DF02/lesson                       | typed=
            a lesson's turn, unreadable     | /skills/DF02/lesson                       | typed=2x + )
            no such lesson                  | /skills/ZZ99/lesson                       | typed=1
            a lesson unfolded               | /skills/DF02/lesson/fold                  | open=yes
            a paragraph unfolded            | /skills/DF02/lesson/fold                  | via=mistake
            a laboratory, blank             | /laboratory/turn                          | from=0
            a laboratory, unreadable        | /laboratory/turn                          | x=2x + );y=2x + )
            no such project                 | /projects/none/start                      | x=1
            a project not begun             | /projects/check-a-gradient/run/first      | answer-a=1
            the sign of before              | /account/numbers                          | sign=point
            no sign                         | /account/numbers                          | sign=
            a theme                         | /theme                                    | theme=dark
            signing in in vain              | /sign-in                                  | login=nobody;password=a guess
            a short password                | /sign-up                                  | name=Ada;login=ada-short;password=x
            a report of nothing             | /practice/first-partial-derivative/3/report | text=wrong
            """)
    void nothingToKeepMakesNobody(String name, String path, String fields) {
        var visitor = Browsing.from("203.0.114." + HOUSE.incrementAndGet());
        visitor.get("/sign-in");
        var before = people();
        var form = new ArrayList<String>();
        for (var field : fields.split(";")) {
            form.add(field.substring(0, field.indexOf('=')));
            form.add(field.substring(field.indexOf('=') + 1));
        }

        var plain = visitor.post(path, form.toArray(String[]::new));
        var script = visitor.script(path, form.toArray(String[]::new));

        assertThat(people()).isEqualTo(before);
        assertThat(plain.cookies()).doesNotContainKey("session");
        assertThat(script.cookies()).doesNotContainKey("session");
        assertThat(plain.statusCode()).isLessThan(500);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an answer                       | /practice/first-partial-derivative/3      | answer-a | x^2
            a hint                          | /practice/first-partial-derivative/3/help | hints    | 1
            the worked way                  | /practice/first-partial-derivative/3/help | solution | yes
            a purpose                       | /practice/track                           | track    | machine-learning
            a lesson's turn                 | /skills/DF02/lesson                       | typed    | 3
            a lesson folded                 | /skills/DF02/lesson/fold                  | open     | no
            a check-in                      | /check-in                                 | track    | machine-learning
            the comma                       | /account/numbers                          | sign     | comma
            """)
    void somethingToKeepMakesOneGuest(String name, String path, String field, String value) {
        var visitor = Browsing.from("203.0.114." + HOUSE.incrementAndGet());
        visitor.get("/sign-in");
        var before = people();

        visitor.post(path, field, value);
        visitor.post(path, field, value);

        assertThat(people()).isEqualTo(before + 2); // the account and its session
    }

    @Test
    void whatCannotBeReadIsShownWithWhatWasTyped() {
        var page =
                Jsoup.parse(Browsing.start().post(PROBLEM, "answer-a", "2x + )").asString());

        assertThat(page.select(".verdict.invalid")).isNotEmpty();
        assertThat(page.select("[name=answer-a]").attr("value")).isEqualTo("2x + )");
    }

    @Test
    void guestsByTheThousandFromOneNetworkAreSlowedDown() {
        assertThat(Browsing.from("2001:db8:99:1::1")
                        .post(PROBLEM, "answer-a", "x")
                        .statusCode())
                .isEqualTo(303);
        int counted = guestsSoFar(499);
        var last = Browsing.from("2001:db8:99:1::2").post(PROBLEM, "answer-a", "x");
        guestsSoFar(540); // from which on it is a minute
        var refused = Browsing.from("2001:db8:99:1::3").post(PROBLEM, "answer-a", "x");
        var neighbor = Browsing.from("2001:db8:99:2::1").post(PROBLEM, "answer-a", "x");

        assertThat(counted).isEqualTo(1);
        assertThat(last.statusCode()).isEqualTo(303);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).matches("[0-9]+");
        assertThat(refused.asString()).contains("Too many new visitors");
        assertThat(neighbor.statusCode()).isEqualTo(303);
    }

    private int guestsSoFar(int many) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("update sign_in_failure set failures = ?1"
                                + " where subject_hash = sha256(cast('GUEST:2001:db8:99:1::' as bytea))")
                        .setParameter(1, many)
                        .executeUpdate());
    }

    private long people() {
        return ((Number) database.createNativeQuery(
                                "select (select count(*) from account) + (select count(*) from session)")
                        .getSingleResult())
                .longValue();
    }
}
