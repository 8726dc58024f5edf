package org.nabla.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Encrypts what is written, piece by piece; see {@link Seal}. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Seal seal;
    private final byte[] piece = new byte[Seal.PIECE];
    private int filled;
    private boolean closed;

    SealedOutput(OutputStream out, Passphrase passphrase) throws IOException {
        try {
            this.out = out;
            seal = Seal.fresh(passphrase);
            out.write(seal.header());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var from = offset;
        var left = length;
        while (left > 0) {
            if (filled == piece.length) {
                writePiece(false);
            }
            var now = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, now);
            filled += now;
            from += now;
            left -= now;
        }
    }

    private void writePiece(boolean last) throws IOException {
        try {
            out.write(seal.close(piece, filled, last));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writePiece(true);
            out.close();
        }
    }
}
