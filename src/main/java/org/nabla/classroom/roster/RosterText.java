package org.nabla.classroom.roster;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a file, whichever way a spreadsheet wrote it: UTF-8 with and without byte-order mark, UTF-16 with one, or the
 * Latin letters of old Windows.
 *
 * @param text without byte-order mark
 * @param notes what a teacher should look at
 */
record RosterText(String text, List<String> notes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** What the letters of UTF-8 look like where somebody took them for Latin ones. */
    private static final Pattern TAKEN_FOR_LATIN = Pattern.compile("[\\u00c2-\\u00f4][\\u0080-\\u00bf\\u0152-\\u2122]");

    private static final String NOT_UTF_8 =
            "%s is not written in UTF-8 but in an older alphabet. It was read as Western European: look whether all names"
                    + " are right.";
    private static final String REPAIRED =
            "Letters in %s were garbled, such as “MÃ¼ller” for “Müller”, and were put right. Look whether all names are"
                    + " right.";

    static RosterText of(RosterFile file) {
        var bytes = file.bytes();
        if (starts(bytes, 0xFF, 0xFE)) {
            return new RosterText(decoded(bytes, 2, StandardCharsets.UTF_16LE).orElse(""), List.of());
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new RosterText(decoded(bytes, 2, StandardCharsets.UTF_16BE).orElse(""), List.of());
        }
        var unmarked = halfNuls(bytes);
        if (unmarked.isPresent()) {
            return new RosterText(decoded(bytes, 0, unmarked.get()).orElse(""), List.of());
        }
        var offset = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var text = decoded(bytes, offset, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return new RosterText(
                    new String(bytes, offset, bytes.length - offset, WINDOWS),
                    List.of(NOT_UTF_8.formatted(file.name())));
        }
        return repaired(text.get())
                .map(whole -> new RosterText(whole, List.of(REPAIRED.formatted(file.name()))))
                .orElseGet(() -> new RosterText(text.get(), List.of()));
    }

    /** Only where the whole text makes sense the other way: one real “Ã” and it is left alone. */
    private static Optional<String> repaired(String text) {
        if (!TAKEN_FOR_LATIN.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            var bytes = WINDOWS.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            var array = new byte[bytes.remaining()];
            bytes.get(array);
            return decoded(array, 0, StandardCharsets.UTF_8)
                    .map(whole -> whole.startsWith("\uFEFF") ? whole.substring(1) : whole);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] bytes, int offset, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-16 without its mark: of letters of Europe every other byte is NUL. */
    private static Optional<Charset> halfNuls(byte[] bytes) {
        var nuls = new int[2];
        for (var i = 0; i < bytes.length; i++) {
            nuls[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        var many = bytes.length / 2 * 3 / 4;
        if (bytes.length % 2 != 0 || many == 0 || (nuls[0] > 0 && nuls[1] > 0)) {
            return Optional.empty();
        }
        return nuls[1] >= many
                ? Optional.of(StandardCharsets.UTF_16LE)
                : nuls[0] >= many ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
