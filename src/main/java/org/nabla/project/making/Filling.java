package org.nabla.project.making;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nabla.project.workshop.Data;

/** Puts numbers into prose: {@code {=name}}, {@code {=name[2]}}, {@code {=name:6}}. */
public final class Filling {
    /** Name, index, digits. */
    public static final Pattern PLACE =
            Pattern.compile("\\{=\\s*([A-Za-z][A-Za-z0-9_]*)(?:\\[(\\d{1,4})])?(?::(\\d{1,2}))?\\s*}");

    private static final int DIGITS = 4;
    private static final Pattern POWER_OF_TEN = Pattern.compile("(?<=\\d)e(-?\\d+)");

    private Filling() {}

    /** Whether anything is put into it, so that it depends on the data. */
    public static boolean isAsked(String prose) {
        return PLACE.matcher(prose).find();
    }

    static String fill(String prose, Solved solved) {
        return PLACE.matcher(prose).replaceAll(match -> {
            int digits = match.group(3) == null ? DIGITS : Integer.parseInt(match.group(3));
            var index = Optional.ofNullable(match.group(2)).map(Integer::parseInt);
            var text = solved.data()
                    .find(match.group(1))
                    .map(item -> data(item, index))
                    .orElseGet(() -> value(solved, match.group(1), index, digits));
            return Matcher.quoteReplacement(typeset(text, isMath(prose, match.start())));
        });
    }

    /** A number is typeset wherever it stands: with a true minus, and with a comma for those who write one. */
    private static String typeset(String text, boolean inMath) {
        var number = POWER_OF_TEN.matcher(text).replaceAll("\\\\cdot 10^{$1}");
        return inMath ? number : "$" + number + "$";
    }

    private static boolean isMath(String prose, int at) {
        return prose.substring(0, at)
                                .replace("\\$", "")
                                .chars()
                                .filter(c -> c == '$')
                                .count()
                        % 2
                != 0;
    }

    private static String data(Data.Item item, Optional<Integer> index) {
        if (index.isPresent()) {
            return item.text(index.get());
        }
        if (item.units().size() == 1) {
            return item.text(0);
        }
        var texts = new StringBuilder("(");
        for (int i = 0; i < item.units().size(); i++) {
            texts.append(i == 0 ? "" : ", ").append(item.text(i));
        }
        return texts.append(")").toString();
    }

    private static String value(Solved solved, String name, Optional<Integer> index, int digits) {
        var values = Optional.ofNullable(solved.values().get(name))
                .orElseThrow(() -> new IllegalArgumentException("nothing is named " + name));
        return index.map(i -> Numbers.shown(values[i], digits)).orElseGet(() -> Numbers.shown(values, digits));
    }
}
