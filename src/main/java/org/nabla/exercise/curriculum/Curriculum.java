package org.nabla.exercise.curriculum;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All skills with what they need, grouped by areas, and the tracks through them. Read from {@code curriculum/} on the class
 * path; a mistake in there stops the start, since progress is kept by skill.
 */
public final class Curriculum {
    private final List<Area> areas;
    private final List<Track> tracks;
    private final Map<SkillId, Skill> skills = new LinkedHashMap<>();
    private final Map<String, Skill> bySlug = new LinkedHashMap<>();
    private final List<Skill> all;
    private final Map<SkillId, Area> areaOf = new LinkedHashMap<>();

    private final Map<SkillId, Set<SkillId>> alike = new LinkedHashMap<>();

    /** @param pairs skills that are easily taken for each other */
    Curriculum(List<Area> areas, List<Track> tracks, List<List<SkillId>> pairs) {
        this.areas = List.copyOf(areas);
        this.tracks = List.copyOf(tracks);
        for (var pair : pairs) {
            alike.computeIfAbsent(pair.get(0), id -> new LinkedHashSet<>()).add(pair.get(1));
            alike.computeIfAbsent(pair.get(1), id -> new LinkedHashSet<>()).add(pair.get(0));
        }
        for (var area : areas) {
            for (var skill : area.skills()) {
                skills.put(skill.id(), skill);
                bySlug.putIfAbsent(skill.slug(), skill);
                areaOf.put(skill.id(), area);
            }
        }
        all = List.copyOf(skills.values());
    }

    /** The curriculum that comes with the application. */
    public static Curriculum load() {
        return read(Curriculum::resource);
    }

    /** @param files gives the text of a file by its name */
    static Curriculum read(UnaryOperator<String> files) {
        return new CurriculumReader(files).read();
    }

    /** In the order in which they are learnt. */
    public List<Area> areas() {
        return areas;
    }

    public List<Track> tracks() {
        return tracks;
    }

    /** All of them, in the order in which they are learnt. */
    public List<Skill> skills() {
        return all;
    }

    public Optional<Skill> skill(SkillId id) {
        return Optional.ofNullable(skills.get(id));
    }

    /** The skill that somebody asked for; empty where the text names none. */
    public Optional<Skill> skill(String id) {
        return SkillId.isOne(id) ? skill(new SkillId(id)) : Optional.empty();
    }

    /** The skill of this address. */
    public Optional<Skill> called(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** Where the page of a skill is; its list where there is none of this id. */
    public String address(SkillId id) {
        return skill(id).map(Skill::address).orElse("/skills");
    }

    public Optional<Area> area(String id) {
        return areas.stream().filter(area -> area.id().equals(id)).findFirst();
    }

    public Optional<Area> areaOf(SkillId skill) {
        return Optional.ofNullable(areaOf.get(skill));
    }

    public Optional<Track> track(String id) {
        return tracks.stream().filter(track -> track.id().equals(id)).findFirst();
    }

    /** What the skill needs, one step back. */
    public List<Skill> needs(Skill skill) {
        return skill.needs().stream().flatMap(id -> skill(id).stream()).toList();
    }

    /** What needs the skill, one step on. */
    public List<Skill> opens(SkillId id) {
        return skills.values().stream().filter(s -> s.needs().contains(id)).toList();
    }

    /** Those that are easily taken for this one. */
    public Set<SkillId> alike(SkillId id) {
        return alike.getOrDefault(id, Set.of());
    }

    private static String resource(String name) {
        var path = "/curriculum/" + name;
        try (var in = Curriculum.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
