package org.nabla.account.session;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.nabla.account.Role;
import org.nabla.web.trouble.Refusal;
import org.nabla.web.trouble.TurnedAway;

/**
 * Turns people away from what their roles do not open: from pages of those who run the site as if there were none, from all others
 * to the page for signing in, and whoever is signed in with words.
 */
@Singleton
class Gatekeeper implements TurnedAway {

    private final CurrentUser current;

    Gatekeeper(CurrentUser current) {
        this.current = current;
    }

    @Override
    public WebApplicationException from(Set<String> allowed, String back) {
        if (allowed.contains(Role.OPERATORS)) {
            return notThere();
        }
        return current.isSignedIn() ? forTeachers() : toSignIn(back);
    }

    static WebApplicationException notThere() {
        return new NotFoundException("There is no such page.");
    }

    static WebApplicationException toSignIn(String back) {
        return new RedirectionException(
                Response.Status.SEE_OTHER,
                URI.create("/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
    }

    static WebApplicationException forTeachers() {
        return Refusal.toward(
                Response.Status.FORBIDDEN,
                "This is for teachers",
                "Answers, worked ways and courses of their own are for those who teach. Teaching is given by whoever runs"
                        + " this site, or by a teacher who invites you.",
                "/teach",
                "How to become a teacher here");
    }
}
