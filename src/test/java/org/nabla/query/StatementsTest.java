package org.nabla.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.database.glance.Glance;

/** What is sent together, to a real server. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class StatementsTest {
    /** Accounts that there are not, each of one test. */
    private static final long FIRST = -4_711;

    private static final long FORESEEN = -4_712;

    private static final Instant TIME = Instant.parse("2026-11-30T23:59:59.123456Z");

    record Number(int value) {}

    record Time(Instant value) {}

    record Pair(long first, Optional<String> second) {}

    record All(
            boolean truth,
            long number,
            double real,
            BigDecimal exact,
            String text,
            UUID name,
            Instant time,
            LocalDate day,
            DayOfWeek constant,
            Optional<Pair> several,
            String[] texts) {}

    @Inject
    Statements statements;

    @Test
    void valuesComeBackAsTheyWereSent() {
        var name = UUID.randomUUID();

        var row = statements
                .read(Select.of(
                        All.class,
                        "select ?, ?, ?, ?, ?, ?, ?, cast(? as date), ?, cast(null as bigint), 'nothing', cast(? as text[])",
                        true,
                        Long.MAX_VALUE,
                        0.1,
                        new BigDecimal("0.10"),
                        "x; y ? z",
                        name,
                        TIME,
                        "2026-12-01",
                        DayOfWeek.FRIDAY,
                        new String[] {"a", "b,c"}))
                .get(0);

        assertThat(row)
                .usingRecursiveComparison()
                .isEqualTo(new All(
                        true,
                        Long.MAX_VALUE,
                        0.1,
                        new BigDecimal("0.10"),
                        "x; y ? z",
                        name,
                        TIME,
                        LocalDate.of(2026, 12, 1),
                        DayOfWeek.FRIDAY,
                        Optional.empty(),
                        new String[] {"a", "b,c"}));
    }

    @Test
    void whatIsReadAheadGoesTogetherAndIsReadOnce() {
        var one = Select.of(Time.class, "select clock_timestamp() where 1 = ?", 1);
        var two = Select.of(Number.class, "select i from generate_series(1, cast(? as integer)) i order by i", 3);
        var none = Select.of(Number.class, "select 1 where false");
        // The time at which a transaction began: without one of ours, that of what was sent together.
        var first = Select.of(Time.class, "select now() where 1 = ?", 1);
        var second = Select.of(Time.class, "select now() where 2 = ?", 2);

        Glance.at(() -> statements.ahead(List.of(one, two, none, first, second, two)), () -> {
            assertThat(statements.read(one)).isEqualTo(statements.read(one));
            assertThat(statements.read(two)).containsExactly(new Number(1), new Number(2), new Number(3));
            assertThat(statements.read(none)).isEmpty();
            assertThat(statements.read(first)).isEqualTo(statements.read(second));
            return "";
        });

        assertThat(statements.read(one)).isNotEqualTo(statements.read(one));
        assertThat(statements.read(first)).isNotEqualTo(statements.read(second));
    }

    @Test
    void whatWasReadInOneLookIsForgottenInTheNext() {
        var clock = Select.of(Time.class, "select clock_timestamp()");

        var first = Glance.at(() -> statements.read(clock));
        var second = Glance.at(() -> statements.read(clock));

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void whatIsForeseenIsReadAsItIsAfterTheWriting() {
        var known = Select.of(Time.class, "select erased_at from erased_account where account_id = ?", FORESEEN);
        var lasting = Select.of(Time.class, "select clock_timestamp() where 4 = ?", 4);
        var told = Select.of(Number.class, "select 1 where false");
        var insert = Update.of("insert into erased_account (account_id, erased_at) values (?, ?)", FORESEEN, TIME);
        var foreseen = new Foreseen();
        var before = Glance.at(() -> statements.ahead(List.of(lasting)), () -> {
            foreseen.take(List.of(lasting, known));
            return statements.read(lasting);
        });

        foreseen.ask(List.of(known, lasting, told));
        foreseen.put(told, List.of(new Number(7)));
        QuarkusTransaction.requiringNew().run(() -> statements.update(List.of(insert), foreseen));
        var delete = Update.of("delete from erased_account where account_id = ?", FORESEEN);
        QuarkusTransaction.requiringNew().run(() -> statements.update(List.of(delete)));

        Glance.at(foreseen::tell, () -> {
            assertThat(statements.read(known)).containsExactly(new Time(TIME));
            assertThat(statements.read(lasting)).isEqualTo(before);
            assertThat(statements.read(told)).containsExactly(new Number(7));
            return "";
        });
        assertThat(statements.read(known)).isEmpty();
    }

    @Test
    void changesAreMadeTogetherOrNotAtAll() {
        var known = Select.of(Time.class, "select erased_at from erased_account where account_id = ?", FIRST);
        var insert = Update.of("insert into erased_account (account_id, erased_at) values (?, ?)", FIRST, TIME);
        var later = Update.of(
                "update erased_account set erased_at = coalesce(?, erased_at) where account_id = ?",
                Optional.of(TIME.plusSeconds(1)),
                FIRST);
        var no = Update.of(
                "update erased_account set erased_at = coalesce(?, erased_at) where account_id = ?",
                Optional.<Instant>empty(),
                FIRST);
        var delete = Update.of("delete from erased_account where account_id = ?", FIRST);

        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().run(() -> statements.update(List.of(insert, insert))))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(statements.read(known)).isEmpty();

        QuarkusTransaction.requiringNew().run(() -> {
            statements.update(List.of(insert, later, no));
            assertThat(statements.read(known)).as("in its transaction").hasSize(1);
        });
        assertThat(statements.read(known)).containsExactly(new Time(TIME.plusSeconds(1)));

        QuarkusTransaction.requiringNew().run(() -> statements.update(List.of(delete)));
        assertThat(statements.read(known)).isEmpty();
    }

    @Test
    void nothingIsChangedOutsideOfATransaction() {
        assertThatThrownBy(
                        () -> statements.update(List.of(Update.of("delete from erased_account where account_id = 0"))))
                .hasMessageContaining("ransaction");
    }

    /** By it pages tell an outage from a fault. */
    @Test
    void aFailureSaysWhatTheServerSaid() {
        assertThatThrownBy(() -> statements.read(Select.of(Number.class, "select 1 / ?", 0)))
                .hasRootCauseInstanceOf(SQLException.class)
                .hasMessageContaining("division by zero");
    }
}
