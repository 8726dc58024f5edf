package org.nabla.gradebook.variants;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.classroom.CourseAccess;
import org.nabla.classroom.seat.Seat;

/** Finds who had which numbers in an exercise: a learner who says "mine had a = 3" is found by it. */
@Path("/courses/{course}/gradebook/variants")
@Blocking
@Produces(MediaType.TEXT_HTML)
class VariantsResource {

    /**
     * What was found.
     *
     * @param error why nothing was looked for; empty where it was
     */
    record Page(Seat seat, String typed, List<VariantSearch.Row> rows, boolean asked, String error) {}

    @CheckedTemplate(basePath = "gradebook")
    static class Templates {
        static native TemplateInstance variants(Page page);
    }

    private final CourseAccess access;
    private final VariantSearch search;

    VariantsResource(CourseAccess access, VariantSearch search) {
        this.access = access;
        this.search = search;
    }

    @GET
    public TemplateInstance show(@RestPath String course, @RestQuery @DefaultValue("") String numbers) {
        var seat = access.marker(course);
        if (numbers.isBlank()) {
            return Templates.variants(new Page(seat, "", List.of(), false, ""));
        }
        var sought = SoughtValues.of(numbers);
        return Templates.variants(
                sought.isEmpty()
                        ? new Page(
                                seat,
                                numbers,
                                List.of(),
                                false,
                                "Type names and values with an equals sign, such as a = 3 and b = 7.")
                        : new Page(seat, numbers, search.rows(seat, sought.get()), true, ""));
    }
}
