package org.nabla.math.ball;

import java.math.BigInteger;

/** π and ln 2 to as many bits as asked, remembered at the largest precision so far. */
final class Constants {

    private static final int GUARD = 32;

    private static volatile Ball pi = computePi(512);
    private static volatile Ball ln2 = computeLn2(512);

    private Constants() {}

    static Ball pi(int bits) {
        if (pi.middle().bitLength() < bits) {
            pi = computePi(bits + bits / 2);
        }
        return pi;
    }

    static Ball ln2(int bits) {
        if (ln2.middle().bitLength() < bits) {
            ln2 = computeLn2(bits + bits / 2);
        }
        return ln2;
    }

    /** Machin: 16 arctan(1/5) − 4 arctan(1/239). */
    private static Ball computePi(int bits) {
        var places = bits + GUARD;
        var sum = inverse(5, places, true)
                .multiply(BigInteger.valueOf(16))
                .subtract(inverse(239, places, true).multiply(BigInteger.valueOf(4)));
        return new Ball(sum, BigInteger.valueOf(40L * places), -places);
    }

    /** 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749). */
    private static Ball computeLn2(int bits) {
        var places = bits + GUARD;
        var sum = inverse(26, places, false)
                .multiply(BigInteger.valueOf(18))
                .subtract(inverse(4801, places, false).multiply(BigInteger.TWO))
                .add(inverse(8749, places, false).multiply(BigInteger.valueOf(8)));
        return new Ball(sum, BigInteger.valueOf(60L * places), -places);
    }

    /** arctan or artanh of 1/n in units of 2^(−places); each term is wrong by less than two units. */
    private static BigInteger inverse(int n, int places, boolean alternating) {
        var square = BigInteger.valueOf((long) n * n);
        var power = BigInteger.ONE.shiftLeft(places).divide(BigInteger.valueOf(n));
        var sum = BigInteger.ZERO;
        for (var k = 1; power.signum() != 0; k += 2) {
            var term = power.divide(BigInteger.valueOf(k));
            sum = alternating && k % 4 == 3 ? sum.subtract(term) : sum.add(term);
            power = power.divide(square);
        }
        return sum;
    }
}
