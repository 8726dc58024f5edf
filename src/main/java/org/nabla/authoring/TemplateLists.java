package org.nabla.authoring;

import jakarta.inject.Singleton;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.authoring.template.TemplateRepository;

/** The own templates that a page lists. */
@Singleton
class TemplateLists {

    private final TemplateRepository templates;

    TemplateLists(TemplateRepository templates) {
        this.templates = templates;
    }

    List<TemplateRow> own(UserId author) {
        return templates.by(author).stream().map(TemplateRow::of).toList();
    }

    List<TemplateRow> sharedWith(UserId teacher) {
        return templates.sharedWith(teacher).stream().map(TemplateRow::of).toList();
    }
}
