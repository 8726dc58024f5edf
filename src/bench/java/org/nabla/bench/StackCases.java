package org.nabla.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The pairs of another system's test suite, from a file that is not part of the project: tab-separated, with the columns id,
 * kind of test, student's answer, teacher's answer, option. Each gets the answer kind that fits; pairs about complex numbers,
 * logic and significant figures have none and are left out.
 */
final class StackCases {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+[A-Za-z_0-9]*");
    private static final Set<String> FUNCTIONS = Set.of(
            ("sin cos tan sec csc cot sinh cosh tanh csch sech coth sqrt ln log exp abs asin acos atan arcsin arccos arctan"
                            + " asinh acosh atanh acoth asech acsch asec acsc acot arcsec arccsc arccot atan2 root floor erf"
                            + " sign signum pi e and or not union")
                    .split(" "));

    private StackCases() {}

    static List<Case> in(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.skip(1)
                    .map(line -> of(line.split("\t", -1)))
                    .flatMap(Optional::stream)
                    .filter(Case::isReadable)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Case> of(String[] columns) {
        var student = columns[2];
        var teacher = columns[3];
        var option = columns[4].replaceFirst("[^a-zA-Z].*", "");
        var letters = letters(student + " " + teacher);
        if (letters.containsKey("i")) {
            return Optional.empty();
        }
        return switch (columns[1]) {
            case "AlgEquiv", "Diff", "EqualComAss", "Sets" -> byShape(student, teacher, letters);
            case "Antidiff", "Int" -> {
                letters.put(option, "real");
                yield Optional.of(
                        Case.of("antiderivative", Map.of("with", List.of(option)), List.of(teacher), letters, student));
            }
            case "FacForm" -> expression("factored", student, teacher, letters);
            case "Expanded" -> expression("expanded", student, student, letters);
            default -> Optional.empty();
        };
    }

    private static Optional<Case> expression(
            String form, String student, String teacher, Map<String, String> letters) {
        return Optional.of(
                Case.of("expression", Map.of("form", List.of(form)), List.of(teacher), letters, student));
    }

    private static Optional<Case> byShape(String student, String teacher, Map<String, String> letters) {
        if (teacher.contains("!=")) {
            return Optional.empty();
        }
        var isCollection = teacher.startsWith("{") || teacher.startsWith("[") && !teacher.startsWith("[[");
        return Optional.of(Case.of(
                kind(teacher, letters),
                Map.of(),
                isCollection ? members(teacher) : List.of(teacher),
                letters,
                student));
    }

    private static String kind(String teacher, Map<String, String> letters) {
        if (teacher.startsWith("{")) {
            return "set";
        }
        if (teacher.startsWith("[")) {
            return teacher.startsWith("[[") ? "matrix" : "list";
        }
        if (teacher.matches(".*[<>].*")) {
            return "region";
        }
        if (teacher.contains("=")) {
            return "equation";
        }
        return letters.isEmpty() ? "number" : "expression";
    }

    private static Map<String, String> letters(String text) {
        var names = new TreeSet<String>();
        var words = WORD.matcher(text.replaceAll("[0-9.]e[-+]?[0-9]", "0"));
        while (words.find()) {
            names.add(words.group());
        }
        names.removeAll(FUNCTIONS);
        var letters = new LinkedHashMap<String, String>();
        names.forEach(name -> letters.put(name, "real"));
        return letters;
    }

    /** The members of a collection, split at the commas that stand in no inner brackets. */
    private static List<String> members(String text) {
        var members = new ArrayList<String>();
        var depth = 0;
        var begin = 1;
        for (var i = 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (depth == 0 && (c == ',' || i == text.length() - 1)) {
                if (i > begin) {
                    members.add(text.substring(begin, i));
                }
                begin = i + 1;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
        }
        return members;
    }
}
