package org.nabla.lti.deeplink;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.seat.Seat;
import org.nabla.lti.place.Contexts;
import org.nabla.web.page.Page;
import org.nabla.web.trouble.Refusal;

/** Who is picking for which course, as long as their page lives. */
@Singleton
class Pickings {
    private final DeepLinks links;
    private final Contexts contexts;
    private final CourseAccess access;
    private final CurrentUser current;
    private final Page page;

    Pickings(DeepLinks links, Contexts contexts, CourseAccess access, CurrentUser current, Page page) {
        this.links = links;
        this.contexts = contexts;
        this.access = access;
        this.current = current;
        this.page = page;
    }

    /** What is picked on one page. */
    record Standing(Contexts.Context context, Seat seat, DeepLinks.Wish wish) {}

    /** It ends when something was picked, once. */
    void end(String token) {
        if (!links.end(token)) {
            throw gone();
        }
    }

    Standing find(String token) {
        var picking = links.find(token, current.signedIn(page)).orElseThrow(Pickings::gone);
        var context = contexts.find(picking.context()).orElseThrow(Pickings::gone);
        var course = context.course().orElseThrow(Pickings::gone);
        return new Standing(context, access.teacher(String.valueOf(course)), picking.wish());
    }

    static Refusal gone() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is nothing to pick here",
                "It was picked already, or more than an hour ago. Begin again in your course.");
    }
}
