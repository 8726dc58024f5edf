package org.nabla.search;

import java.util.stream.Stream;

/** Gives entries to be found; asked once, when the application starts. Every bean of this kind is asked. */
public interface SearchSource {
    Stream<SearchEntry> entries();
}
