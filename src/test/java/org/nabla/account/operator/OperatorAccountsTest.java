package org.nabla.account.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.AccountConfig;
import org.nabla.account.OperatorLogins;
import org.nabla.account.User;
import org.nabla.account.UserRepository;
import org.nabla.account.password.NewAccounts;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OperatorAccountsTest {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    UserRepository users;

    @Inject
    NewAccounts accounts;

    @Inject
    Clock clock;

    @Inject
    AccountConfig config;

    private final String login = "olga-" + UUID.randomUUID();

    @Test
    void nobodySignsUpAsTheOperator() {
        for (var typed : new String[] {"operator", "Operator"}) {
            var refused = Browsing.start().signUp("Mallory", typed, PASSWORD);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Browsing.parse(refused).select("#login-error").text())
                    .startsWith("Somebody else has this login.");
        }
        assertThat(Browsing.operator().get("/operator").statusCode()).isEqualTo(200);
    }

    @Test
    void aRosterDoesNotMakeTheOperatorEither() {
        assertThat(accounts.taken(Set.of("operator", login))).containsExactly("operator");
    }

    @Test
    void theFirstStartMakesTheAccountAndItsPasswordWorksOnce() {
        start(Duration.ZERO);

        var olga = users.withLogin(login).orElseThrow();
        assertThat(olga.isPasswordToBeChanged()).isTrue();
        assertThat(olga.passwordHash()).isPresent();
    }

    @Test
    void aPasswordThatNobodyUsedIsMadeAnewByALaterStart() {
        start(Duration.ZERO);
        var first = hash();
        start(Duration.ofMinutes(1));
        assertThat(hash()).as("another instance, at the same time").isEqualTo(first);

        start(Duration.ofMinutes(11));

        assertThat(hash()).isNotEqualTo(first);
    }

    @Test
    void whoeverHasChosenAPasswordKeepsIt() {
        start(Duration.ZERO);
        var password = accounts.password();
        accounts.reset(users.withLogin(login).orElseThrow().id(), password);
        var olga = Browsing.start();
        olga.signIn(login, password.text());
        olga.post("/new-password", "password", PASSWORD);

        start(Duration.ofDays(1));

        assertThat(Browsing.start().signIn(login, PASSWORD).statusCode()).isEqualTo(303);
    }

    private void start(Duration later) {
        var named = config(Optional.of(Set.of(login)));
        new OperatorAccounts(named, new OperatorLogins(named), users, accounts, Clock.offset(clock, later))
                .prepare(new StartupEvent());
    }

    private AccountConfig config(Optional<Set<String>> operators) {
        return new AccountConfig() {
            @Override
            public Duration sessionIdle() {
                return config.sessionIdle();
            }

            @Override
            public Duration sessionLongest() {
                return config.sessionLongest();
            }

            @Override
            public Duration guestIdle() {
                return config.guestIdle();
            }

            @Override
            public Optional<Set<String>> operators() {
                return operators;
            }

            @Override
            public String firstOperator() {
                return login;
            }

            @Override
            public Optional<String> contact() {
                return Optional.empty();
            }

            @Override
            public int passwordKibibytes() {
                return config.passwordKibibytes();
            }
        };
    }

    @Test
    void aFreshInstallationWithoutNamesGetsItsFirstTeacher() {
        var nobody = config(Optional.empty());
        var fresh = new UserRepository() {
            @Override
            public boolean nobodyHasLogin() {
                return true;
            }
        };

        new OperatorAccounts(nobody, new OperatorLogins(nobody), fresh, accounts, clock).prepare(new StartupEvent());

        var olga = users.withLogin(login).orElseThrow();
        var password = accounts.password();
        accounts.reset(olga.id(), password);
        var visitor = Browsing.start();
        visitor.signIn(login, password.text());
        visitor.post("/new-password", "password", PASSWORD);
        assertThat(visitor.get("/operator").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/courses/new").statusCode()).isEqualTo(200);
        assertThat(visitor.page("/").select("header nav a").eachText()).contains("Templates", "Operation");
    }

    @Test
    void whereSomebodyHasAnAccountNobodyBecomesTheOperatorByAName() {
        Browsing.start().signUp("Mallory", login, PASSWORD);
        var nobody = config(Optional.empty());

        new OperatorAccounts(nobody, new OperatorLogins(nobody), users, accounts, clock).prepare(new StartupEvent());

        assertThat(users.withLogin(login).orElseThrow().isFirstOperator()).isFalse();
    }

    private String hash() {
        return QuarkusTransaction.requiringNew()
                .call(() -> users.withLogin(login).flatMap(User::passwordHash).orElseThrow());
    }
}
