package org.nabla.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page with one of each component, for the tests of what every page shares. */
@Path("/gallery")
class GalleryResource {

    private static final List<String> TONES = List.of("correct", "wrong", "partial", "invalid", "undecided");
    private static final String PROMPT = """
            How fast does $f(x, y) = 3x^{2} - 2xy$ grow at $(1, -2)$? And $$\\iint_{D} \\frac{x}{\\sqrt{1 - x}}\\,dA$$
            with a *unit* vector and `code`.""";

    @CheckedTemplate(basePath = "web")
    static class Templates {
        private Templates() {}

        static native TemplateInstance gallery(
                String prompt, Map<String, Object> flat, Map<String, Object> surface, List<String> tones);

        static native TemplateInstance gallery$form(List<String> tones);
    }

    @GET
    public TemplateInstance page() {
        var contour = Map.<String, Object>of(
                "window", List.of(-2, 2, -2, 2), "layers", List.of(Map.of("type", "contour", "grid", saddle())));
        var surface = Map.<String, Object>of(
                "window", List.of(-2, 2, -2, 2), "layers", List.of(Map.of("type", "surface", "grid", saddle())));
        return Templates.gallery(PROMPT, contour, surface, TONES);
    }

    @POST
    public TemplateInstance form() {
        return Templates.gallery$form(TONES);
    }

    private static Map<String, Object> saddle() {
        var values = new ArrayList<Double>();
        for (int i = 0; i < 21 * 21; i++) {
            values.add((i % 21 - 10) * (i / 21 - 10) / 25.0);
        }
        return Map.of("columns", 21, "rows", 21, "values", values);
    }
}
