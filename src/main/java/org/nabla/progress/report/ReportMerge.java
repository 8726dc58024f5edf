package org.nabla.progress.report;

import jakarta.inject.Singleton;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;

/** Gives what a guest reported to the account into which they sign in. */
@Singleton
class ReportMerge implements GuestMerge {
    private final ReportRepository reports;

    ReportMerge(ReportRepository reports) {
        this.reports = reports;
    }

    @Override
    public void merge(UserId guest, UserId into) {
        reports.copy(guest, into);
    }
}
