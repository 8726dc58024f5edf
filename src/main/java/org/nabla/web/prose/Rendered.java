package org.nabla.web.prose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.RawString;
import java.util.function.Function;

/**
 * HTML by the text that it was made of. The texts of an exercise are shown again and again, and typesetting takes longer than
 * all else on its page. The same text gives the same HTML, always, so that nothing here can be out of date.
 *
 * @param <T> what the HTML is made of
 */
public final class Rendered<T> {
    /** In characters of HTML, which take up to two bytes each. */
    private static final long ROOM = 8_000_000;

    /** What an entry takes beside its characters. */
    private static final int FRAME = 100;

    private final Cache<T, RawString> cache;
    private final Function<T, String> maker;

    /** @param maker must depend on nothing else */
    public Rendered(Function<T, String> maker) {
        this(maker, ROOM);
    }

    /** @param room for so many characters, about */
    Rendered(Function<T, String> maker, long room) {
        this.maker = maker;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(room)
                .executor(Runnable::run)
                .<T, RawString>weigher((text, html) -> html.getValue().length() + FRAME)
                .build();
    }

    public RawString of(T text) {
        var known = cache.getIfPresent(text);
        if (known != null) {
            return known;
        }
        // Not inside the cache, which would make others wait.
        var html = new RawString(maker.apply(text));
        cache.put(text, html);
        return html;
    }

    long size() {
        cache.cleanUp();
        return cache.estimatedSize();
    }
}
