package org.nabla.classroom.listing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/**
 * The form of the rules.
 *
 * @param action where it goes
 * @param set the problem set that is given; empty where an assignment is changed
 * @param lead what is given or changed
 * @param seen tells which rules were there when the page was made; empty where there were none
 * @param withdrawal where it is withdrawn; empty where it is not given yet, or somebody has begun
 */
public record AssignmentFormPage(
        Seat seat,
        String action,
        String set,
        String heading,
        String lead,
        AssignmentForm form,
        String seen,
        String withdrawal) {

    /** The status of a page that says what is wrong with a form. */
    public static final int UNPROCESSABLE = 422;

    @CheckedTemplate(basePath = "classroom/assignment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance assignmentForm(AssignmentFormPage page, FormErrors errors);
    }

    /** The form with what is wrong in it. */
    public TemplateInstance shown(FormErrors errors) {
        return Templates.assignmentForm(this, errors);
    }

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }
}
