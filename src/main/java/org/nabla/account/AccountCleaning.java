package org.nabla.account;

import io.quarkus.scheduler.Scheduled;

/** Removes what has run out, now and then. Two instances that do it at once do no harm. */
class AccountCleaning {

    private final SessionService sessions;
    private final HalfSignIn half;
    private final Throttle throttle;

    AccountCleaning(SessionService sessions, HalfSignIn half, Throttle throttle) {
        this.sessions = sessions;
        this.half = half;
        this.throttle = throttle;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void clean() {
        sessions.deleteExpired();
        half.deleteExpired();
        throttle.forgetOld();
    }
}
