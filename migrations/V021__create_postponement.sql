-- Skills that a learner does not want to be asked for now. Never for ever: each comes back.
create table postponement (
    learner_id bigint      not null references account (id) on delete cascade,
    skill      varchar(4)  not null,
    until      timestamptz not null,
    primary key (learner_id, skill)
);

-- The track that a learner has chosen.
create table chosen_track (
    learner_id bigint      primary key references account (id) on delete cascade,
    track      varchar(40) not null
);
