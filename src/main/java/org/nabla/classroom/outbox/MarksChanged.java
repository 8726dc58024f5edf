package org.nabla.classroom.outbox;

import java.util.Set;

/** Told once in a transaction in which marks change. @param learners whose; more may join them until it ends */
record MarksChanged(Set<Long> learners) {}
