package org.nabla.authoring;

import java.util.List;
import org.nabla.authoring.check.CheckQueue;
import org.nabla.authoring.template.CheckState;
import org.nabla.authoring.template.OwnTemplate;
import org.nabla.authoring.template.TemplateVersion;

/** How far the checks of a version are, and what they found. */
record CheckView(String template, int version, CheckState state, int done, int steps, List<String> findings) {

    static CheckView of(OwnTemplate template, TemplateVersion version, CheckQueue queue) {
        return new CheckView(
                template.id().value(),
                version.version(),
                version.state(),
                version.done(),
                Math.max(1, version.steps()),
                queue.findings(version));
    }

    public boolean isOpen() {
        return state.isOpen();
    }
}
