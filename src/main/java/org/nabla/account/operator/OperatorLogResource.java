package org.nabla.account.operator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.nabla.account.Role;
import org.nabla.account.UserId;

/** What those who run the site did. For everybody else there is no such page. */
@RolesAllowed(Role.OPERATORS)
@Path("/operator/log")
@Blocking
@Produces(MediaType.TEXT_HTML)
class OperatorLogResource {
    private static final int ROWS = 50;

    /** The page. @param act what is shown alone; empty for everything @param older its address; empty where there is none */
    record LogPage(List<OperatorLog.Line> lines, List<OperatorAct> acts, String act, String about, String older) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance operatorLog(LogPage page);
    }

    private final OperatorLog log;

    OperatorLogResource(OperatorLog log) {
        this.log = log;
    }

    @GET
    public TemplateInstance show(
            @RestQuery @DefaultValue("") String act,
            @RestQuery @DefaultValue("") String about,
            @RestQuery @DefaultValue("") String before) {
        var wanted = Arrays.stream(OperatorAct.values())
                .filter(a -> a.name().equals(act))
                .findFirst();
        var found = log.newest(new OperatorLog.Wish(wanted, number(about).map(UserId::new), number(before)), ROWS + 1);
        var shown = found.stream().limit(ROWS).toList();
        var filter = "?act=" + wanted.map(Enum::name).orElse("") + "&about="
                + number(about).map(String::valueOf).orElse("");
        return Templates.operatorLog(new LogPage(
                shown,
                List.of(OperatorAct.values()),
                wanted.map(Enum::name).orElse(""),
                number(about).map(String::valueOf).orElse(""),
                found.size() > ROWS
                        ? "/operator/log" + filter + "&before="
                                + shown.get(ROWS - 1).id()
                        : ""));
    }

    private static Optional<Long> number(String typed) {
        return typed.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }
}
