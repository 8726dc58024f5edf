package org.nabla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The statements of the database that stand in the code: literals that belong together, as one line each. */
final class SqlInSource {

    /** A statement. @param file in which it stands, without its folder */
    record Statement(String file, String text) {}

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\n(?<block>.*?)\"\"\"|\"(?<line>(?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/\\*\\*|\\*|//).*$|\\s//\\s.*$");
    private static final Pattern SQL = Pattern.compile(
            "\\b(?:select|insert into|update|delete from|from|join)\\s+\\S+.*", Pattern.CASE_INSENSITIVE);

    private SqlInSource() {}

    static List<Statement> all() {
        var found = new ArrayList<Statement>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> found.addAll(in(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<Statement> in(Path file) {
        var source = read(file);
        var texts = new ArrayList<StringBuilder>();
        var literal = LITERAL.matcher(source);
        var end = -1;
        while (literal.find()) {
            var text = literal.group("block") == null ? literal.group("line") : literal.group("block");
            var between = end < 0 ? "x" : source.substring(end, literal.start());
            if (texts.isEmpty() || !between.strip().equals("+")) {
                texts.add(new StringBuilder());
            }
            texts.get(texts.size() - 1).append(text).append(' ');
            end = literal.end();
        }
        return texts.stream()
                .map(text -> text.toString()
                        .replace("\\n", " ")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(text -> SQL.matcher(text).find())
                .map(text -> new Statement(file.getFileName().toString().replace(".java", ""), text))
                .toList();
    }

    /** Without comments, in which quotation marks need not come in pairs. */
    private static String read(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
