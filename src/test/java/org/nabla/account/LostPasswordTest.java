package org.nabla.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class LostPasswordTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String PAGE = "/operator/passwords";

    @Test
    void whoForgotThePasswordComesBackWithOneThatWorksOnce() {
        var login = Browsing.newLogin();
        var before = Browsing.start();
        before.signUp("Ada", login, PASSWORD);

        var given = Browsing.parse(Browsing.operator().post(PAGE, "login", login.toUpperCase(Locale.ROOT)))
                .select(".secret-word")
                .text();

        assertThat(given).isNotEmpty();
        assertThat(before.get("/account").statusCode()).as("signed out").isEqualTo(303);
        assertThat(Browsing.start().signIn(login, PASSWORD).statusCode()).isEqualTo(422);
        var ada = Browsing.start();
        assertThat(ada.signIn(login, given).header("Location")).contains("/new-password");
        assertThat(ada.post("/new-password", "password", "another good password")
                        .statusCode())
                .isEqualTo(303);
        assertThat(ada.page("/account").text()).contains("Ada");
        assertThat(Browsing.start().signIn(login, given).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-has-this", "operator", ""})
    void whoIsNotThereGetsNone(String login) {
        var refused = Browsing.operator().post(PAGE, "login", login);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#login-error").text()).isNotEmpty();
        assertThat(Browsing.parse(refused).select(".secret-word")).isEmpty();
    }

    @Test
    void forEverybodyElseThereIsNoSuchPage() {
        var ada = Browsing.signedUp("Ada");
        var login = Browsing.newLogin();
        Browsing.start().signUp("Bob", login, PASSWORD);

        assertThat(ada.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(ada.post(PAGE, "login", login).statusCode()).isEqualTo(404);
        assertThat(Browsing.start().get(PAGE).statusCode()).isEqualTo(404);
        assertThat(Browsing.start().signIn(login, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void theDoorSaysWhatToDo() {
        assertThat(Browsing.start().page("/sign-in").text()).contains("Forgot your password?");
    }
}
