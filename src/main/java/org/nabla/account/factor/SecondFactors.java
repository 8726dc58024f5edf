package org.nabla.account.factor;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.account.Legible;
import org.nabla.account.SecondStep;
import org.nabla.account.Token;
import org.nabla.account.UserId;

/** Turns the second step on and off, and takes codes. */
@Singleton
class SecondFactors implements SecondStep {

    private static final int SECRET_BYTES = 20;
    private static final int PAPER_CODES = 10;
    private static final int PAPER_LETTERS = 10;

    private static final String WRONG =
            "This is not the code of now. Look at your telephone again: it shows another one each half minute.";

    private final EntityManager database;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    SecondFactors(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    Optional<SecondFactor> of(UserId user) {
        return Optional.ofNullable(database.find(SecondFactor.class, user.value()));
    }

    /** Draws a secret for their telephone; nothing is asked of them before it is confirmed. One that is stays as it is. */
    @Transactional
    void begin(UserId user) {
        var now = locked(user);
        if (now.isPresent() && now.get().confirmedAt().isPresent()) {
            return;
        }
        now.ifPresent(database::remove);
        database.flush();
        var secret = new byte[SECRET_BYTES];
        chance.nextBytes(secret);
        database.persist(new SecondFactor(user.value(), secret));
    }

    /** From now on a code is asked of them. Returns the codes for paper; empty where the code is wrong. */
    @Transactional
    Optional<List<String>> confirm(UserId user, String typed) {
        var factor = locked(user).filter(found -> found.confirmedAt().isEmpty());
        if (factor.isEmpty() || !takes(factor.get(), normal(typed))) {
            return Optional.empty();
        }
        factor.get().confirm(clock.instant());
        return Optional.of(newPaper(user));
    }

    /** New codes for paper; the old ones are worth nothing any more. */
    @Transactional
    List<String> newPaper(UserId user) {
        database.createNativeQuery("delete from recovery_code where account_id = ?1")
                .setParameter(1, user.value())
                .executeUpdate();
        return Stream.generate(this::paperCode)
                .distinct()
                .limit(PAPER_CODES)
                .peek(code -> keep(user, code))
                .toList();
    }

    /** How many codes on paper are left. */
    @Transactional
    long paperLeft(UserId user) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from recovery_code where account_id = ?1 and used_at is null")
                        .setParameter(1, user.value())
                        .getSingleResult())
                .longValue();
    }

    @Override
    @Transactional
    public boolean isAskedOf(UserId user) {
        return of(user).flatMap(SecondFactor::confirmedAt).isPresent();
    }

    @Override
    @Transactional
    public Optional<String> objection(UserId user, String typed) {
        var code = normal(typed);
        var factor = locked(user).filter(found -> found.confirmedAt().isPresent());
        var taken = code.length() == PAPER_LETTERS
                ? takesPaper(user, code)
                : factor.filter(found -> takes(found, code)).isPresent();
        return taken ? Optional.empty() : Optional.of(WRONG);
    }

    @Override
    @Transactional
    public void forget(UserId user) {
        for (var table : List.of("recovery_code", "second_factor")) {
            database.createNativeQuery("delete from " + table + " where account_id = ?1")
                    .setParameter(1, user.value())
                    .executeUpdate();
        }
    }

    private boolean takes(SecondFactor factor, String code) {
        var step = TelephoneCodes.step(factor.secret(), code, clock.instant());
        return step.isPresent() && factor.take(step.getAsLong());
    }

    private boolean takesPaper(UserId user, String code) {
        return database.createNativeQuery("update recovery_code set used_at = ?1"
                                + " where account_id = ?2 and code_hash = ?3 and used_at is null")
                        .setParameter(1, clock.instant())
                        .setParameter(2, user.value())
                        .setParameter(3, new Token(code).hash())
                        .executeUpdate()
                == 1;
    }

    /** Locked, so that a code which is sent twice at once is taken once. */
    private Optional<SecondFactor> locked(UserId user) {
        return Optional.ofNullable(database.find(SecondFactor.class, user.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    private void keep(UserId user, String code) {
        database.createNativeQuery("insert into recovery_code (account_id, code_hash) values (?1, ?2)")
                .setParameter(1, user.value())
                .setParameter(2, new Token(normal(code)).hash())
                .executeUpdate();
    }

    private String paperCode() {
        var letters = Legible.letters(chance, PAPER_LETTERS);
        return letters.substring(0, PAPER_LETTERS / 2) + "-" + letters.substring(PAPER_LETTERS / 2);
    }

    /** People type the gaps that they see. */
    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
