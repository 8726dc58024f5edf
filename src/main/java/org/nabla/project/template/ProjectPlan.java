package org.nabla.project.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.exercise.Place;

/**
 * The file of one project, read and checked for form, before data are known.
 *
 * <p>Prose is text with mathematics between dollars and {@code *emphasis*}; {@code {=name}}, {@code {=name[2]}} and
 * {@code {=name:6}} put in a number of the data or of the solution, with four or so many digits.
 *
 * @param id the file's name without {@code .yaml}
 * @param goal one sentence: what a learner can do at the end
 * @param notes for teachers: to which digits it is stable, and what to mind
 */
public record ProjectPlan(
        String id,
        int version,
        String title,
        Path path,
        String goal,
        Model model,
        DataPlan data,
        List<Stage> stages,
        List<Picture> pictures,
        Ending ending,
        String notes,
        Origin origin) {

    public ProjectPlan {
        stages = List.copyOf(stages);
        pictures = List.copyOf(pictures);
    }

    /**
     * Where it stands on the path.
     *
     * @param order counted from 1
     * @param needs ids of skills, the most important first
     * @param after the projects that come before it on the path
     * @param minutes how long it takes, an estimate
     */
    public record Path(int order, List<String> needs, List<String> after, int minutes) {
        public Path {
            needs = List.copyOf(needs);
            after = List.copyOf(after);
        }
    }

    /**
     * What is computed.
     *
     * @param says it in formulas
     * @param workshop the class that draws and solves
     */
    public record Model(String says, String workshop) {}

    /** The text of the file, and where it is. */
    public record Origin(String source, Place place) {}

    /**
     * How the data are told.
     *
     * @param about what they are, in prose
     * @param table the vectors that are the columns of one table, and of {@code data.csv}; all other items are shown one by one
     * @param prepare Python that is put below the data in {@code data.py} and in the notebook; may be empty
     */
    public record DataPlan(String about, List<String> table, String prepare) {
        public DataPlan {
            table = List.copyOf(table);
        }
    }

    /** @param about what this stage is for; may be empty */
    public record Stage(String title, String about, List<Step> steps) {
        public Stage {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A picture that grows: each layer appears when its step is right.
     *
     * @param sketch its name in {@code Workshop.sketches}
     * @param x what the horizontal axis shows
     * @param alternative what it shows in words, for those who do not see it
     */
    public record Picture(
            String sketch, String title, String x, String y, String alternative, List<Layer> layers, Place place) {
        public Picture {
            layers = List.copyOf(layers);
        }
    }

    /**
     * One layer of a picture.
     *
     * @param name its name in the sketch
     * @param after the step after which it is there; empty for one that always is
     */
    public record Layer(String name, String label, Optional<String> after, Place place) {}

    /**
     * The last page.
     *
     * @param built what the learner has built
     * @param used where it is used
     * @param read what to read
     * @param next what to do next, beyond the projects that come after it
     */
    public record Ending(String built, String used, List<String> read, List<String> next) {
        public Ending {
            read = List.copyOf(read);
            next = List.copyOf(next);
        }
    }

    /** The same as another version: of one that is kept elsewhere, the text does not say which it is. */
    public ProjectPlan asVersion(int number) {
        return new ProjectPlan(id, number, title, path, goal, model, data, stages, pictures, ending, notes, origin);
    }

    /** Ids of the skills that it needs, the most important first. */
    public List<String> needs() {
        return path.needs();
    }

    public Place place() {
        return origin.place();
    }

    /** All steps in their order. */
    public List<Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }

    public Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** The slips that its steps name. */
    public List<String> bugs() {
        return steps().stream()
                .flatMap(step -> step.mistakes().stream())
                .flatMap(mistake -> mistake.bug().map(Stream::of).orElseGet(Stream::empty))
                .distinct()
                .sorted()
                .toList();
    }
}
