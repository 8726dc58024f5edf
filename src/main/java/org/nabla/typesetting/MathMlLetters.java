package org.nabla.typesetting;

/** Letters in the faces of mathematics, which MathML Core has as characters of their own. */
enum MathMlLetters {
    PLAIN(0, 0, 0, ""),
    UPRIGHT(0, 0, 0, ""),
    BOLD(0x1D400, 0x1D7CE, 0x1D6C2, ""),
    SANS(0x1D5A0, 0x1D7E2, 0, ""),
    MONOSPACE(0x1D670, 0x1D7F6, 0, ""),
    DOUBLE(0x1D538, 0x1D7D8, 0, "CℂHℍNℕPℙQℚRℝZℤ"),
    SCRIPT(0x1D49C, 0, 0, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ");

    private final int capitals;
    private final int digits;
    private final int greek;
    /** Pairs of a letter and the character that was there before the others. */
    private final String exceptions;

    MathMlLetters(int capitals, int digits, int greek, String exceptions) {
        this.capitals = capitals;
        this.digits = digits;
        this.greek = greek;
        this.exceptions = exceptions;
    }

    /** The letter or digit in this face; anything else as it is. */
    String of(char c) {
        for (int i = 0; i < exceptions.length(); i += 2) {
            if (exceptions.charAt(i) == c) {
                return exceptions.substring(i + 1, i + 2);
            }
        }
        if (capitals > 0 && c >= 'A' && c <= 'Z') {
            return Character.toString(capitals + c - 'A');
        } else if (capitals > 0 && c >= 'a' && c <= 'z') {
            return Character.toString(capitals + 26 + c - 'a');
        } else if (digits > 0 && c >= '0' && c <= '9') {
            return Character.toString(digits + c - '0');
        } else if (greek > 0 && c >= 'α' && c <= 'ω') {
            return Character.toString(greek + c - 'α');
        }
        return String.valueOf(c);
    }

    String of(String text) {
        var out = new StringBuilder();
        text.chars().forEach(c -> out.append(of((char) c)));
        return out.toString();
    }
}
