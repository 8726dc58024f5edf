package org.nabla.account.own;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.nabla.account.GuestMerge;
import org.nabla.account.User;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.session.CurrentUser;

/**
 * Shows numbers with a decimal comma to those who write them so: in formulas, where semicolons then part entries, in the boxes in
 * which answers stand, and in whatever is marked as numbers by {@code data-decimals}. Pages are made with the point, so that nobody but this place knows of the two ways.
 */
@Singleton
class DecimalSign implements GuestMerge {

    private static final Pattern FORMULA = Pattern.compile("<math\\b.*?</math>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("(<mn[^>]*>)([0-9]*)\\.([0-9]+)(?=</mn>)");
    private static final Pattern BOX = Pattern.compile(
            "(?<= value=\")[^\"]*(?=\" (?:data-keep (?:data-editor|autocomplete=\"off\" autocapitalize)|data-decimals))");
    private static final Pattern NUMBERS = Pattern.compile("(?<= data-decimals>)[^<]*(?=<)");
    private static final Pattern POINT = Pattern.compile("(?<=[0-9])\\.(?=[0-9])");

    private final CurrentUser current;
    private final UserRepository users;

    DecimalSign(CurrentUser current, UserRepository users) {
        this.current = current;
        this.users = users;
    }

    @Transactional
    void choose(UserId id, boolean comma) {
        users.find(id).orElseThrow().writeWithComma(comma);
    }

    /** Whoever chose the comma as a guest has it at home, too. */
    @Override
    public void merge(UserId guest, UserId into) {
        if (users.find(guest).filter(User::writesWithComma).isPresent()) {
            users.find(into).ifPresent(user -> user.writeWithComma(true));
        }
    }

    @ServerResponseFilter
    void show(ContainerResponseContext response) {
        var type = response.getMediaType();
        // A page that says that the database is away has no numbers, and who looks at it cannot be asked.
        boolean page = type != null
                && MediaType.TEXT_HTML_TYPE.isCompatible(type)
                && response.getStatus() < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
        if (page && response.hasEntity() && current.writesWithComma()) {
            var entity = response.getEntity();
            var html = entity instanceof TemplateInstance template ? template.render() : String.valueOf(entity);
            response.setEntity(shown(html), new Annotation[0], type);
        }
    }

    static String shown(String html) {
        var formulas = FORMULA.matcher(html)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(formula(found.group())));
        return withComma(NUMBERS, withComma(BOX, formulas));
    }

    private static String withComma(Pattern what, String html) {
        return what.matcher(html)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        POINT.matcher(found.group().replace(',', ';')).replaceAll(",")));
    }

    private static String formula(String markup) {
        var numbers = NUMBER.matcher(markup);
        return numbers.find() ? numbers.replaceAll("$1$2,$3").replace("<mo>,</mo>", "<mo>;</mo>") : markup;
    }
}
