package org.nabla.progress.mastery;

import java.util.SplittableRandom;
import org.nabla.progress.mastery.Fsrs.Grade;
import org.nabla.progress.mastery.Fsrs.Memory;

/** How a simulated head forgets. What is scheduled never looks into it. */
interface MemoryWorld {

    /** One memory, begun when it was learnt. */
    interface Trace {
        double recall(double day);

        /** @param weight how much of a review it is: 1 for one of its own, less for practice of what contains it */
        void practised(double day, boolean right, double weight);
    }

    Trace learnt(double day);

    /** Power-law forgetting as FSRS has it, but with other parameters in each head. */
    static MemoryWorld powerLaw(SplittableRandom chance) {
        double[] w = {
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
        };
        for (var i = 0; i < w.length; i++) {
            w[i] *= Math.exp(.15 * chance.nextGaussian());
        }
        var head = new Fsrs(w);
        return begun -> new Trace() {
            private Memory memory = started();
            private double last = begun;

            private Memory started() {
                var usual = head.first(Grade.GOOD);
                return new Memory(usual.stability() * Math.exp(.3 * chance.nextGaussian()), usual.difficulty());
            }

            @Override
            public double recall(double day) {
                return head.retrievability(day - last, memory.stability());
            }

            @Override
            public void practised(double day, boolean right, double weight) {
                if (day - last < 1e-9) {
                    return;
                }
                if (weight == 1) {
                    memory = head.later(memory, day - last, right ? Grade.GOOD : Grade.AGAIN);
                    last = day;
                } else if (right) {
                    var whole = head.recalled(memory, recall(day), Grade.GOOD);
                    var stability = memory.stability() + weight * (whole - memory.stability());
                    memory = new Memory(stability, memory.difficulty());
                    last = day - (1 - weight) * (day - last);
                }
            }
        };
    }

    /** Exponential forgetting: nothing that FSRS knows of. */
    static MemoryWorld exponential(SplittableRandom chance) {
        var strength = Math.exp(.2 * chance.nextGaussian());
        return begun -> new Trace() {
            private double lifetime = 30 * strength * Math.exp(.3 * chance.nextGaussian());
            private double last = begun;

            @Override
            public double recall(double day) {
                return Math.exp(-(day - last) / lifetime);
            }

            @Override
            public void practised(double day, boolean right, double weight) {
                var recall = recall(day);
                if (right) {
                    lifetime *= 1 + weight * 2.4 * Math.sqrt(1 - recall);
                    last = day - (1 - weight) * (day - last);
                } else if (weight == 1) {
                    lifetime = Math.max(20 * strength, .5 * lifetime);
                    last = day;
                }
            }
        };
    }
}
