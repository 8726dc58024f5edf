package org.nabla;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All pages that people see, and one way to each. {@link SitePagesTest} looks at every one of them as people with and without
 * sight, mouse and patience do, and fails where a page of the application is not in this table: whoever makes a page adds it.
 */
final class SitePages {

    /** Who looks at a page. */
    enum Who {
        /** Nobody in particular, who has done nothing yet. */
        NEWCOMER,
        /** Somebody with an account who has done everything once: {@link LearnerLife}. */
        LEARNER,
        /** Whoever runs the site. */
        OPERATOR
    }

    /**
     * One page.
     *
     * @param route as the application names it, with braces
     * @param address where it is, for the one who looks
     */
    record SitePage(String route, Who who, Function<Browsing, String> address) {

        static SitePage page(String route, Who who, String address) {
            return new SitePage(route, who, visitor -> address);
        }
    }

    static final List<SitePage> ALL = List.of(
            SitePage.page("/", Who.NEWCOMER, "/"),
            SitePage.page("/help", Who.NEWCOMER, "/help"),
            SitePage.page("/skills", Who.NEWCOMER, "/skills?q=gradient"),
            SitePage.page("/skills", Who.NEWCOMER, "/skills?q=nothing+of+the+sort"),
            SitePage.page("/skills", Who.LEARNER, "/skills"),
            SitePage.page("/skills/map", Who.NEWCOMER, "/skills/map"),
            SitePage.page("/skills/map/{area}", Who.LEARNER, "/skills/map/partial-differentiation"),
            SitePage.page("/skills/{id}", Who.NEWCOMER, "/skills/DF17"),
            SitePage.page("/practice/{template}/{seed}", Who.NEWCOMER, "/practice/jacobian-matrix-at-a-point/3"),
            new SitePage("/practice/{template}/{seed}", Who.LEARNER, SitePages::firstAttempt),
            SitePage.page("/progress", Who.NEWCOMER, "/progress"),
            SitePage.page("/progress", Who.LEARNER, "/progress"),
            SitePage.page("/sign-in", Who.NEWCOMER, "/sign-in"),
            SitePage.page("/sign-up", Who.NEWCOMER, "/sign-up"),
            SitePage.page("/account", Who.LEARNER, "/account"),
            SitePage.page("/account/data", Who.NEWCOMER, "/account/data"),
            SitePage.page("/account/data", Who.LEARNER, "/account/data"),
            SitePage.page("/account/delete", Who.LEARNER, "/account/delete"),
            SitePage.page("/account/deleted", Who.NEWCOMER, "/account/deleted"),
            SitePage.page("/courses", Who.OPERATOR, "/courses"),
            SitePage.page("/courses", Who.LEARNER, "/courses"),
            SitePage.page("/courses/new", Who.LEARNER, "/courses/new"),
            course("/courses/{course}", ""),
            course("/courses/{course}/people", "/people"),
            course("/courses/{course}/teachers", "/teachers"),
            course("/courses/{course}/settings", "/settings"),
            course("/courses/{course}/log", "/log"),
            course("/courses/{course}/roster", "/roster"),
            SitePage.page("/join", Who.LEARNER, "/join"),
            new SitePage("/join/{code}", Who.NEWCOMER, visitor -> joinAddress(Browsing.signedUp("Bob"))),
            SitePage.page("/operator/reports", Who.OPERATOR, "/operator/reports"));

    /** Addresses under which there is no page of their own, each with the reason. */
    static final Map<String, String> NO_PAGE = Map.of(
            "/practice", "leads on to an exercise",
            "/practice/{template}", "leads on to an exercise",
            "/courses/{course}/roster/plan", "stands only between the file and the word that it is right",
            "/invitations/{token}", "stands only for whoever has the link, and looks like /join/{code}",
            "/new-password", "stands only for whoever came with a password for once, and has the form of /account",
            "/account/export", "a file");

    private SitePages() {}

    /** A page of a course, for the one who teaches it. */
    private static SitePage course(String route, String end) {
        return new SitePage(route, Who.LEARNER, teacher -> teacher.openCourse("To look at") + end);
    }

    private static String joinAddress(Browsing teacher) {
        return "/join/"
                + teacher.page(teacher.openCourse("To join"))
                        .select(".join-code")
                        .text();
    }

    private static String firstAttempt(Browsing learner) {
        return learner.page("/progress").select(".history a").attr("href");
    }
}
