package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;

/** The comments of some lines, put beside what takes the place of these lines. */
final class Comments {
    private static final LoadSettings WITH_COMMENTS =
            LoadSettings.builder().setParseComments(true).build();
    /** What names a line: its key, in a list after a dash. */
    private static final Pattern KEY = Pattern.compile("(?:- )?([^\\s:#'\"{\\[]+|'[^']*'|\"[^\"]*\"):(?: .*)?");

    /** @param code what stands before it in its line, or in the next line where it has a line of its own */
    private record Comment(String text, boolean ownLine, String code, int item) {}

    private final List<Comment> all;

    private Comments(List<Comment> all) {
        this.all = all;
    }

    /** Those of a piece of a text: a hash sign in a value is none. */
    static Comments of(List<String> lines) {
        var found = new ArrayList<Comment>();
        try {
            var scanner =
                    new ScannerImpl(WITH_COMMENTS, new StreamReader(WITH_COMMENTS, String.join("\n", lines) + "\n"));
            while (scanner.hasNext()) {
                if (scanner.next() instanceof CommentToken token && token.getCommentType() != CommentType.BLANK_LINE) {
                    token.getStartMark().ifPresent(mark -> found.add(at(lines, mark.getLine(), mark.getColumn())));
                }
            }
        } catch (YamlEngineException e) {
            return new Comments(List.of()); // no piece of a text that can be read
        }
        return new Comments(found);
    }

    private static Comment at(List<String> lines, int line, int column) {
        var written = lines.get(line);
        var text = written.substring(written.offsetByCodePoints(0, column)).stripTrailing();
        var before = written.substring(
                0,
                written.length()
                        - written.substring(written.offsetByCodePoints(0, column))
                                .length());
        if (!before.isBlank()) {
            return new Comment(text, false, before.strip(), item(lines, line));
        }
        int next = line;
        while (next < lines.size()
                && (lines.get(next).isBlank() || lines.get(next).strip().startsWith("#"))) {
            next++;
        }
        return new Comment(text, true, next < lines.size() ? lines.get(next).strip() : "", item(lines, next));
    }

    /** Which entry of a list begins in this line, counted from 0; -1 where none does. */
    private static int item(List<String> lines, int line) {
        if (line >= lines.size() || !lines.get(line).strip().startsWith("- ")) {
            return -1;
        }
        return (int) lines.subList(0, line).stream()
                .filter(l -> l.strip().startsWith("- "))
                .count();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** At the lines that say the same, or have the same key or place in their list; else above. */
    List<String> beside(List<String> written) {
        var placed = new ArrayList<>(written);
        var above = new ArrayList<String>();
        for (var comment : all) {
            int line = line(comment, placed);
            if (line < 0) {
                above.add(comment.text());
            } else if (comment.ownLine()) {
                var code = placed.get(line);
                placed.add(
                        line,
                        code.substring(0, code.length() - code.stripLeading().length()) + comment.text());
            } else {
                placed.set(line, placed.get(line) + "  " + comment.text());
            }
        }
        above.addAll(placed);
        return above;
    }

    /** All above: where a comment beside a line would become a part of it. */
    List<String> above(List<String> written) {
        var placed = new ArrayList<>(all.stream().map(Comment::text).toList());
        placed.addAll(written);
        return placed;
    }

    private static int line(Comment comment, List<String> lines) {
        int same = first(lines, line -> line.strip().equals(comment.code()));
        if (same >= 0) {
            return same;
        }
        var key = KEY.matcher(comment.code());
        if (key.matches()) {
            return first(lines, line -> {
                var other = KEY.matcher(line.strip());
                return other.matches() && other.group(1).equals(key.group(1));
            });
        }
        for (int i = 0; i < lines.size() && comment.item() >= 0; i++) {
            if (item(lines, i) == comment.item()) {
                return i;
            }
        }
        return -1;
    }

    private static int first(List<String> lines, Predicate<String> such) {
        for (int i = 0; i < lines.size(); i++) {
            if (such.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
