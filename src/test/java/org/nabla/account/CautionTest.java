package org.nabla.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;

@QuarkusTest
class CautionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /account        | no-store
            /account/data   | no-store
            /progress       | no-store
            /courses        | no-store
            /skills         | private, no-cache
            /practice       | private, no-cache
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
}
