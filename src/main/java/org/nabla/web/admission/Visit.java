package org.nabla.web.admission;

/** One request before a {@link Turnstile}. */
final class Visit {
    enum State {
        WAITING,
        INSIDE,
        GONE
    }

    private final String client;
    private final Runnable goes;
    private final Runnable isSentAway;

    // Guarded by the turnstile.
    State state = State.WAITING;

    /**
     * @param client with whom it shares its turns
     * @param goes called once, when there is a place
     * @param isSentAway called once, when there will be none soon; never both
     */
    Visit(String client, Runnable goes, Runnable isSentAway) {
        this.client = client;
        this.goes = goes;
        this.isSentAway = isSentAway;
    }

    String client() {
        return client;
    }

    Runnable goes() {
        return goes;
    }

    Runnable isSentAway() {
        return isSentAway;
    }
}
