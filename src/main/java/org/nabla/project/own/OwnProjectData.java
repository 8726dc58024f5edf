package org.nabla.project.own;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: the projects that a teacher wrote. */
@Singleton
class OwnProjectData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(new OwnTable(
                "own_projects",
                "The projects that you copied and changed.",
                Set.of("own_project"),
                List.of(
                        column("id", "its number: its address is /projects/own-number/edit"),
                        column("origin", "of which project it is a copy"),
                        column("draft", "the text as you saved it last"),
                        column("yaml", "the text that learners get"),
                        column("version", "how many texts learners got so far"),
                        column("created_at", "when you began it"),
                        column("saved_at", "when you saved it last")),
                "select id, origin, draft, yaml, version, created_at, saved_at from own_project where author_id = :user"
                        + " order by id",
                Map.of("own_project.author_id", "it is you")));
    }
}
