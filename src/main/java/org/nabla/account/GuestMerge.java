package org.nabla.account;

/**
 * Moves what a guest did to the account in which they turn out to be at home. Each package that keeps something for a user
 * has one; all are called in the transaction of the sign-in, after which the guest is deleted.
 */
public interface GuestMerge {
    void merge(UserId guest, UserId into);
}
