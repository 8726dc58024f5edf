package org.nabla.account.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.Telephone;

/** A code beside the password, from setting it up to the day on which the telephone is lost. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SecondStepTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String PAGE = "/account/second-step";

    private String login = "";
    private Browsing ada = Browsing.start();
    private String key = "";

    @BeforeEach
    void setUp() {
        login = Browsing.newLogin();
        ada = Browsing.start();
        ada.signUp("Ada", login, PASSWORD);
    }

    @Test
    void thePasswordAloneLetsNobodyIn() {
        turnOn();
        var door = Browsing.start();

        var first = door.signIn(login, PASSWORD);
        assertThat(first.header("Location")).endsWith("/sign-in/code?next=%2F");
        assertThat(door.get("/account").header("Location")).as("not in yet").contains("/sign-in");
        assertThat(door.post("/sign-in/code", "code", "000000").statusCode()).isEqualTo(422);
        assertThat(door.post("/sign-in/code", "code", codeIn(30), "next", "/progress")
                        .header("Location"))
                .endsWith("/progress");
        assertThat(door.page("/account").text()).contains(login);
        assertThat(door.get("/sign-in/code").header("Location"))
                .as("begun no more")
                .contains("/sign-in?next=");
    }

    @Test
    void aCodeIsTakenOnceAndOnPaperOnceToo() {
        var paper = turnOn();

        var next = codeIn(30);
        assertThat(enter(next)).isTrue();
        assertThat(enter(next)).as("the same again").isFalse();
        assertThat(enter(paper.get(0).toUpperCase(Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(enter(paper.get(0))).as("the same again").isFalse();
        assertThat(enter(paper.get(9))).isTrue();
        assertThat(ada.page(PAGE).text()).contains("8 of your codes on paper are left");
    }

    @Test
    void whoGuessesWaits() {
        turnOn();
        var thief = Browsing.start();
        thief.signIn(login, PASSWORD);
        var last = 0;
        for (var i = 0; i < 8; i++) {
            last = thief.post("/sign-in/code", "code", "00000" + i).statusCode();
        }
        var refused = thief.post("/sign-in/code", "code", codeIn(30));

        assertThat(last).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#code-error").text()).contains("too many attempts");
    }

    @Test
    void thePictureHoldsTheKey() throws Exception {
        begin();
        var page = ada.page(PAGE);

        assertThat(read(page)).isEqualTo("otpauth://totp/Nabla:" + login + "?secret=" + key + "&issuer=Nabla");
        assertThat(page.select("main ol a").attr("href")).isEqualTo(read(page));
    }

    @Test
    void nothingIsAskedBeforeTheTelephoneKnowsTheKey() {
        assertThat(ada.post(PAGE + "/begin", "password", "wrong").statusCode()).isEqualTo(422);
        begin();

        assertThat(ada.post(PAGE + "/confirm", "code", "000000").statusCode()).isEqualTo(422);
        assertThat(Browsing.start().signIn(login, PASSWORD).header("Location")).doesNotContain("/code");
    }

    @Test
    void itEndsByACodeAndByTheOneWhoRunsTheSite() {
        turnOn();
        assertThat(ada.post(PAGE + "/end", "code", "000000").statusCode()).isEqualTo(422);
        assertThat(ada.follow(ada.post(PAGE + "/end", "code", codeIn(30))).text())
                .contains("It is off.");
        assertThat(Browsing.start().signIn(login, PASSWORD).header("Location")).doesNotContain("/code");

        turnOn();
        var given = Browsing.parse(Browsing.operator().post("/operator/passwords", "login", login))
                .expectFirst(".secret-word")
                .text();
        assertThat(Browsing.start().signIn(login, given).header("Location"))
                .as("a forgotten password alone ends nothing")
                .contains("/code");
        given = Browsing.parse(Browsing.operator().post("/operator/passwords", "login", login, "telephone", "yes"))
                .expectFirst(".secret-word")
                .text();
        assertThat(Browsing.start().signIn(login, given).header("Location")).contains("/new-password");
    }

    @Test
    void newCodesForPaperReplaceTheOldOnes() {
        var old = turnOn();
        var fresh = codes(Browsing.parse(ada.post(PAGE + "/codes", "code", old.get(3))));

        assertThat(fresh).hasSize(10).doesNotHaveDuplicates().doesNotContainAnyElementsOf(old);
        assertThat(enter(old.get(4))).isFalse();
        assertThat(enter(fresh.get(4))).isTrue();
    }

    private void begin() {
        ada.post(PAGE + "/begin", "password", PASSWORD);
        key = ada.page(PAGE).expectFirst(".secret-word").text().replace(" ", "");
    }

    /** The codes for paper. The code of now is used up. */
    private List<String> turnOn() {
        begin();
        return codes(Browsing.parse(ada.post(PAGE + "/confirm", "code", codeIn(0))));
    }

    private static List<String> codes(Document page) {
        return page.select(".codes code").eachText();
    }

    private boolean enter(String code) {
        var door = Browsing.start();
        door.signIn(login, PASSWORD);
        return door.post("/sign-in/code", "code", code).statusCode() == 303;
    }

    /** What the telephone shows in so many seconds; one that is fast by half a minute shows it now. */
    private String codeIn(int seconds) {
        return Telephone.shows(key, seconds);
    }

    /** As a telephone reads it: the squares of the page drawn large. */
    private static String read(Document page) throws Exception {
        var size = Integer.parseInt(page.expectFirst(".qr").attr("viewBox").split(" ")[2]);
        var dark = page.expectFirst(".qr path").attr("d");
        var scale = 4;
        var pixels = new int[size * scale * size * scale];
        Arrays.fill(pixels, 0xffffff);
        for (var square : dark.split("M")) {
            if (!square.isEmpty()) {
                var at = square.replaceFirst("h.*", "").split(" ");
                for (var i = 0; i < scale * scale; i++) {
                    var x = Integer.parseInt(at[0]) * scale + i % scale;
                    var y = Integer.parseInt(at[1]) * scale + i / scale;
                    pixels[y * size * scale + x] = 0;
                }
            }
        }
        LuminanceSource source = new RGBLuminanceSource(size * scale, size * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
