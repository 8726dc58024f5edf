package org.nabla.math.symja;

import edu.jas.kern.PreemptStatus;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.expression.F;

/**
 * The limits of the algebra system, as measured: with them most inputs that explode give up by themselves. What they do not
 * stop, greatest common divisors of polynomials above all, is stopped by killing the worker.
 */
public final class SymjaLimits {
    private SymjaLimits() {}

    /** Sets the limits, then loads the algebra system. The order matters: some are read once. */
    public static void setAndLoad() {
        Config.JAS_NO_THREADS = true; // its pool threads would compute on after a request
        Config.MAX_AST_SIZE = 20_000;
        Config.MAX_BIT_LENGTH = 200_000;
        Config.MAX_POLYNOMIAL_DEGREE = 200;
        Config.MAX_OUTPUT_SIZE = 100_000;
        Config.MAX_LOOP_COUNT = 10_000;
        Config.MAX_MATRIX_DIMENSION_SIZE = 100;
        Config.MAX_INPUT_LEAVES = 1_000;
        Config.MAX_PRECISION_APFLOAT = 500; // by default 50 digits of e^x never end
        Config.SERVER_MODE = true;
        Config.UNPROTECT_ALLOWED = false;
        Config.FILESYSTEM_ENABLED = false;
        F.initSymbols();
        PreemptStatus.setAllow();
    }
}
