package org.nabla.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.BrowserTest;
import org.nabla.Browsing;

@QuarkusTest
class AccountBrowserTest extends BrowserTest {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void theKeyboardAloneMakesAnAccount() {
        var page = open("/sign-up?next=/account", Look.DESKTOP_LIGHT);

        page.locator("#name").focus();
        page.keyboard().type("Ada Lovelace");
        page.keyboard().press("Tab");
        page.keyboard().type(Browsing.newLogin());
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Your account");
        assertThat(page.locator("header")).containsText("Ada Lovelace");
    }

    @Test
    void itWorksWithoutScripts() {
        var page = openWithoutScript("/sign-up?next=/account");

        fillIn(page, "short");
        assertThat(page.locator("#password-error")).containsText("at least 8 characters");
        expectComplaint("422");
        page.locator("#password").fill(PASSWORD);
        page.locator("main button").click();

        assertThat(page.locator("h1")).hasText("Your account");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/sign-in", "/sign-up"})
    void everybodyCanUseTheDoor(String address) {
        assertGoodInEveryLook(open(address, Look.PHONE_LIGHT));
    }

    @Test
    void everybodyCanUseTheFormWithErrorsAndTheAccount() {
        var page = open("/sign-up?next=/account", Look.PHONE_DARK);

        fillIn(page, "short");
        assertThat(page.locator("#password-error")).isVisible();
        expectComplaint("422");
        assertGoodInEveryLook(page);
        page.locator("#password").fill(PASSWORD);
        page.locator("main button").click();

        assertThat(page.locator("h1")).hasText("Your account");
        assertGoodInEveryLook(page);
    }

    @Test
    void everybodyCanUseTheSecondStep() {
        var login = Browsing.newLogin();
        Browsing.start().signUp("Ada", login, PASSWORD);
        var page = open("/sign-in?next=/account/second-step", Look.PHONE_LIGHT);
        signIn(page, login);

        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".qr")).isVisible();
        assertGoodInEveryLook(page);
        page.locator("#code").fill(Telephone.shows(page.locator(".secret-word").innerText(), 0));
        page.keyboard().press("Enter");
        assertThat(page.locator(".codes li")).hasCount(10);
        assertGoodInEveryLook(page);
        var onPaper = page.locator(".codes code").first().innerText();

        var elsewhere = open("/sign-in?next=/account/second-step", Look.PHONE_DARK);
        signIn(elsewhere, login);
        assertThat(elsewhere.locator("h1")).hasText("Your code");
        assertGoodInEveryLook(elsewhere);
        elsewhere.locator("#code").fill(onPaper);
        elsewhere.keyboard().press("Enter");
        assertThat(elsewhere.locator("main")).containsText("9 of your codes on paper are left");
        assertGoodInEveryLook(elsewhere);
    }

    private static void signIn(Page page, String login) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
    }

    @Test
    void everybodyCanUseAnErrorPage() {
        var page = open("/no-such-page", Look.DESKTOP_LIGHT);

        expectComplaint("404");
        assertGoodInEveryLook(page);
    }

    private static void fillIn(Page page, String password) {
        page.locator("#name").fill("Ada");
        page.locator("#login").fill(Browsing.newLogin());
        page.locator("#password").fill(password);
        page.locator("main button").click();
    }
}
