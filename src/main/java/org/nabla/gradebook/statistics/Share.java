package org.nabla.gradebook.statistics;

/**
 * How many of how many, with the interval in which the true share probably is.
 *
 * @param right at most {@code of}
 * @param of at least 1
 */
public record Share(int right, int of) {

    /** Of the normal distribution: 95 % lie between minus and plus this. */
    static final double Z = 1.959963984540054;

    public Share {
        if (right < 0 || of < 1 || right > of) {
            throw new IllegalArgumentException(right + " of " + of);
        }
    }

    public double value() {
        return right / (double) of;
    }

    /**
     * Wilson's interval at 95 %, without correction for continuity: it stays between 0 and 1 and holds for few learners.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     */
    public double low() {
        return right == 0 ? 0 : middle() - half();
    }

    /** The upper end of the interval. */
    public double high() {
        return right == of ? 1 : middle() + half();
    }

    private double middle() {
        return (right + Z * Z / 2) / (of + Z * Z);
    }

    private double half() {
        return Z / (of + Z * Z) * Math.sqrt(right * (1 - value()) + Z * Z / 4);
    }
}
