package org.nabla.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;

/** Whoever writes 1,5 is read so and shown so, guest or not; what is kept has the point. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DecimalCommaPagesTest {

    private static final String ADDRESS = "/practice/directional-derivative-at-a-point/3";
    private static final String READING = ADDRESS + "/reading?part=a";

    @Test
    void aGuestChoosesAndIsReadSo() {
        var guest = Browsing.start();
        assertThat(guest.page("/account/numbers").select("[value=point]").hasAttr("checked"))
                .isTrue();

        guest.post("/account/numbers", "sign", "comma");

        assertThat(guest.page("/account/numbers").select("[value=comma]").hasAttr("checked"))
                .isTrue();
        assertThat(guest.post(READING, "answer-a", "1,5x").asString()).contains("<mn>1,5</mn>");
    }

    @Test
    void theBoxKeepsTheComma() {
        var guest = Browsing.start();
        guest.post("/account/numbers", "sign", "comma");

        var sent = guest.post(ADDRESS, "answer-a", "12345,678").header("Location");
        var attempt = sent.substring(sent.indexOf("/practice/"), sent.indexOf('#'));

        assertThat(guest.page(attempt).select("#answer-a").val()).isEqualTo("12345,678");
        guest.post("/account/numbers", "sign", "point");
        assertThat(guest.page(attempt).select("#answer-a").val()).isEqualTo("12345.678");
    }

    @Test
    void aPageReadsAsItSaysThatItDoes() {
        var guest = Browsing.start();
        guest.post("/account/numbers", "sign", "comma");
        assertThat(guest.page(ADDRESS).select("[name=decimals]").val()).isEqualTo("comma");

        guest.post("/account/numbers", "sign", "point");

        assertThat(guest.page(ADDRESS).select("[name=decimals]").val()).isEqualTo("point");
        assertThat(guest.post(READING, "answer-a", "1,5x", "decimals", "comma").asString())
                .contains("<mn>1,5</mn>");
        var sent = guest.post(ADDRESS, "answer-a", "12345,678", "decimals", "comma")
                .header("Location");
        assertThat(guest.page(sent.substring(sent.indexOf("/practice/"), sent.indexOf('#')))
                        .select("#answer-a")
                        .val())
                .isEqualTo("12345.678");
    }

    @Test
    void forAllOthersAPointIsAPoint() {
        var guest = Browsing.start();

        assertThat(guest.post(READING, "answer-a", "1.5x").asString()).contains("<mn>1.5</mn>");
        assertThat(guest.post(READING, "answer-a", "1,5x").asString()).doesNotContain("<mn>1,5</mn>");
    }

    @Test
    void theChoiceComesAlongWhenAGuestSignsIn() {
        var login = Browsing.newLogin();
        Browsing.start().signUp("Ada", login, "correct horse battery");
        var guest = Browsing.start();
        guest.post("/account/numbers", "sign", "comma");

        guest.signIn(login, "correct horse battery");

        assertThat(guest.page("/account/numbers").select("[value=comma]").hasAttr("checked"))
                .isTrue();
    }
}
