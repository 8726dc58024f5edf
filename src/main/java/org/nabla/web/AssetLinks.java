package org.nabla.web;

import io.quarkus.qute.EngineBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Writes the addresses of {@link Assets} into templates when they are read: while the application runs they stay the same, and each
 * page has some.
 */
@Singleton
class AssetLinks {
    private static final Pattern LINK = Pattern.compile("\\{asset:url\\('([^']*)'\\)}");

    void register(@Observes EngineBuilder engine) {
        engine.addParserHook(template -> template.addContentFilter(AssetLinks::written));
    }

    static String written(String template) {
        return LINK.matcher(template).replaceAll(link -> Assets.url(link.group(1)));
    }
}
