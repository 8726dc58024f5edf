package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** What an assignment tells after the due time is told nowhere before. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class UntoldTest {
    private Lesson lesson;
    private Browsing una;

    @BeforeEach
    void unaLearns() {
        lesson = new Lesson();
        una = Browsing.signedUp("Una");
        var code = lesson.bob.page(lesson.course).select(".join-code").text();
        una.post(Lesson.path(una.post("/join", "code", code)));
    }

    @Test
    void theHistoryKeepsItBack() {
        answer("AFTER_DUE");

        var page = una.page("/progress");

        assertThat(page.select(".history tr td").get(1).text()).isEqualTo("kept, told later");
        assertThat(page.select("[aria-labelledby=weeks] td").eachText()).contains("1", "–");
        for (var outcome : new String[] {"correct", "partial", "wrong"}) {
            assertThat(una.page("/progress?outcome=" + outcome).select(".history tr"))
                    .as(outcome)
                    .isEmpty();
        }
    }

    @Test
    void theLevelsOfSkillsKeepItBack() {
        answer("AFTER_DUE");
        assertThat(una.page("/progress").select("[aria-labelledby=skills] tbody tr"))
                .isEmpty();

        answer("AT_ONCE");
        assertThat(una.page("/progress").select("[aria-labelledby=skills] tbody tr"))
                .isNotEmpty();
    }

    @Test
    void theExportKeepsItBack() throws IOException {
        answer("AFTER_DUE");

        var files = unzip(una.get("/account/export").asByteArray());

        assertThat(files.get("attempts.jsonl")).contains("\"outcome\":null", "\"score\":null");
        assertThat(files.get("responses.jsonl"))
                .contains("\"typed\":\"12345\"", "\"outcome\":null", "\"verdict\":null", "\"mistake\":null");
        assertThat(files.get("attempts.csv") + files.get("responses.csv")).doesNotContain("WRONG");
    }

    @Test
    void whatIsToldAtOnceIsThere() throws IOException {
        answer("AT_ONCE");

        assertThat(una.page("/progress?outcome=wrong")
                        .select(".history tr td")
                        .get(1)
                        .text())
                .isEqualTo("not right");
        assertThat(unzip(una.get("/account/export").asByteArray()).get("attempts.jsonl"))
                .contains("\"outcome\":\"WRONG\"");
    }

    private void answer(String feedback) {
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("feedback", feedback));
        Lesson.answer(una, address + "/problems/1", "12345");
    }

    static Map<String, String> unzip(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
