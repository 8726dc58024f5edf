package org.nabla.gradebook.mistakes;

import java.util.Set;

/** Whether two responses to the same exercise mean the same, however they are typed. */
interface SameMeaning {
    boolean same(long exercise, String part, String one, String other);

    /** Says of which exercises it will be asked, so that they can be read together. */
    default void expect(Set<Long> exercises) {}
}
