package org.nabla.progress.witness;

import jakarta.inject.Singleton;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;

/** Keeps what is known of a guest's verdicts with the account into which they sign in. */
@Singleton
class DisagreementMerge implements GuestMerge {
    private final Disagreements disagreements;

    DisagreementMerge(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    @Override
    public void merge(UserId guest, UserId into) {
        disagreements.copy(guest, into);
    }
}
