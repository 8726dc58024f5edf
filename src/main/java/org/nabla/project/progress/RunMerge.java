package org.nabla.project.progress;

import jakarta.inject.Singleton;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;

/** Gives the projects that a guest began to the account into which they sign in. */
@Singleton
class RunMerge implements GuestMerge {
    private final RunRepository runs;

    RunMerge(RunRepository runs) {
        this.runs = runs;
    }

    @Override
    public void merge(UserId guest, UserId into) {
        runs.merge(guest, into);
    }
}
