package org.nabla.authoring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nabla.authoring.form.TemplateForm;
import org.nabla.exercise.curriculum.Area;
import org.nabla.exercise.reading.FormatReference;
import org.nabla.exercise.template.Task;

/**
 * The form of a template as the page lays it out.
 *
 * @param shown the text of which it is the form
 * @param readable whether the text could be taken apart; if not, the form shows what it did before
 */
record FormView(TemplateForm form, String shown, boolean readable, List<Area> areas) {

    private static final List<String> COMMON = List.of("number", "expression", "vector", "point", "choice", "equation");

    /** One box. */
    record Field(String name, String value) {}

    /** Two boxes that belong together. */
    record Pair(Field first, Field second) {}

    /** An expected wrong answer. */
    record Mistake(Field value, Field feedback, Field when) {}

    /** An answer box with all that belongs to it. */
    record Part(
            int number,
            Field label,
            Field kind,
            Field value,
            Field options,
            Field verify,
            boolean several,
            boolean chosen,
            boolean shows,
            boolean showsVerify,
            List<Mistake> mistakes) {}

    /** A kind of answer in the list of them. */
    record Kind(String word, String says, boolean common) {}

    public Field title() {
        return field("title");
    }

    /** 0 where none is chosen. */
    public List<FormatReference.Entry> tasks() {
        return FormatReference.TASKS;
    }

    public String task() {
        var task = form.text("task");
        return task.isEmpty() ? Task.COMPUTE.word() : task;
    }

    public int level() {
        var level = form.text("level");
        return level.matches("[1-5]") ? Integer.parseInt(level) : 0;
    }

    public Field field(String name) {
        return new Field(name, form.text(name));
    }

    public boolean shows(String name) {
        return form.shows(name);
    }

    public List<Field> skills() {
        return form.rows("skill").stream()
                .limit(4)
                .map(row -> field("skill." + row))
                .toList();
    }

    public List<Pair> parameters() {
        return pairs("parameters", "draw");
    }

    public List<Pair> defined() {
        return pairs("define", "formula");
    }

    public List<Field> list(String name) {
        return form.rows(name).stream().map(row -> field(name + "." + row)).toList();
    }

    private List<Pair> pairs(String name, String what) {
        return form.rows(name).stream()
                .map(row -> new Pair(field(name + "." + row + ".name"), field(name + "." + row + "." + what)))
                .toList();
    }

    public List<Part> parts() {
        var numbers = new TreeSet<>(form.parts());
        return numbers.stream().map(number -> part(number, numbers.size() > 1)).toList();
    }

    /** The part that may be added. */
    public Part another() {
        return part(new TreeSet<>(form.parts()).last() + 1, true);
    }

    private Part part(int number, boolean several) {
        var name = "part." + number;
        var kind = form.text(name + ".kind");
        return new Part(
                number + 1,
                field(name + ".label"),
                new Field(name + ".kind", kind.isEmpty() ? "number" : kind),
                field(name + ".value"),
                field(name + ".options"),
                field(name + ".verify"),
                several,
                Set.of("choice", "choices").contains(kind),
                shows("part") && shows(name + ".answer") && shows(name + ".value"),
                shows(name + ".verify"),
                shows(name + ".mistake") ? mistakes(name) : List.of());
    }

    private List<Mistake> mistakes(String part) {
        return form.rows(part + ".mistake").stream()
                .map(row -> part + ".mistake." + row)
                .map(name -> new Mistake(field(name + ".value"), field(name + ".feedback"), field(name + ".when")))
                .toList();
    }

    public List<Kind> kinds() {
        return FormatReference.KINDS.stream()
                .map(entry -> new Kind(entry.word(), entry.says(), COMMON.contains(entry.word())))
                .toList();
    }

    public List<FormatReference.Entry> draws() {
        return FormatReference.DRAWS;
    }

    public List<String> only() {
        return form.only();
    }
}
