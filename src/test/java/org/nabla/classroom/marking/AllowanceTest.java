package org.nabla.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which date holds. Vienna: the clocks go forward on 2027-03-28 at 02:00 and back on 2027-10-31 at 03:00. */
class AllowanceTest {
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final int RUNS = 20_000;

    @ParameterizedTest(name = "{8}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # all            | section          | extension        | extra | late | due              | closes: all +3 days, section +2, extension +1 | why | because
            2027-03-03T18:00 | -                | -                | 0 | 0 | 2027-03-03T18:00 | 2027-03-06T18:00 | ''                                                | the times of all
            2027-03-03T18:00 | 2027-03-05T12:00 | -                | 0 | 0 | 2027-03-05T12:00 | 2027-03-07T12:00 | your section’s date                               | a section has its own
            2027-03-03T18:00 | 2027-03-01T12:00 | -                | 0 | 0 | 2027-03-01T12:00 | 2027-03-03T12:00 | your section’s date                               | also where it is earlier
            2027-03-03T18:00 | -                | 2027-03-08T18:00 | 0 | 0 | 2027-03-08T18:00 | 2027-03-09T18:00 | your extension                                    | an extension is later
            2027-03-03T18:00 | -                | 2027-03-01T18:00 | 0 | 0 | 2027-03-03T18:00 | 2027-03-06T18:00 | ''                                                | an extension never makes earlier
            2027-03-03T18:00 | 2027-03-05T12:00 | 2027-03-04T18:00 | 0 | 0 | 2027-03-05T12:00 | 2027-03-07T12:00 | your section’s date                               | the section is later than the extension
            2027-03-03T18:00 | 2027-03-05T12:00 | 2027-03-09T18:00 | 0 | 0 | 2027-03-09T18:00 | 2027-03-10T18:00 | your extension                                    | the extension is later than the section
            2027-03-03T18:00 | 2027-03-01T12:00 | 2027-03-02T18:00 | 0 | 0 | 2027-03-02T18:00 | 2027-03-03T18:00 | your extension                                    | the date of all is not asked where a section has one
            2027-03-03T18:00 | -                | -                | 2 | 0 | 2027-03-05T18:00 | 2027-03-08T18:00 | 'the date of all, 2 extra days'                   | extra days move both
            2027-03-03T18:00 | -                | -                | 0 | 1 | 2027-03-04T18:00 | 2027-03-06T18:00 | 'the date of all, 1 late day'                     | a late day moves when it is due
            2027-03-03T18:00 | -                | -                | 0 | 5 | 2027-03-08T18:00 | 2027-03-08T18:00 | 'the date of all, 5 late days'                    | it never closes before it is due
            2027-03-03T18:00 | 2027-03-05T12:00 | -                | 2 | 1 | 2027-03-08T12:00 | 2027-03-09T12:00 | 'your section’s date, 2 extra days, 1 late day'   | days come on top of the section
            2027-03-03T18:00 | 2027-03-05T12:00 | 2027-03-09T18:00 | 1 | 2 | 2027-03-12T18:00 | 2027-03-12T18:00 | 'your extension, 1 extra day, 2 late days'        | and on top of the extension, once
            2027-03-27T18:00 | -                | -                | 1 | 0 | 2027-03-28T18:00 | 2027-03-31T18:00 | 'the date of all, 1 extra day'                    | a day of 23 hours
            2027-10-30T18:00 | -                | -                | 1 | 0 | 2027-10-31T18:00 | 2027-11-03T18:00 | 'the date of all, 1 extra day'                    | a day of 25 hours
            2027-03-27T02:30 | -                | -                | 1 | 0 | 2027-03-28T03:30 | 2027-03-31T02:30 | 'the date of all, 1 extra day'                    | a time that is left out is an hour later
            2027-03-27T02:30 | -                | -                | 1 | 1 | 2027-03-29T02:30 | 2027-03-31T02:30 | 'the date of all, 1 extra day, 1 late day'        | and does not stay so the day after
            2027-03-26T02:30 | -                | -                | 0 | 2 | 2027-03-28T03:30 | 2027-03-29T02:30 | 'the date of all, 2 late days'                    | by late days too
            2027-02-27T23:59 | -                | -                | 2 | 0 | 2027-03-01T23:59 | 2027-03-04T23:59 | 'the date of all, 2 extra days'                   | over the end of a month
            2028-02-28T23:59 | -                | -                | 1 | 0 | 2028-02-29T23:59 | 2028-03-03T23:59 | 'the date of all, 1 extra day'                    | in a leap year
            """)
    void theDateThatHolds(
            LocalDateTime all,
            @Nullable LocalDateTime section,
            @Nullable LocalDateTime extension,
            int extra,
            int late,
            LocalDateTime due,
            LocalDateTime closes,
            String why,
            String because) {
        var allowance = new Allowance(
                VIENNA,
                Optional.ofNullable(section).map(at -> terms(at, 2)),
                Optional.ofNullable(extension).map(at -> new Extension(at(at), at(at.plusDays(1)), "ill")),
                extra,
                late);

        var held = allowance.terms(terms(all, 3));

        assertThat(local(held.due())).as(because).isEqualTo(due);
        assertThat(local(held.closes())).as(because).isEqualTo(closes);
        assertThat(allowance.why(terms(all, 3), "your")).isEqualTo(why);
    }

    /** 02:30 comes twice on that day: whoever is given a day has until the second one. */
    @Test
    void ofATimeThatComesTwiceTheLaterOneIsMeant() {
        var due = at(LocalDateTime.parse("2027-10-30T02:30"));
        var all = new Terms(due.minusSeconds(1), due, due);

        var held = Allowance.NONE.withExtraDays(1);
        var inVienna = new Allowance(VIENNA, held.section(), held.extension(), held.extraDays(), held.lateDays());

        assertThat(inVienna.terms(all).due()).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @Test
    void whatIsGivenInMinutesOfTheHourThatComesTwiceStaysToTheSecond() {
        var first = Instant.parse("2027-10-31T00:30:00Z"); // 02:30 for the first time
        var all = new Terms(first.minusSeconds(60), first, first);

        assertThat(new Allowance(VIENNA, Optional.empty(), Optional.empty(), 0, 0).terms(all))
                .isEqualTo(all);
    }

    @ParameterizedTest(name = "kept {0}, {1} late: {3}")
    @CsvSource(textBlock = """
            2027-03-05T18:00, 0, 2027-03-05T18:00, the date that held for you before
            2027-03-05T18:00, 1, 2027-03-06T18:00, 'the date that held for you before, 1 late day'
            2027-03-04T18:00, 0, 2027-03-04T18:00, 'the date of all, 1 extra day'
            2027-03-04T18:00, 1, 2027-03-05T18:00, 'the date of all, 1 extra day, 1 late day'
            2027-03-02T18:00, 0, 2027-03-04T18:00, 'the date of all, 1 extra day'
            """)
    void whatWasToldHoldsWhereItIsLater(LocalDateTime kept, int late, LocalDateTime due, String why) {
        var all = terms(LocalDateTime.parse("2027-03-03T18:00"), 3);
        var allowance = Allowance.in(VIENNA)
                .withExtraDays(1)
                .withLateDays(late)
                .withKept(Optional.of(new Extension(at(kept), at(kept), "")));

        assertThat(local(allowance.terms(all).due())).isEqualTo(due);
        assertThat(local(allowance.terms(all).closes())).isEqualTo(LocalDateTime.parse("2027-03-07T18:00"));
        assertThat(allowance.why(all, "your")).isEqualTo(why);
        var more = new Extension(allowance.withoutDays(all).due().plusSeconds(60), at(kept.plusDays(9)), "more");
        assertThat(allowance.with(Optional.of(more)).terms(all).due())
                .as("an extension is measured by what holds")
                .isEqualTo(allowance.terms(all).due().plusSeconds(60));
    }

    /** Whatever is added, nobody has less than without it, and nothing closes before it is due. */
    @Test
    void moreIsNeverEarlier() {
        var chance = new SplittableRandom(7);
        for (var run = 0; run < RUNS; run++) {
            var all = anyTerms(chance);
            var one = new Allowance(
                    VIENNA,
                    chance.nextBoolean() ? Optional.empty() : Optional.of(anyTerms(chance)),
                    chance.nextBoolean() ? Optional.empty() : Optional.of(anyExtension(chance)),
                    chance.nextInt(4),
                    chance.nextInt(4));
            var held = one.terms(all);

            assertThat(held.closes()).as("%s of %s", one, all).isAfterOrEqualTo(held.due());
            assertThat(held.due()).isAfterOrEqualTo(one.section().orElse(all).due());
            for (var more : new Allowance[] {
                one.withExtraDays(one.extraDays() + 1),
                one.withLateDays(one.lateDays() + 1),
                one.extension().isPresent() ? one : one.with(Optional.of(anyExtension(chance))),
                one.withKept(Optional.of(anyExtension(chance)))
            }) {
                assertThat(more.terms(all).due()).as("%s of %s", more, all).isAfterOrEqualTo(held.due());
                assertThat(more.terms(all).closes()).isAfterOrEqualTo(held.closes());
            }
        }
    }

    private static Terms anyTerms(SplittableRandom chance) {
        var due = anyTime(chance);
        return new Terms(due.minusSeconds(86_400), due, due.plusSeconds(chance.nextInt(2) * chance.nextInt(400_000)));
    }

    private static Extension anyExtension(SplittableRandom chance) {
        var due = anyTime(chance);
        return new Extension(due, due.plusSeconds(chance.nextInt(400_000)), "ill");
    }

    /** In the two weeks around a change of the clocks. */
    private static Instant anyTime(SplittableRandom chance) {
        var change = Instant.parse(chance.nextBoolean() ? "2027-03-28T01:00:00Z" : "2027-10-31T01:00:00Z");
        return change.plusSeconds(60L * (chance.nextInt(20_160) - 10_080));
    }

    private static Terms terms(LocalDateTime due, int daysToClose) {
        return new Terms(at(due.minusDays(7)), at(due), at(due.plusDays(daysToClose)));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(VIENNA).toInstant();
    }

    private static LocalDateTime local(Instant at) {
        return at.atZone(VIENNA).toLocalDateTime();
    }
}
