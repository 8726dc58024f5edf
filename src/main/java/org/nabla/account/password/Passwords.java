package org.nabla.account.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nabla.account.AccountConfig;
import org.nabla.web.trouble.Refusal;

/** Hashes passwords with Argon2id, and verifies them in the same time whether there is a hash or not. */
@Singleton
public class Passwords {

    /** Enough for a password made by chance, which no list of words helps to guess; a roster needs thousands at once. */
    private static final Argon2Function QUICK = Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID);

    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int PATIENCE_SECONDS = 10;

    /** Each takes 19 MiB and a processor: without a limit, a crowd at the door would take the memory from everybody. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final Argon2Function function;

    /**
     * Verified in place of a hash where there is none, so that the time tells nothing. It is no hash of anything: to look like one
     * is enough, and takes no time when the application starts.
     */
    private final String decoy;

    @Inject
    Passwords(AccountConfig config) {
        function = Argon2Function.getInstance(config.passwordKibibytes(), PASSES, 1, HASH_BYTES, Argon2.ID);
        decoy = "$argon2id$v=" + function.getVersion() + "$m=" + config.passwordKibibytes() + ",t=" + PASSES + ",p=1$"
                + chance(SALT_BYTES) + "$" + chance(HASH_BYTES);
    }

    private static String chance(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    public String hash(String password) {
        return inTurn(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(function)
                .getResult());
    }

    /** The hash of a password that was made by chance, never by a person. */
    String hashOfChance(String password) {
        return inTurn(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(QUICK)
                .getResult());
    }

    /** Whether the password fits; never where there is no hash. */
    public boolean fits(String password, Optional<String> hash) {
        var stored = hash.orElse(decoy);
        var itsFunction = Argon2Function.getInstanceFromHash(stored);
        var fits = inTurn(() -> {
            if (itsFunction.getMemory() < function.getMemory()) {
                Password.check(normal(password), decoy).with(function); // the time must not tell which hash it is
            }
            return Password.check(normal(password), stored).with(itsFunction);
        });
        return fits && hash.isPresent();
    }

    /** The same letters, whichever way a keyboard makes them. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(
                        Response.Status.SERVICE_UNAVAILABLE,
                        "Many people sign in just now",
                        "Wait a moment, then go back and try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a turn", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
