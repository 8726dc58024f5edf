package org.nabla.progress.attempt;

import java.util.List;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** The keys of an attempt that is about to be written, and of its responses. */
public record AttemptKeys(long attempt, List<Long> responses) {

    record Key(long key) {}

    static Select<Key> drawn(int responses) {
        return Select.of(
                Key.class,
                "select nextval('attempt_seq') union all"
                        + " select nextval('response_seq') from generate_series(1, cast(? as integer))",
                responses);
    }

    static AttemptKeys of(Statements statements, int responses) {
        var keys = statements.read(drawn(responses)).stream().map(Key::key).toList();
        return new AttemptKeys(keys.get(0), keys.subList(1, keys.size()));
    }
}
