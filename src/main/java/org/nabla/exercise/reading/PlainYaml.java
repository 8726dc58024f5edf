package org.nabla.exercise.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.Place;
import org.nabla.exercise.TemplateError;

/**
 * Says in plain words why a text cannot be taken apart, at the line where its author has to mend it: the parser notices many
 * slips only lines later, and speaks of tokens.
 */
final class PlainYaml {

    private static final Pattern WORD_WITHOUT_COLON = Pattern.compile("(\\s*(?:- )?)([a-z]+)(\\s+\\S.*)?");
    private static final Pattern NO_SPACE = Pattern.compile("\\s*(?:- )?([a-z]+):([^\\s:/].*)");
    private static final Pattern COLON_IN_TEXT =
            Pattern.compile("\\s*(?:- )?(?:[\\p{L}0-9_ ]+: )?[^\"'\\[{|>\\s][^\"]*?(: ).*");
    private static final Pattern BEGINS = Pattern.compile("(\\s*(?:- )?(?:[\\p{L}0-9_]+: +)?)([*&!%@`])(.*)");

    private final String name;
    private final List<String> lines;
    /** The line on which the parser gave up, from 0. */
    private final int noticed;

    private PlainYaml(String name, List<String> lines, int noticed) {
        this.name = name;
        this.lines = lines;
        this.noticed = Math.max(0, Math.min(noticed, lines.size() - 1));
    }

    static TemplateError explain(String name, List<String> lines, Place noticed) {
        if (lines.isEmpty()) {
            return new TemplateError(new Place(name, 1, 1), "there is nothing here yet");
        }
        var plain = new PlainYaml(name, lines, noticed.line() - 1);
        return plain.unprintable()
                .or(plain::tabulator)
                .or(plain::missingColon)
                .or(plain::missingSpace)
                .or(plain::documents)
                .or(plain::beginning)
                .or(plain::quote)
                .or(plain::bracket)
                .or(plain::movedRight)
                .or(plain::colonInText)
                .or(plain::indentation)
                .orElseGet(() -> plain.error(
                        plain.noticed,
                        noticed.column(),
                        "this line cannot be read: look for a quotation mark or bracket that is not closed, a colon that is"
                                + " missing, or a line that is moved to the right or left"));
    }

    private TemplateError error(int line, int column, String message) {
        return new TemplateError(new Place(name, line + 1, Math.max(1, column)), message);
    }

    /** From the line where it was noticed upwards, so that the nearest is named. */
    private interface Look {
        Optional<TemplateError> at(int line);
    }

    private Optional<TemplateError> upwards(int most, Look look) {
        for (int line = noticed; line >= 0 && line >= noticed - most; line--) {
            var found = look.at(line);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<TemplateError> unprintable() {
        for (int line = 0; line < lines.size(); line++) {
            var text = lines.get(line);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if ((c < ' ' && c != '\t') || c == '\u007f' || c == '\ufffe' || c == '\uffff') {
                    return Optional.of(error(line, i + 1, "a character that cannot be shown stands here: take it out"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TemplateError> tabulator() {
        return upwards(
                2,
                line -> lines.get(line).matches("\\s*\\t.*")
                        ? Optional.of(error(
                                line, lines.get(line).indexOf('\t') + 1, "a line begins with a tabulator: use spaces"))
                        : Optional.empty());
    }

    private Optional<TemplateError> missingColon() {
        return upwards(3, line -> {
            var match = WORD_WITHOUT_COLON.matcher(lines.get(line));
            if (!match.matches() || !isKey(match.group(2), match.group(1).isEmpty())) {
                return Optional.empty();
            }
            var rest = match.group(3) == null ? "" : match.group(3).strip();
            boolean keyed = rest.contains(": ") && !rest.startsWith("{") && !rest.startsWith("[");
            return rest.startsWith(":") || (keyed && !match.group(1).isEmpty())
                    ? Optional.empty()
                    : Optional.of(error(
                            line,
                            match.end(2) + 1,
                            "a colon is missing after " + match.group(2) + ": write " + match.group(2) + ": and then "
                                    + (rest.isEmpty() ? "its value" : "the rest")));
        });
    }

    private static boolean isKey(String word, boolean atMargin) {
        return atMargin
                ? TemplateReader.keys().contains(word)
                : PartReader.MISTAKE_KEYS.contains(word) || PartReader.PART_KEYS.contains(word) || word.equals("kind");
    }

    private Optional<TemplateError> missingSpace() {
        return upwards(3, line -> {
            var match = NO_SPACE.matcher(lines.get(line));
            return match.matches() && (isKey(match.group(1), true) || isKey(match.group(1), false))
                    ? Optional.of(error(line, match.end(1) + 2, "a space is missing after " + match.group(1) + ":"))
                    : Optional.empty();
        });
    }

    private Optional<TemplateError> documents() {
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).strip().equals("---")) {
                return Optional.of(
                        error(line, 1, "a line of three hyphens would begin a second template: take it out"));
            }
        }
        return Optional.empty();
    }

    private Optional<TemplateError> beginning() {
        return upwards(1, line -> {
            var match = BEGINS.matcher(lines.get(line));
            return match.matches() || lines.get(line).matches(".*[\\[,:]\\s*[*&!][\\p{L}*].*")
                    ? Optional.of(error(
                            line,
                            match.matches() ? match.end(1) + 1 : 1,
                            "a text cannot begin with * & ! % @ or `: put it between quotation marks"))
                    : Optional.empty();
        });
    }

    private Optional<TemplateError> quote() {
        for (int line = 0; line <= noticed; line++) {
            var match = Pattern.compile("\\s*(?:- )?(?:[\\p{L}0-9_]+: +)?([\"'])(.*)")
                    .matcher(lines.get(line));
            if (match.matches()) {
                var mark = match.group(1);
                var inside = match.group(2).replace(mark.equals("'") ? "''" : "\\\"", "");
                int end = inside.indexOf(mark);
                if (end < 0 && closes(mark, line).isEmpty()) {
                    return Optional.of(
                            error(line, match.start(1) + 1, "a quotation mark is opened here and never closed"));
                }
                if (end >= 0 && line == noticed && !inside.substring(end + 1).isBlank()) {
                    return Optional.of(error(
                            line,
                            match.start(1) + 1,
                            "the quotation marks end before the line does: put them around all of it, or use none"));
                }
            }
        }
        return Optional.empty();
    }

    /** The line below on which a quotation is closed, as long as no key comes between. */
    private Optional<Integer> closes(String mark, int from) {
        for (int line = from + 1; line < lines.size(); line++) {
            if (TemplateReader.keys().stream().map(key -> key + ":").anyMatch(lines.get(line)::startsWith)) {
                return Optional.empty();
            }
            if (lines.get(line).contains(mark)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private Optional<TemplateError> bracket() {
        for (int line = 0; line <= noticed; line++) {
            var text = lines.get(line);
            var match = Pattern.compile("\\s*(?:- )?(?:[\\p{L}0-9_]+: +)?([\\[{])(.*)")
                    .matcher(text);
            if (match.matches()) {
                int depth = 0;
                for (int i = match.start(1); i < text.length(); i++) {
                    depth += "[{".indexOf(text.charAt(i)) >= 0 ? 1 : "]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
                    if (depth == 0
                            && i + 1 < text.length()
                            && line == noticed
                            && !text.substring(i + 1).isBlank()) {
                        return Optional.of(error(
                                line,
                                match.start(1) + 1,
                                "a text that begins with " + match.group(1) + " stands between quotation marks"));
                    }
                }
                boolean ends = lines.stream()
                        .skip(line + 1L)
                        .takeWhile(l -> !l.matches("[a-z]+:.*"))
                        .noneMatch(l -> l.contains("]") || l.contains("}"));
                if (depth > 0 && ends) {
                    return Optional.of(error(
                            line,
                            match.start(1) + 1,
                            "the bracket " + match.group(1) + " is opened here and never closed"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TemplateError> colonInText() {
        return upwards(0, line -> {
            var match = COLON_IN_TEXT.matcher(lines.get(line));
            return match.matches()
                    ? Optional.of(
                            error(
                                    line,
                                    match.start(1) + 1,
                                    "a text with a colon in it stands between quotation marks, or on a line of its own under |"))
                    : Optional.empty();
        });
    }

    /** Further in than the line before, which says all that its key says. */
    private Optional<TemplateError> movedRight() {
        if (noticed == 0) {
            return Optional.empty();
        }
        var before = lines.get(noticed - 1);
        int start = indent(noticed - 1) + (before.stripLeading().startsWith("- ") ? 2 : 0);
        return before.matches(".*: .*[^|>]") && indent(noticed) > start ? indentation() : Optional.empty();
    }

    private Optional<TemplateError> indentation() {
        int before = noticed - 1;
        while (before >= 0 && lines.get(before).isBlank()) {
            before--;
        }
        return before < 0 || indent(noticed) == indent(before)
                ? Optional.empty()
                : Optional.of(error(
                        noticed,
                        indent(noticed) + 1,
                        "this line is moved to the right or left: lines that belong together begin at the same place"));
    }

    private int indent(int line) {
        return lines.get(line).length() - lines.get(line).stripLeading().length();
    }
}
