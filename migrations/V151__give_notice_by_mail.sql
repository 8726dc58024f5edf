-- Where they are, for the morning on which notices come; and the last day on which they were looked for.
alter table mail_contact
    add column zone       varchar(64) not null default 'UTC',
    add column noticed_on date;

-- For what mail is to come. Without a line there is none.
create table mail_choice (
    account_id bigint      not null references account on delete cascade,
    kind       varchar(20) not null check (kind in ('DUE', 'MARK', 'NOTE', 'REVIEWS')),
    primary key (account_id, kind)
);

-- What somebody was told by mail, or knew when they began to want it: each due time, mark, note and week once. A due time or a mark
-- that is another one than then is news again.
create table mail_notice (
    account_id bigint       not null references account on delete cascade,
    kind       varchar(20)  not null check (kind in ('DUE', 'MARK', 'NOTE', 'REVIEWS')),
    name       varchar(60)  not null,
    value      varchar(100) not null,
    -- The letter that tells it; empty where they knew it, or the letter is forgotten.
    message_id bigint       references mail_message on delete set null,
    noticed_at timestamptz  not null,
    primary key (account_id, kind, name)
);
create index mail_notice_message on mail_notice (message_id);
