-- A code from a telephone beside the password, for whoever wants it.
create table second_factor (
    account_id   bigint      primary key references account on delete cascade,
    -- What the telephone computes its codes from (RFC 6238); the server must know it to do the same.
    secret       bytea       not null check (octet_length(secret) = 20),
    -- Empty until a first code has shown that the telephone knows the secret: nothing is asked before that.
    confirmed_at timestamptz,
    -- The half minute of the last code that was taken: none is taken twice.
    last_step    bigint
);

-- Ten codes on paper for the day on which the telephone is lost, each once.
create table recovery_code (
    account_id bigint      not null references account on delete cascade,
    code_hash  bytea       not null check (octet_length(code_hash) = 32),
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- Those whose password was right and whose code is still to come.
create table half_sign_in (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    account_id bigint      not null references account on delete cascade,
    expires_at timestamptz not null
);
create index half_sign_in_account on half_sign_in (account_id);
create index half_sign_in_expiry on half_sign_in (expires_at);
