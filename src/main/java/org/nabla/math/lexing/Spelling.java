package org.nabla.math.lexing;

/** Whether a word was probably meant as another. */
final class Spelling {
    private static final int SHORTEST = 4;

    private Spelling() {}

    /** Whether one letter too many, too few or wrong, or two swapped, make the difference; not for short words. */
    static boolean isNear(String typed, String meant) {
        int shorter = Math.min(typed.length(), meant.length());
        if (shorter < SHORTEST - 1 || Math.max(typed.length(), meant.length()) < SHORTEST || typed.equals(meant)) {
            return false;
        }
        int same = 0;
        while (same < shorter && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        return switch (typed.length() - meant.length()) {
            case 0 ->
                rest(typed, same + 1).equals(rest(meant, same + 1))
                        || same + 1 < shorter
                                && typed.charAt(same) == meant.charAt(same + 1)
                                && typed.charAt(same + 1) == meant.charAt(same)
                                && rest(typed, same + 2).equals(rest(meant, same + 2));
            case 1 -> rest(typed, same + 1).equals(rest(meant, same));
            case -1 -> rest(typed, same).equals(rest(meant, same + 1));
            default -> false;
        };
    }

    private static String rest(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
