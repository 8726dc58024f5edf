package org.nabla.project.reading;

import java.util.List;
import org.nabla.exercise.reading.Text;
import org.nabla.exercise.reading.YamlFile;
import org.nabla.project.making.Filling;

/** Reads what is prose or a plain number. */
final class ProjectWords {
    private final YamlFile file;

    ProjectWords(YamlFile file) {
        this.file = file;
    }

    /** Prose that must be there. */
    String prose(YamlFile.Section section, String key, Known known) {
        return section.required(key).map(text -> prose(text, known)).orElse("");
    }

    List<String> proses(YamlFile.Section section, String key, Known known) {
        return section.list(key).stream()
                .flatMap(node -> file.text(node).stream())
                .map(text -> prose(text, known))
                .toList();
    }

    /** Dollars in pairs, and every number that is put in known. */
    String prose(Text text, Known known) {
        if (text.isEmpty()) {
            file.error(text.place(), "this says nothing");
        }
        long dollars =
                text.value().replace("\\$", "").chars().filter(c -> c == '$').count();
        if (dollars % 2 != 0) {
            file.error(text.place(), "a dollar is missing: mathematics stands between two");
        }
        var match = Filling.PLACE.matcher(text.value());
        while (match.find()) {
            var index = match.group(2);
            if (!known.holds(match.group(1), index == null ? 0 : Integer.parseInt(index))) {
                file.error(text.place(), match.group() + " names nothing: the data and values are " + known.all());
            }
        }
        return text.value();
    }

    List<String> list(YamlFile.Section section, String key) {
        return section.list(key).stream()
                .flatMap(node -> file.text(node).stream())
                .map(Text::value)
                .toList();
    }

    int number(YamlFile.Section section, String key, int from, int to) {
        var text = section.required(key);
        if (text.isEmpty()) {
            return from;
        }
        var value = text.get().value();
        if (value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to) {
            return Integer.parseInt(value);
        }
        file.error(text.get().place(), "expected a whole number from " + from + " to " + to);
        return from;
    }
}
