package org.nabla.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.web.SecurityLog;

/** What the log says of who came in and who did not, and what it never says. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class SecurityLogTest {
    private static final String SECRET = "a guess that belongs to somebody";

    @Test
    void whoComesInAndWhoDoesNotIsLogged() {
        var address = "203.0.113.91";
        var ada = Browsing.from(address);
        var login = "log-" + System.nanoTime();
        ada.signUp("Ada", login, "correct horse battery");

        var lines = during(() -> {
            ada.signIn(login, SECRET);
            ada.signIn(SECRET, SECRET);
            ada.signIn(login, "correct horse battery");
            ada.get("/operator");
            ada.get("/courses/999999999/settings");
            ada.get("/courses/new");
        });

        assertThat(lines)
                .filteredOn(line -> line.contains("wrong login or password from " + address))
                .hasSize(2);
        assertThat(lines)
                .anyMatch(line -> line.matches("the password of account [0-9]+ from " + address))
                .contains("turned away from GET /operator", "turned away from GET /courses/new");
        assertThat(lines).noneMatch(line -> line.contains(SECRET) || line.contains(login));
    }

    @Test
    void aPathIsOneLineWithoutSecrets() {
        assertThat(SecurityLog.path("/lost-password/" + "Ab0_-".repeat(9) + "/x\r\n2026 all is well\u202e"))
                .isEqualTo("/lost-password/…/x??2026 all is well?");
        assertThat(SecurityLog.path("/ab".repeat(1_000))).hasSize(201);
    }

    private static List<String> during(Runnable deeds) {
        var lines = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                synchronized (lines) {
                    lines.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger("nabla.security");
        logger.addHandler(handler);
        try {
            deeds.run();
        } finally {
            logger.removeHandler(handler);
        }
        return List.copyOf(lines);
    }
}
