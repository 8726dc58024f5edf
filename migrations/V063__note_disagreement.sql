-- Where the algebra system is certain of something else than the verdict that a learner got: a bug of ours, kept with both
-- reasons and the versions. The attempt stands as it was, marked by this row for another look.
create table disagreement (
    submission uuid          not null references submission (id) on delete cascade,
    part       varchar(20)   not null,
    kind       varchar(40)   not null,
    key        text          not null,
    response   varchar(8000) not null,
    outcome    varchar(20)   not null,
    -- How our rules decided.
    decided    varchar(20)   not null,
    -- What the algebra system says.
    testimony  varchar(20)   not null check (testimony in ('PROVED', 'DISPROVED')),
    versions   varchar(200)  not null,
    noted_at   timestamptz   not null,
    primary key (submission, part)
);
create index disagreement_noted on disagreement (noted_at desc);
