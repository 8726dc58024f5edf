package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.nabla.BrowserTest;

/** In a browser, by Keycloak, and by SAML through it; behind the profile {@code keycloak}, which unpacks it. */
@QuarkusTest
@EnabledIfSystemProperty(named = "nabla.keycloak", matches = ".+")
class KeycloakTest extends BrowserTest {

    private static @Nullable Keycloak started;

    private Keycloak keycloak;

    @BeforeEach
    void isEntered() {
        if (started == null) {
            started = new Keycloak(Path.of(System.getProperty("nabla.keycloak")));
        }
        keycloak = started;
    }

    @AfterAll
    static void ends() {
        if (started != null) {
            started.close();
            started = null;
        }
    }

    @Test
    void aTeacherComesInAndGoesOutThere() {
        var page = openIn(newContext(Look.DESKTOP_LIGHT), "/sign-in?next=/account");
        page.locator("a[href^='" + keycloak.door + "']").click();
        signInThere(page, "grace");

        page.waitForURL(Pattern.compile(".*/account$"));
        assertThat(page.locator("#name").inputValue()).isEqualTo("Grace Hopper");
        assertTeaches(page);

        page.getByText(Pattern.compile("Sign out here and there")).click();
        page.waitForURL(Pattern.compile(Pattern.quote(keycloak.issuer) + ".*"));
        page.locator("#kc-logout").click();
        page.waitForURL(root.resolve("/").toString());
        page.navigate(root.resolve("/account").toString());
        assertThat(page.url()).contains("/sign-in");
    }

    @Test
    void whatIsEndedThereEndsHere() {
        var page = openIn(newContext(Look.PHONE_LIGHT), "/sign-in?next=/account");
        page.locator("a[href^='" + keycloak.door + "']").click();
        signInThere(page, "grace");
        page.waitForURL(Pattern.compile(".*/account$"));

        page.navigate(keycloak.issuer + "/protocol/openid-connect/logout");
        page.locator("#kc-logout").click();
        page.waitForSelector("#kc-logout", gone());

        page.navigate(root.resolve("/account").toString());
        assertThat(page.url()).contains("/sign-in");
    }

    @Test
    void aTeacherOfASchoolThatSpeaksSamlComesIn() {
        var page = openIn(newContext(Look.DESKTOP_DARK), "/sign-in?next=/account");
        page.locator("a[href^='" + keycloak.door + "']").click();
        page.locator("#social-school").click();
        signInThere(page, "noether");

        page.waitForURL(Pattern.compile(".*/account$"));
        assertThat(page.locator("#name").inputValue()).isEqualTo("Emmy Noether");
        assertTeaches(page);
    }

    private static void assertTeaches(Page page) {
        assertThat(page.locator("a[href='/teaching']").count()).as("a teacher").isPositive();
    }

    private static Page.WaitForSelectorOptions gone() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
    }

    private static void signInThere(Page page, String person) {
        page.locator("#username").fill(person);
        page.locator("#password").fill("a password there");
        page.locator("#kc-login").click();
    }
}
