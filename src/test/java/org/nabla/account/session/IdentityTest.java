package org.nabla.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.web.Assets;

/** How often a request looks up who sends it: with each page one more query would be one too many. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class IdentityTest {

    @ParameterizedTest(name = "{0}: {1}, {2} times")
    @CsvSource(delimiter = '|', textBlock = """
            asks for a role                     | /account                           | 200 | 1
            asks for a role that they lack      | /courses/new                       | 403 | 1
            asks for a role, and is not theirs  | /operator                          | 404 | 1
            asks for nothing                    | /skills                            | 200 | 1
            is practice                         | /practice/first-partial-derivative/3 | 200 | 1
            """)
    void theSessionIsReadOnceARequestAndOnlyWhereSomebodyAsks(String what, String path, int status, long times) {
        var ada = Browsing.signedUp("Ada");
        ada.get(path); // what is made once is made

        var lookUps = lookUpsDuring(() -> assertThat(ada.get(path).statusCode()).isEqualTo(status));

        assertThat(lookUps).hasSize((int) times);
    }

    @ParameterizedTest
    @CsvSource({"app.css", "app.js"})
    void aFileLooksNobodyUp(String file) {
        var ada = Browsing.signedUp("Ada");

        assertThat(lookUpsDuring(() -> ada.get(Assets.url(file)))).isEmpty();
    }

    /** The statements that asked for a session meanwhile. */
    private static List<String> lookUpsDuring(Runnable deeds) {
        var lines = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                synchronized (lines) {
                    lines.add(line.getMessage().replaceAll("\\s+", " "));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger("org.hibernate.SQL");
        var before = logger.getLevel();
        logger.setLevel(Level.FINE);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            deeds.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
            logger.setLevel(before);
        }
        return lines.stream().filter(sql -> sql.contains("from session ")).toList();
    }
}
