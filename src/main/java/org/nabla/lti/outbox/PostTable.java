package org.nabla.lti.outbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.query.Rows;

/** What became of the marks of a course, for its teacher. */
@Singleton
class PostTable {

    /** How it stands with the column of an assignment. */
    record Column(String title, boolean made, String trouble, long sent, long waiting, long refused) {}

    /** A mark that did not arrive. */
    record Problem(
            String learner, String assignment, boolean refused, int attempts, String trouble, Optional<Instant> next) {}

    private final EntityManager database;

    PostTable(EntityManager database) {
        this.database = database;
    }

    @Transactional
    List<Column> columns(long context) {
        return Rows.all(database.createNativeQuery("""
                        select a.title, i.url is not null, i.trouble,
                               count(*) filter (where s.state = 'SENT'), count(*) filter (where s.state = 'WAITING'),
                               count(*) filter (where s.state = 'REFUSED')
                        from lti_line_item i join assignment a on a.id = i.assignment_id
                        left join lti_score s on s.line_item_id = i.id
                        where i.context_id = :context group by i.id, a.course_id, a.id order by a.number""").setParameter("context", context), Column.class);
    }

    /** At most a hundred: where more fail, it is for one reason. */
    @Transactional
    List<Problem> problems(long context) {
        return Rows.all(database.createNativeQuery("""
                        select p.name, a.title, s.state = 'REFUSED', s.attempts, s.trouble,
                               case when s.state = 'WAITING' then s.next_at end
                        from lti_score s join lti_line_item i on i.id = s.line_item_id
                        join assignment a on a.id = i.assignment_id join account p on p.id = s.account_id
                        where i.context_id = :context and s.state <> 'SENT' and s.trouble <> ''
                        order by lower(p.name), p.id, a.number limit 100""").setParameter("context", context), Problem.class);
    }
}
