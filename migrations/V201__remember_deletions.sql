-- Which accounts were deleted by their owners, and when: a number that means nobody. Whoever restores a backup from before has their
-- deletions done again by it. It is kept longer than any backup should be.
create table erased_account (
    account_id bigint      not null,
    erased_at  timestamptz not null,
    primary key (account_id, erased_at)
);
create index erased_account_age on erased_account (erased_at);
