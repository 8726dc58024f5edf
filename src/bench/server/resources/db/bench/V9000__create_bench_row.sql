-- What the bench inserts to compare a submit with. In the bench's application alone.
create table bench_row (
    id         bigint primary key,
    learner_id bigint      not null references account,
    text       text        not null,
    written_at timestamptz not null
);
create index bench_row_learner on bench_row (learner_id, written_at);
create sequence bench_row_seq increment by 50;
