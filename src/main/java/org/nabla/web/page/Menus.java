package org.nabla.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Main menus as HTML. There are few of them, and each page has one. */
@Singleton
class Menus {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance menu(Menu menu);
    }

    private final Map<Menu, RawString> known = new ConcurrentHashMap<>();

    RawString of(Menu menu) {
        var html = known.get(menu);
        if (html == null) {
            html = new RawString(Templates.menu(menu).render());
            known.put(menu, html);
        }
        return html;
    }
}
