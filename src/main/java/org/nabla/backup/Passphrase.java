package org.nabla.backup;

/**
 * From what the key of an encrypted backup follows.
 *
 * @param text empty where nothing is encrypted
 * @param rounds of PBKDF2, by which a guess costs so much; what is read has its own
 */
public record Passphrase(String text, int rounds) {
    /** As many as OWASP's cheat sheet on storing passwords asks for. */
    private static final int ENOUGH = 600_000;

    public static Passphrase of(String text) {
        return new Passphrase(text, ENOUGH);
    }

    /** A file may say so many, and none that would keep the processor for minutes. */
    static boolean isAllowed(int rounds) {
        return rounds > 0 && rounds <= 100 * ENOUGH;
    }

    /** Secret. */
    @Override
    public String toString() {
        return "Passphrase[" + rounds + "]";
    }
}
