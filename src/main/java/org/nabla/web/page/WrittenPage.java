package org.nabla.web.page;

import io.quarkus.qute.TemplateInstance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.CompletionException;

/**
 * A page, or a part of one, as the bytes that are sent. A template that a resource gives back itself is written as one text, letter
 * after letter as wide as the widest needs, and copied each time it grows; what is asked for with every answer goes this way.
 */
public final class WrittenPage {
    private final byte[] utf8;

    private WrittenPage(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Writes it now: in no look at the database, which would hold a connection meanwhile. */
    public static WrittenPage of(TemplateInstance template) {
        var pieces = new ArrayList<byte[]>();
        try {
            template.consume(text -> pieces.add(text.getBytes(StandardCharsets.UTF_8)))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return new WrittenPage(joined(pieces));
    }

    private static byte[] joined(Iterable<byte[]> pieces) {
        var length = 0;
        for (var piece : pieces) {
            length += piece.length;
        }
        var all = new byte[length];
        var end = 0;
        for (var piece : pieces) {
            System.arraycopy(piece, 0, all, end, piece.length);
            end += piece.length;
        }
        return all;
    }

    /** How it is sent. */
    byte[] utf8() {
        return utf8;
    }

    /** Its text, for whoever changes a page on its way. */
    @Override
    public String toString() {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
