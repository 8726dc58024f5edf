-- Which lesson somebody opened first when, so that it is not offered again unasked and so that lessons can be judged. It is
-- no evidence: nothing of it enters mastery or marks.
create table lesson_view (
    learner_id    bigint      not null references account (id) on delete cascade,
    skill         varchar(4)  not null,
    -- Of the lesson's file, as it was then.
    version       integer     not null check (version > 0),
    opened_at     timestamptz not null,
    via           varchar(10) not null check (via in ('PAGE', 'PRACTICE', 'MISTAKE')),
    -- Folded by hand beside an exercise: then it stays folded.
    folded        boolean     not null default false,
    -- What the first answer to "Your turn" was, and the number of the mistake that matched.
    check_outcome varchar(20) check (check_outcome in ('CORRECT', 'PARTIAL', 'WRONG', 'INVALID', 'UNDECIDED')),
    check_mistake varchar(60),
    primary key (learner_id, skill)
);
create index lesson_view_of_skill on lesson_view (skill);
