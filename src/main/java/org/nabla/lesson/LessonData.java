package org.nabla.lesson;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: the lessons that somebody opened. */
@Singleton
class LessonData implements OwnData {

    @Override
    public List<OwnTable> tables() {
        return List.of(new OwnTable(
                "lessons",
                "The lessons you have opened. None of it counts for anything.",
                Set.of("lesson_view"),
                List.of(
                        column("skill", "which skill it teaches"),
                        column("version", "of the lesson, as it was then"),
                        column("opened_at", "when you opened it first"),
                        column("via", "from where: its page, an exercise, or a mistake's explanation"),
                        column("folded", "whether you folded it beside an exercise"),
                        column("check_outcome", "how your first answer to its question came out"),
                        column("check_mistake", "the known mistake that it matched")),
                "select skill, version, opened_at, via, folded, check_outcome, check_mistake from lesson_view"
                        + " where learner_id = :user order by opened_at, skill",
                Map.of("lesson_view.learner_id", "it is you")));
    }
}
