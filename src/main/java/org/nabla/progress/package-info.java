/**
 * What a learner has done and can do, and what they want.
 *
 * <p>Its rooms: {@code store} keeps the exercises that were made, {@code attempt} what was answered; {@code mastery} is the model of a learner,
 * {@code learner} what it says of each, {@code prediction} how well it foretells; {@code checkin} places a beginner; {@code history}
 * shows what was done, {@code report} takes doubts about verdicts, {@code witness} looks at verdicts a second time.
 */
@NullMarked
package org.nabla.progress;

import org.jspecify.annotations.NullMarked;
