package org.nabla.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Role;
import org.nabla.account.session.CurrentUser;

/** The page on which everybody searches; a teacher also gets the way to a template. */
@Path("/search")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SearchResource {

    /** All that was found of one kind. */
    record Group(String title, String id, List<Found> entries) {}

    /** @param template where a teacher looks at it and copies it; empty for a learner and for what is no exercise */
    record Found(String address, String title, String detail, String template) {}

    @CheckedTemplate(basePath = "search")
    static class Templates {
        static native TemplateInstance search(String query, List<Group> groups);
    }

    private final SearchIndex index;
    private final CurrentUser user;

    SearchResource(SearchIndex index, CurrentUser user) {
        this.index = index;
        this.user = user;
    }

    @GET
    public TemplateInstance search(@RestQuery("q") @Nullable String query) {
        var typed = query == null ? "" : query.strip();
        var found = index.find(typed);
        var teaches = user.roles().contains(Role.TEACHER);
        var groups = Stream.of(SearchEntry.Kind.values())
                .map(kind -> new Group(
                        kind.title(),
                        kind.name().toLowerCase(Locale.ROOT),
                        found.stream()
                                .filter(entry -> entry.kind() == kind)
                                .map(entry -> found(entry, teaches))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
        return Templates.search(typed, groups);
    }

    private static Found found(SearchEntry entry, boolean teaches) {
        var template = teaches && entry.kind() == SearchEntry.Kind.EXERCISE
                ? entry.address().replaceFirst("^/practice/", "/templates/")
                : "";
        return new Found(entry.address(), entry.title(), entry.detail(), template);
    }
}
