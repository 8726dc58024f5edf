package org.nabla.account;

import io.quarkus.scheduler.Scheduled;

/** Removes what has run out, now and then. Two instances that do it at once do no harm. */
class AccountCleaning {

    private final SessionService sessions;
    private final Throttle throttle;

    AccountCleaning(SessionService sessions, Throttle throttle) {
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void clean() {
        sessions.deleteExpired();
        throttle.forgetOld();
    }
}
