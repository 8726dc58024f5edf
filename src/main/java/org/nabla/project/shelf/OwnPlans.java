package org.nabla.project.shelf;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.project.template.ProjectPlan;

/** Projects beside those that come with the program. Each feature that has some is a bean of this type. */
public interface OwnPlans {

    /** As learners get it, whoever asks. */
    Optional<ProjectPlan> find(String id);

    /** Those that somebody wrote, with the name of each; also what learners do not get yet. */
    List<Written> by(UserId author);

    /** @param given whether learners get it */
    record Written(String id, String title, boolean given) {}
}
