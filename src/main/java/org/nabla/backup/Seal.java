package org.nabla.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of a backup: AES-256-GCM in pieces of 64 KiB, each with its number and with whether it is the last in its nonce, so
 * that none can be changed, left out, put elsewhere or added unseen. The key follows from a passphrase and a salt by
 * PBKDF2-HMAC-SHA-256, in as many rounds as the file says.
 *
 * @see <a href="https://eprint.iacr.org/2015/189">Hoang, Reyhanitabar, Rogaway, Vizár: Online authenticated encryption and its
 *     nonce-reuse misuse-resistance (STREAM)</a>
 */
final class Seal {
    static final byte[] MAGIC = {'N', 'A', 'B', 'L', 'A', 'E', 'N', '1'};
    static final int PIECE = 1 << 16;
    static final int TAG = 16;

    private static final int SALT = 16;
    private static final int PREFIX = 7;

    /** What stands before the pieces: magic, salt, prefix of the nonces, rounds. */
    static final int HEADER = MAGIC.length + SALT + PREFIX + Integer.BYTES;

    private final byte[] header;
    private final SecretKeySpec key;
    private int number;

    private Seal(byte[] header, String passphrase) throws GeneralSecurityException {
        this.header = header;
        var salt = new byte[SALT];
        System.arraycopy(header, MAGIC.length, salt, 0, SALT);
        var rounds = ByteBuffer.wrap(header).getInt(HEADER - Integer.BYTES);
        if (!Passphrase.isAllowed(rounds)) {
            throw new GeneralSecurityException("The file was changed.");
        }
        var spec = new PBEKeySpec(passphrase.toCharArray(), salt, rounds, 256);
        key = new SecretKeySpec(
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded(),
                "AES");
    }

    static Seal fresh(Passphrase passphrase) throws GeneralSecurityException {
        var chance = new byte[SALT + PREFIX];
        new SecureRandom().nextBytes(chance);
        var header = ByteBuffer.allocate(HEADER).put(MAGIC).put(chance).putInt(passphrase.rounds());
        return new Seal(header.array(), passphrase.text());
    }

    /** @throws GeneralSecurityException if the header is none */
    static Seal of(byte[] header, Passphrase passphrase) throws GeneralSecurityException {
        if (header.length < HEADER) {
            throw new GeneralSecurityException("The file is cut short.");
        }
        return new Seal(header.clone(), passphrase.text());
    }

    byte[] header() {
        return header.clone();
    }

    byte[] close(byte[] piece, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.ENCRYPT_MODE, last).doFinal(piece, 0, length);
    }

    /** @throws javax.crypto.AEADBadTagException if the passphrase is another one, or the piece is not what was written */
    byte[] open(byte[] piece, int length, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(piece, 0, length);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12)
                .put(header, MAGIC.length + SALT, PREFIX)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
        number = Math.incrementExact(number);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
