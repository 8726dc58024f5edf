/**
 * The algebra system in processes of its own, which can be killed: the only complete stop for a computation that runs away.
 *
 * <p>{@link org.nabla.math.symja.worker.SymjaCas} lives in the application, knows no class of Symja and talks to workers over
 * their standard streams in the nodes of our own tree. {@link org.nabla.math.symja.worker.Worker} is the program that a worker
 * runs.
 */
@NullMarked
package org.nabla.math.symja.worker;

import org.jspecify.annotations.NullMarked;
