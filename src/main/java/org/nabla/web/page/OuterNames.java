package org.nabla.web.page;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds at once what a page names inside of the layout, or of a loop. A page stands in {@code {#include web/layout}}, which opens a
 * room of names in which there are none, and a loop one in which there is its own; without this, Qute asks for each other name all
 * of the site's resolvers in turn, some hundreds, before it looks outside, where the name is.
 */
@Singleton
class OuterNames implements ValueResolver {
    /** Before all others, which know nothing of rooms. */
    private static final int FIRST = 1_000;

    private static final ValueResolver AGAIN = new ValueResolver() {
        @Override
        public boolean appliesTo(EvalContext name) {
            return name.getBase() == name.resolutionContext().getData();
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext name) {
            return found(name);
        }
    };

    void register(@Observes EngineBuilder engine) {
        engine.addValueResolver(this);
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    @Override
    public boolean appliesTo(EvalContext name) {
        return name.getParams().isEmpty() && outside(name) != null;
    }

    /** Looks once for what it found before: where it is not there this time, Qute asks all others. */
    @Override
    public ValueResolver getCachedResolver(EvalContext name) {
        return AGAIN;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext name) {
        return found(name);
    }

    private static CompletionStage<Object> found(EvalContext name) {
        var found = outside(name);
        return found == null ? Results.notFound(name) : found;
    }

    /** What the name means in the nearest room around its own that has it; null where its own has it, or what is there is no names. */
    private static @Nullable CompletionStage<Object> outside(EvalContext name) {
        var own = name.resolutionContext();
        if (name.getBase() != own.getData()) {
            return null; // not the first word of what was written: it is looked for in what the words before it gave
        }
        for (@Nullable ResolutionContext room = own; room != null; room = room.getParent()) {
            if (room.getData() instanceof Mapper names) {
                if (names.appliesTo(name.getName())) {
                    var found = names.getAsync(name.getName());
                    if (!isNothing(found)) {
                        return room == own ? null : found;
                    }
                }
            } else if (room.getData() != null) {
                return null;
            }
        }
        return null;
    }

    private static boolean isNothing(CompletionStage<Object> found) {
        return found instanceof CompletedStage<Object> done && !done.isFailure() && Results.isNotFound(done.get());
    }
}
