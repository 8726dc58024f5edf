package org.nabla.web.page;

import io.quarkus.qute.RawString;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the layout needs to know of the request, error pages included: {@code {inject:page.theme}} and the like. */
@RequestScoped
@Named("page")
public class Page {

    /** Under this key the CSRF filter leaves its token; its own bean throws where the filter did not run. */
    private static final String CSRF_TOKEN = "csrf_token";

    private final CurrentVertxRequest request;
    private final Visitor visitor;
    private final Menus menus;

    Page(CurrentVertxRequest request, Visitor visitor, Menus menus) {
        this.request = request;
        this.visitor = visitor;
        this.menus = menus;
    }

    /** Who looks at it. */
    public Visitor getVisitor() {
        return visitor;
    }

    /** The reader's choice of light or dark. */
    public String getTheme() {
        return routing()
                .map(r -> r.request().getCookie(Theme.COOKIE))
                .map(cookie -> Theme.of(cookie.getValue()))
                .orElse(Theme.SYSTEM)
                .word();
    }

    /** What every form posts in its field {@code csrf-token}; empty on the error page of a first visit. */
    public String getCsrf() {
        return routing().map(Page::csrf).orElse("");
    }

    /** The CSRF filter does not run for an unknown address, but its token is the value of its cookie. */
    private static @Nullable String csrf(RoutingContext routing) {
        String token = routing.get(CSRF_TOKEN);
        var cookie = routing.request().getCookie("csrf-token");
        return token == null && cookie != null ? cookie.getValue() : token;
    }

    /** The address below the root, without its query: {@code /practice/divergence/7}. */
    public String getPath() {
        return routing().map(r -> r.request().path()).orElse("/");
    }

    /** The entries of the main menu. */
    public RawString getMenu() {
        return menus.of(Menu.of(getPath(), visitor));
    }

    /** The word for {@code aria-current} on a link of the navigation: {@code page}, {@code true} below it, else {@code false}. */
    public String current(String address) {
        return word(getPath(), address);
    }

    /** The same for somebody at that path. */
    static String word(String path, String address) {
        return path.equals(address) ? "page" : String.valueOf(path.startsWith(address + "/"));
    }

    private Optional<RoutingContext> routing() {
        return Optional.ofNullable(request.getCurrent());
    }
}
