package org.nabla.exercise.curriculum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.nabla.exercise.TemplateError;
import org.nabla.exercise.reading.Text;
import org.nabla.exercise.reading.YamlFile;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code curriculum.yaml} and the file of each area it names, and collects all that is wrong in them. */
final class CurriculumReader {
    private static final String INDEX = "curriculum.yaml";

    private final UnaryOperator<String> files;
    private final List<TemplateError> errors = new ArrayList<>();
    private final Map<SkillId, Skill> skills = new LinkedHashMap<>();

    CurriculumReader(UnaryOperator<String> files) {
        this.files = files;
    }

    Curriculum read() {
        var index = open(INDEX);
        var areas = new ArrayList<Area>();
        var tracks = new ArrayList<Track>();
        var pairs = new ArrayList<List<SkillId>>();
        index.top().ifPresent(top -> {
            top.only(List.of("areas", "tracks", "alike"));
            for (var node : top.list("areas")) {
                index.file().text(node).ifPresent(name -> areas.add(area(name.value())));
            }
            for (var node : top.list("tracks")) {
                index.file().mapping(node).flatMap(s -> track(index.file(), s)).ifPresent(tracks::add);
            }
            for (var node : top.list("alike")) {
                index.file()
                        .text(node)
                        .flatMap(text -> pair(index.file(), text))
                        .ifPresent(pairs::add);
            }
        });
        errors.addAll(index.file().errors());
        skills.values().forEach(this::checkNeeds);
        if (errors.isEmpty()) {
            refuseCircles();
        }
        if (!errors.isEmpty()) {
            throw new BrokenCurriculumException(errors);
        }
        return new Curriculum(areas, tracks, pairs);
    }

    private YamlFile.Opened open(String name) {
        return YamlFile.open("curriculum/" + name, files.apply(name));
    }

    private Area area(String id) {
        var opened = open(id + ".yaml");
        var file = opened.file();
        var title = opened.top().flatMap(top -> top.required("area")).map(Text::value);
        var own = new ArrayList<Skill>();
        opened.top().ifPresent(top -> {
            top.only(List.of("area", "skills"));
            for (var node : top.list("skills")) {
                file.mapping(node).flatMap(section -> skill(file, section)).ifPresent(skill -> {
                    own.add(skill);
                    var first = skills.putIfAbsent(skill.id(), skill);
                    if (first != null) {
                        file.error(skill.place(), "the id " + skill.id() + " is taken at " + first.place());
                    }
                });
            }
        });
        errors.addAll(file.errors());
        return new Area(id, title.orElse(id), List.copyOf(own));
    }

    private Optional<Skill> skill(YamlFile file, YamlFile.Section section) {
        section.only(List.of("id", "name", "chapter", "needs", "what", "why", "read"));
        var name = words(file, section, "name");
        var chapter = words(file, section, "chapter");
        var what = words(file, section, "what");
        var why = words(file, section, "why");
        var needs = ids(file, section.list("needs"));
        var read = section.list("read").stream()
                .flatMap(node -> file.text(node).stream())
                .map(Text::value)
                .toList();
        if (read.isEmpty()) {
            file.error(section.place(), "name at least one place to read under the key read");
        }
        return section.required("id")
                .flatMap(id -> id(file, id))
                .map(id -> new Skill(id, name, chapter, needs, what, why, read, section.place()));
    }

    private Optional<Track> track(YamlFile file, YamlFile.Section section) {
        section.only(List.of("id", "name", "what", "skills"));
        var name = words(file, section, "name");
        var what = words(file, section, "what");
        for (var node : section.list("skills")) {
            file.text(node)
                    .flatMap(text -> id(file, text))
                    .filter(id -> !skills.containsKey(id))
                    .ifPresent(id -> file.error(file.place(node), "there is no skill " + id));
        }
        return section.required("id").map(id -> new Track(id.value(), name, what, ids(file, section.list("skills"))));
    }

    /** Two skills with a space between them. */
    private Optional<List<SkillId>> pair(YamlFile file, Text text) {
        var words = text.value().split(" ");
        var ids = Arrays.stream(words)
                .filter(SkillId::isOne)
                .map(SkillId::new)
                .filter(skills::containsKey)
                .distinct()
                .toList();
        if (words.length != 2 || ids.size() != 2) {
            file.error(text.place(), "\"" + text.value() + "\" does not name two skills, as DF17 DF18 does");
            return Optional.empty();
        }
        return Optional.of(ids);
    }

    private static String words(YamlFile file, YamlFile.Section section, String key) {
        var text = section.required(key);
        text.filter(Text::isEmpty).ifPresent(t -> file.error(t.place(), "the key " + key + " says nothing"));
        return text.map(Text::value).orElse("");
    }

    private static List<SkillId> ids(YamlFile file, List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> file.text(node).stream())
                .flatMap(text -> id(file, text).stream())
                .toList();
    }

    private static Optional<SkillId> id(YamlFile file, Text text) {
        if (!SkillId.isOne(text.value())) {
            file.error(text.place(), "\"" + text.value() + "\" is no id of a skill: two capitals and two digits, DF17");
            return Optional.empty();
        }
        return Optional.of(new SkillId(text.value()));
    }

    private void checkNeeds(Skill skill) {
        for (var need : skill.needs()) {
            if (!skills.containsKey(need)) {
                errors.add(new TemplateError(skill.place(), skill.id() + " needs " + need + ", which is no skill"));
            }
        }
    }

    /** Takes away what needs nothing that is left, until nothing is: what then remains stands on a circle or behind one. */
    private void refuseCircles() {
        var left = new LinkedHashMap<>(skills);
        while (left.values().removeIf(skill -> skill.needs().stream().noneMatch(left::containsKey))) {
            continue;
        }
        left.values()
                .forEach(skill -> errors.add(
                        new TemplateError(skill.place(), skill.id() + " needs itself by way of " + skill.needs())));
    }
}
