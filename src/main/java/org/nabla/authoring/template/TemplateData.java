package org.nabla.authoring.template;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: the templates somebody wrote. */
@Singleton
class TemplateData implements OwnData {

    private final TemplateRepository templates;

    TemplateData(TemplateRepository templates) {
        this.templates = templates;
    }

    @Override
    public List<OwnTable> tables() {
        return List.of(templates(), versions(), shares());
    }

    @Override
    public List<String> consequences(UserId user) {
        return templates.by(user).stream().anyMatch(t -> t.published().isPresent())
                ? List.of("Others can no longer use the templates that you shared; answers given to them stay.")
                : List.of();
    }

    private static OwnTable templates() {
        return new OwnTable(
                "templates",
                "The exercise templates that you wrote.",
                Set.of("template"),
                List.of(
                        column("id", "its number: its address is /templates/own-number"),
                        column("title", "what it is called"),
                        column("origin", "of which template it is a copy"),
                        column("published_version", "which version learners get"),
                        column("everyone", "whether all teachers may use it"),
                        column("created_at", "when you began it")),
                "select id, title, origin, published_version, everyone, created_at from template"
                        + " where author_id = :user order by id",
                Map.of(
                        "template.author_id", "it is you",
                        "template.form", "a number by chance, so that a double click makes one template"));
    }

    private static OwnTable versions() {
        return new OwnTable(
                "template_versions",
                "What you wrote, as often as you saved it.",
                Set.of("template_version"),
                List.of(
                        column("template_id", "of which template"),
                        column("version", "its number"),
                        column("yaml", "the text"),
                        column("created_at", "when you saved it"),
                        column("check_state", "whether its checks have passed"),
                        column("check_report", "what they found, as JSON")),
                """
                select v.template_id, v.version, v.yaml, v.created_at, v.check_state, v.check_report
                from template_version v join template t on t.id = v.template_id
                where t.author_id = :user order by v.template_id, v.version""",
                Map.of(
                        "template_version.check_done", "how far the checks are while they run",
                        "template_version.check_steps", "how far the checks are while they run",
                        "template_version.check_beat", "how far the checks are while they run"));
    }

    private static OwnTable shares() {
        return new OwnTable(
                "template_shares",
                "The courses with which you share templates.",
                Set.of("template_share"),
                List.of(
                        column("template_id", "of which template"),
                        column("course_id", "with which course"),
                        column("shared_at", "since when")),
                """
                select s.template_id, s.course_id, s.shared_at
                from template_share s join template t on t.id = s.template_id
                where t.author_id = :user order by s.template_id, s.course_id""",
                Map.of());
    }
}
