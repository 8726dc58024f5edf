-- A sign-on that began here and a browser is to bring back: once, and in ten minutes.
create table sign_on_begun (
    state_hash   bytea        primary key check (octet_length(state_hash) = 32),
    nonce_hash   bytea        not null check (octet_length(nonce_hash) = 32),
    browser_hash bytea        not null check (octet_length(browser_hash) = 32),
    -- Of PKCE: whoever steals the code lacks it.
    verifier     varchar(43)  not null,
    provider_id  bigint       not null references sign_on_provider on delete cascade,
    next         varchar(8000) not null,
    -- Where somebody signed in links what comes to their account: the hash of the token of their session.
    session_hash bytea        check (octet_length(session_hash) = 32),
    expires_at   timestamptz  not null,
    used_at      timestamptz
);
create index sign_on_begun_expiry on sign_on_begun (expires_at);
create index sign_on_begun_provider on sign_on_begun (provider_id);

-- Who somebody is for a provider. Its word alone counts: nobody is found by an address of mail.
create table sign_on_identity (
    number       bigint        not null generated always as identity unique,
    issuer       varchar(1000) not null,
    subject      varchar(255)  not null,
    account_id   bigint        not null references account on delete cascade,
    -- What the provider called them last, so that they know it again.
    name         varchar(255)  not null,
    created_at   timestamptz   not null,
    last_seen_at timestamptz   not null,
    -- When its rule made them a teacher who was none; empty where it did not.
    teacher_at   timestamptz,
    primary key (issuer, subject)
);
create index sign_on_identity_account on sign_on_identity (account_id);

-- Sessions that began by a provider, which it may end. Until the code beside the password has come: the half sign-in.
create table sign_on_session (
    token_hash  bytea         primary key check (octet_length(token_hash) = 32),
    provider_id bigint        not null references sign_on_provider on delete cascade,
    issuer      varchar(1000) not null,
    subject     varchar(255)  not null,
    -- What the provider calls its own session; empty where it does not say.
    sid         varchar(255)  not null,
    since       timestamptz   not null,
    foreign key (issuer, subject) references sign_on_identity on delete cascade
);
create index sign_on_session_identity on sign_on_session (issuer, subject);
create index sign_on_session_provider on sign_on_session (provider_id, sid);

-- Messages by which a provider ended sessions: each counts once.
create table sign_on_ended (
    provider_id bigint      not null references sign_on_provider on delete cascade,
    message     bytea       not null check (octet_length(message) = 32),
    expires_at  timestamptz not null,
    primary key (provider_id, message)
);
create index sign_on_ended_expiry on sign_on_ended (expires_at);
