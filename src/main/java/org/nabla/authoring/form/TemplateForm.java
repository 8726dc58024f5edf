package org.nabla.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.nabla.exercise.reading.TemplateText;

/**
 * What the form shows of a template: its fields with their texts. Fields that stand in rows have a number in their name, as
 * {@code mistakes} of a part have: {@code part.0.mistake.1.value}.
 *
 * @param only what stands in the text alone, in words
 */
public record TemplateForm(Map<String, String> fields, List<String> only) {

    /** The rows of a list that are empty, for what is still to be written. */
    private static final int SPARE = 1;

    private static final int MOST_ROWS = 60;

    public TemplateForm {
        fields = new LinkedHashMap<>(fields);
        only = List.copyOf(only);
    }

    /** The form of a text; empty where the text cannot be taken apart. */
    public static Optional<TemplateForm> of(String yaml) {
        return TemplateText.open(yaml).map(FormReader::read);
    }

    /**
     * The text after what somebody did in the form: fields that they changed go into the text, whatever else stands in it
     * stays. Empty where the text cannot be taken apart, or would grow too long.
     *
     * @param shown the text of which the form was shown
     * @param yaml the text as it is now, perhaps changed beside the form
     * @param posted the fields as they came back; what did not come back was not changed
     */
    public static Optional<String> merge(String shown, String yaml, Map<String, String> posted) {
        var before = of(shown).map(TemplateForm::fields).orElse(Map.of());
        var changed = new LinkedHashMap<String, String>();
        posted.forEach((field, typed) -> {
            var text = Typed.clean(typed);
            if (!text.equals(Typed.clean(before.getOrDefault(field, "")))) {
                changed.put(field, text);
            }
        });
        try {
            return changed.isEmpty()
                    ? Optional.of(yaml)
                    : TemplateText.open(yaml).map(text -> new FormWriter(text, changed).write());
        } catch (TemplateText.Unwritable e) {
            return Optional.empty();
        }
    }

    /** The same fields as somebody typed them, where the text cannot be taken apart. */
    public TemplateForm with(Map<String, String> posted) {
        var all = new LinkedHashMap<>(fields);
        all.putAll(posted);
        return new TemplateForm(all, only);
    }

    /** The text of a field; empty where there is none. */
    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether the form can show this field: what it cannot stays in the text. */
    public boolean shows(String field) {
        return !hidden(field);
    }

    private boolean hidden(String field) {
        return fields.containsKey(FormReader.HIDDEN + field);
    }

    /** The numbers of the rows to be shown under a name, with one to spare. */
    public List<Integer> rows(String name) {
        var pattern = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,3})(\\..*)?");
        var found = new TreeSet<Integer>();
        for (var field : fields.entrySet()) {
            var match = pattern.matcher(field.getKey());
            if (match.matches() && !field.getValue().isBlank()) {
                found.add(Integer.parseInt(match.group(1)));
            }
        }
        var rows = new ArrayList<>(found);
        int next = found.isEmpty() ? 0 : found.last() + 1;
        for (int i = 0; i < SPARE && next + i < MOST_ROWS; i++) {
            rows.add(next + i);
        }
        return rows;
    }

    /** The numbers of the parts with an answer each; at least one. */
    public List<Integer> parts() {
        var rows = rows("part");
        return rows.size() > 1 ? rows.subList(0, rows.size() - 1) : List.of(0);
    }
}
