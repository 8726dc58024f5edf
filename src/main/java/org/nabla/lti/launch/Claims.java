package org.nabla.lti.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a message of a platform, in which anything may stand: what is not of its kind is refused, not cast. */
final class Claims {
    private final Map<String, Object> values;

    Claims(Map<String, Object> values) {
        this.values = values;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    /** A text that is there and not empty. */
    Optional<String> text(String name) {
        @Nullable Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text.strip()).filter(found -> !found.isEmpty());
        }
        throw malformed(name);
    }

    /** The same, of at most so many characters. */
    Optional<String> text(String name, int longest) {
        var found = text(name);
        if (found.filter(text -> text.length() > longest).isPresent()) {
            throw new LaunchRefused("What the platform says under “" + name + "” is longer than the standard allows.");
        }
        return found;
    }

    List<String> texts(String name) {
        @Nullable Object value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(entry -> {
                        if (entry instanceof String text) {
                            return text;
                        }
                        throw malformed(name);
                    })
                    .toList();
        }
        throw malformed(name);
    }

    boolean yes(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** Whether a no stands there; what is not said is no no. */
    boolean no(String name) {
        return Boolean.FALSE.equals(values.get(name));
    }

    Optional<Claims> part(String name) {
        @Nullable Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return Optional.of(new Claims(map.entrySet().stream()
                    .filter(e -> e.getKey() instanceof String && e.getValue() != null)
                    .collect(Collectors.toMap(e -> (String) e.getKey(), Map.Entry::getValue))));
        }
        throw malformed(name);
    }

    private static LaunchRefused malformed(String name) {
        return new LaunchRefused(
                "What the platform says under “" + name + "” is not of the kind that the standard asks for.");
    }
}
