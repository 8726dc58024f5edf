package org.nabla.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How answers are typed, what verdicts mean, and what is kept: the same link on every page leads here. */
@Path("/help")
@Blocking
@Produces(MediaType.TEXT_HTML)
class HelpResource {

    /**
     * How something is typed.
     *
     * @param meant as it is printed
     * @param others what is read in the same way
     */
    record Row(String meant, String typed, List<String> others) {}

    private static final List<Row> ROWS = List.of(
            new Row("$2xy$", "2x y", List.of("2*x*y")),
            new Row("$x^2$", "x^2", List.of("x**2", "x²")),
            new Row("$e^{xy}$", "e^(x y)", List.of("exp(x y)")),
            new Row("$\\frac{x + 1}{2y}$", "(x + 1)/(2y)", List.of("\\frac{x+1}{2y}")),
            new Row("$\\sqrt{2}$", "sqrt(2)", List.of("√2")),
            new Row("$\\ln x$", "ln(x)", List.of("log(x)")),
            new Row("$\\pi$", "pi", List.of("π")),
            new Row("$(1, 2x)$", "(1, 2x)", List.of("<1, 2x>")),
            new Row("$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$", "[[1, 2], [3, 4]]", List.of()));

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance help(List<Row> rows);
    }

    @GET
    public TemplateInstance show() {
        return Templates.help(ROWS);
    }
}
