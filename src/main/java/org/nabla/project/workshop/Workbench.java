package org.nabla.project.workshop;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the workshops share: an id, the names of their slips, and the empty name in place of no slip. */
abstract class Workbench implements Workshop {
    private final String id;
    private final Set<String> bugs;

    Workbench(String id, String... bugs) {
        this.id = id;
        this.bugs = Set.of(bugs);
    }

    /** All that a file may name, computed with this slip; the empty text is none. */
    abstract Keys solved(Data data, String bug);

    /** Whether the data are good to work with; the keys are those without a slip. */
    abstract boolean good(Data data, Keys keys);

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<String> bugs() {
        return bugs;
    }

    @Override
    public final Map<String, double[]> solve(Data data, @Nullable String bug) {
        return solved(data, bug == null ? "" : bug).asMap();
    }

    @Override
    public final boolean accepts(Data data, Map<String, double[]> keys) {
        return good(data, new Keys(keys));
    }
}
