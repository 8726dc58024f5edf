package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;

/** In a browser, by a provider that others wrote and that is certified: in, back, linked, and out. */
@QuarkusTest
class CertifiedProviderTest extends BrowserTest {

    @Test
    void aTeacherOfTheInstitutionComesInAndGoesOutThere() throws Exception {
        try (var provider = new CertifiedProvider()) {
            var context = newContext(Look.DESKTOP_LIGHT);
            var page = openIn(context, "/sign-in?next=/courses");

            page.locator("a[href^='" + provider.door + "']").click();
            signInThere(page, "teacher-" + UUID.randomUUID());

            page.waitForURL(Pattern.compile(".*/courses$"));
            assertThat(page.locator("a[href='/teaching']").count())
                    .as("a teacher")
                    .isPositive();
            page.navigate(root.resolve("/account").toString());
            assertThat(page.locator("#name").inputValue()).startsWith("Person teacher-");
            assertGoodInEveryLook(page);

            var other = openIn(newContext(Look.PHONE_DARK), "/account");
            assertThat(other.url()).contains("/sign-in");

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Sign out here and there")))
                    .click();
            page.waitForURL(Pattern.compile(Pattern.quote(provider.issuer) + ".*"));
            page.getByRole(AriaRole.BUTTON).first().click();
            page.waitForURL(root.resolve("/").toString());
            page.navigate(root.resolve("/account").toString());
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @Test
    void whatIsEndedThereEndsHere() throws Exception {
        try (var provider = new CertifiedProvider()) {
            var page = openIn(newContext(Look.DESKTOP_LIGHT), "/sign-in?next=/account");
            page.locator("a[href^='" + provider.door + "']").click();
            signInThere(page, "learner-" + UUID.randomUUID());
            page.waitForURL(Pattern.compile(".*/account$"));
            assertThat(page.locator("a[href='/teaching']").count())
                    .as("a learner")
                    .isZero();

            page.navigate(provider.issuer + "/session/end");
            page.getByRole(AriaRole.BUTTON).first().click();
            page.waitForURL(Pattern.compile(".*/session/end/success.*"));

            page.navigate(root.resolve("/account").toString());
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @Test
    void whoHadAnAccountLinksItAndReturnsByIt() throws Exception {
        try (var provider = new CertifiedProvider()) {
            var person = "learner-" + UUID.randomUUID();
            var page = openIn(newContext(Look.PHONE_LIGHT), "/sign-up?next=/account");
            page.locator("#name").fill("Ada");
            var login = "ada-" + UUID.randomUUID();
            page.locator("#login").fill(login);
            page.locator("#password").fill("correct horse battery");
            page.locator("main form button.primary").click();
            page.navigate(root.resolve("/account").toString());

            page.locator("form[action$='" + provider.door.replaceFirst(".*/", "") + "'] button")
                    .click();
            signInThere(page, person);
            page.waitForURL(Pattern.compile(".*/account\\?saved=linked"));

            var again = openIn(newContext(Look.DESKTOP_DARK), "/sign-in?next=/account");
            again.locator("a[href^='" + provider.door + "']").click();
            signInThere(again, person);
            again.waitForURL(Pattern.compile(".*/account$"));
            assertThat(again.locator("main .lead strong").innerText()).isEqualTo(login);
        }
    }

    /** On the pages of the provider: who it is, and that Nabla may know. */
    private static void signInThere(Page page, String person) {
        page.locator("[name=login]").fill(person);
        page.locator("[name=password]").fill("any");
        page.locator("button[type=submit]").click();
        page.locator("input[name=prompt][value=consent] ~ button, form button[type=submit]")
                .first()
                .click();
    }
}
