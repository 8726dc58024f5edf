package org.nabla.exercise.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nabla.math.Domain;

/** What the letters of a template or of an answer stand for. */
public final class LetterDomains {

    private LetterDomains() {}

    /** The domains of declared variables; letters without one are real. */
    public static Map<String, Domain> of(Map<String, String> variables) {
        var domains = new LinkedHashMap<String, Domain>();
        variables.forEach((name, text) -> domains.put(name, Domain.parse(text).orElse(Domain.REAL)));
        return domains;
    }
}
