package org.nabla.lti.place;

import java.util.List;

/** What somebody is in a course, as platforms write it. What they are at the school as such does not count. */
public record Roles(List<String> names) {
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership";

    public Roles {
        names = List.copyOf(names);
    }

    /** Assistants among them. */
    public boolean teaches() {
        return is("Instructor") || is("ContentDeveloper");
    }

    public boolean learns() {
        return is("Learner");
    }

    private boolean is(String role) {
        return names.stream()
                .anyMatch(name -> name.equals(role)
                        || name.equals(MEMBERSHIP + "#" + role)
                        || name.startsWith(MEMBERSHIP + "/" + role + "#"));
    }
}
