package org.nabla.authoring.template;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.nabla.classroom.CourseCopied;

/** Templates that are shared with a course are shared with its copy: its assignments are made of them. */
@Singleton
class SharesOfCopies {
    private final TemplateRepository templates;
    private final Clock clock;

    SharesOfCopies(TemplateRepository templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    void copied(@Observes CourseCopied copy) {
        templates.shareAllOf(copy.from(), copy.into(), clock.instant());
    }
}
