package org.nabla.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.SetClock;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DevicesTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String PAGE = "/account/devices";

    @Test
    void whoLeftADeviceSomewhereSignsOutThereFromHere() {
        var login = Browsing.newLogin();
        var here = Browsing.start();
        here.signUp("Ada", login, PASSWORD);
        var there = signedIn(login);
        var third = signedIn(login);

        var page = here.page(PAGE);
        assertThat(page.select(".rows li")).hasSize(3);
        assertThat(page.expectFirst(".rows li").text()).contains("(this one)");
        assertThat(page.expectFirst(".rows li").select("form")).isEmpty();

        // The one that was used last stands before the others.
        var newest = page.expectFirst(".rows form").attr("action");
        assertThat(here.follow(here.post(newest)).select(".notice").text()).isEqualTo("Signed out there.");
        assertThat(here.follow(here.post(newest)).select(".notice").text()).contains("ended already");
        assertThat(third.get("/account").statusCode()).isEqualTo(303);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);

        here.post(PAGE + "/end-others");
        assertThat(there.get("/account").statusCode()).isEqualTo(303);
        assertThat(here.page(PAGE).text()).contains("You are signed in nowhere else.");
    }

    @Test
    void aSessionLivesOnFromDayToDayWithItsNumber() {
        var clock = new SetClock(Instant.now());
        QuarkusMock.installMockForType(clock, Clock.class);
        var ada = Browsing.signedUp("Ada");
        var other = ada.page(PAGE).expectFirst(".rows time:last-of-type").attr("datetime");

        clock.pass(Duration.ofDays(2));

        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        assertThat(ada.page(PAGE).expectFirst(".rows time:last-of-type").attr("datetime"))
                .isGreaterThan(other);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        var login = Browsing.newLogin();
        var ada = Browsing.start();
        ada.signUp("Ada", login, PASSWORD);
        signedIn(login);
        var address = ada.page(PAGE).expectFirst(".rows form").attr("action");

        var bob = Browsing.signedUp("Bob");
        assertThat(bob.follow(bob.post(address)).select(".notice").text()).contains("ended already");
        assertThat(ada.page(PAGE).select(".rows li")).hasSize(2);
        assertThat(Browsing.start().get(PAGE).header("Location")).contains("/sign-in");
        assertThat(Browsing.start().post(address).header("Location")).contains("/sign-in");
    }

    private static Browsing signedIn(String login) {
        var visitor = Browsing.start();
        assertThat(visitor.signIn(login, PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }
}
