-- A teacher in a platform who is picking links, for an hour: where they go, and what the platform wants back with them.
create table lti_deep_link (
    token_hash  bytea         primary key check (octet_length(token_hash) = 32),
    context_id  bigint        not null references lti_context on delete cascade,
    account_id  bigint        not null references account on delete cascade,
    return_url  varchar(1000) not null,
    multiple    boolean       not null,
    line_items  boolean       not null,
    data        varchar(8000),
    expires_at  timestamptz   not null
);
create index lti_deep_link_account on lti_deep_link (account_id);
create index lti_deep_link_expiry on lti_deep_link (expires_at);
