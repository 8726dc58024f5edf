package org.nabla.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Decrypts what {@link SealedOutput} wrote, and gives nothing out that was changed. */
final class SealedInput extends InputStream {
    private final InputStream in;
    private final Seal seal;
    private byte[] ahead;
    private byte[] piece = new byte[0];
    private int at;
    private boolean ended;

    /** @param in at its beginning */
    SealedInput(InputStream in, Passphrase passphrase) throws IOException {
        try {
            this.in = in;
            seal = Seal.of(in.readNBytes(Seal.HEADER), passphrase);
            ahead = in.readNBytes(Seal.PIECE + Seal.TAG);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == piece.length) {
            if (ended) {
                return -1;
            }
            readPiece();
        }
        var now = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, now);
        at += now;
        return now;
    }

    private void readPiece() throws IOException {
        var current = ahead;
        ahead = in.readNBytes(Seal.PIECE + Seal.TAG);
        ended = ahead.length == 0;
        try {
            piece = seal.open(current, current.length, ended);
            at = 0;
        } catch (GeneralSecurityException e) {
            throw new BackupException(
                    "The backup cannot be opened: the passphrase is another one, or the file is cut short or was changed."
                            + " Nothing was restored.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
