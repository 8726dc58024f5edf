package org.nabla.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The addresses of style sheet, scripts and fonts: their names carry a hash, so that a browser may keep them for ever. */
@TemplateExtension(namespace = "asset")
public final class Assets {

    private static final Properties HASHED = manifest();

    private Assets() {}

    /** In a page {@code {asset:url('app.css')}}. */
    public static String url(String name) {
        return "/assets/" + HASHED.getProperty(name, name);
    }

    /** Written by the build of {@code src/main/web}; absent where that was left out. */
    private static Properties manifest() {
        var hashed = new Properties();
        try (var lines = Assets.class.getResourceAsStream("/web-assets.properties")) {
            if (lines != null) {
                hashed.load(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashed;
    }
}
