package org.nabla.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowShapeTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private enum Color {
        RED,
        GREEN
    }

    private record Key(long value) {}

    private record Place(int row, String shelf) {}

    private record Book(Key id, String title, Place place, double weight, boolean lent, Optional<Instant> due) {}

    private record Choice(Optional<Color> color, @Nullable String remark, Optional<Key> other, int times) {}

    @Test
    void columnsFillTheComponentsInTheirOrder() {
        var book = RowShape.of(Book.class)
                .row(new Object[] {7, "Tides", (short) 3, "B", new BigDecimal("0.25"), true, NOON});
        assertThat(book).isEqualTo(new Book(new Key(7), "Tides", new Place(3, "B"), 0.25, true, Optional.of(NOON)));
    }

    @Test
    void whatIsEmptyStaysEmpty() {
        var choice = RowShape.of(Choice.class).row(new @Nullable Object[] {null, null, null, 2L});
        assertThat(choice).isEqualTo(new Choice(Optional.empty(), null, Optional.empty(), 2));
    }

    private record Loan(LocalDate day, ZoneId zone, Optional<Place> place, Optional<Place> before) {}

    @Test
    void anOptionalRecordTakesItsColumnsAndIsEmptyWhereTheFirstIs() {
        var day = LocalDate.of(2026, 5, 4);
        var loan = RowShape.of(Loan.class)
                .row(new @Nullable Object[] {java.sql.Date.valueOf(day), "Europe/Zurich", 1, "A", null, null});
        assertThat(loan)
                .isEqualTo(new Loan(day, ZoneId.of("Europe/Zurich"), Optional.of(new Place(1, "A")), Optional.empty()));
        assertThat(RowShape.of(Loan.class)
                        .row(new @Nullable Object[] {day, "UTC", null, null, 2, "B"})
                        .before())
                .contains(new Place(2, "B"));
    }

    @Test
    void anEnumIsTakenByItsNameAndAnIdentifierByItsValue() {
        var choice = RowShape.of(Choice.class).row(new Object[] {"GREEN", "-", BigInteger.TEN, 0});
        assertThat(choice).isEqualTo(new Choice(Optional.of(Color.GREEN), "-", Optional.of(new Key(10)), 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -4, Long.MAX_VALUE})
    void aQueryOfOneColumnGivesItsValue(long value) {
        assertThat(RowShape.of(Key.class).row(value)).isEqualTo(new Key(value));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        var shape = RowShape.of(Choice.class);
        assertThatThrownBy(() -> shape.row(new @Nullable Object[] {"BLUE", null, null, 0}))
                .hasMessage("Choice.color: no Color is named BLUE");
        assertThatThrownBy(() -> shape.row(new @Nullable Object[] {null, null, null, null}))
                .hasMessage("Choice.times: the column is empty");
        assertThatThrownBy(() -> shape.row(new @Nullable Object[] {null, 5, null, 0}))
                .hasMessageStartingWith("Choice.remark: ");
        assertThatThrownBy(() -> shape.row(new Object[] {1, 2}))
                .hasMessage("Choice takes 4 columns, and the query has 2");
    }
}
