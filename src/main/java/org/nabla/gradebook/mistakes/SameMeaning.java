package org.nabla.gradebook.mistakes;

/** Whether two responses to the same exercise mean the same, however they are typed. */
interface SameMeaning {
    boolean same(long exercise, String part, String one, String other);
}
