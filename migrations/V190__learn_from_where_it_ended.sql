-- What is learnt from all answers goes on from where it ended, an hour or a night before, instead of from the first answer.

-- The one row: up to which evidence everything is learnt, and when all of it was last learnt anew.
create table learning_mark (
    one             boolean     primary key default true check (one),
    seen_at         timestamptz not null,
    seen_attempt    bigint      not null,
    anew_at         timestamptz not null,
    -- When an instance began to learn all anew; another one begins when it never came to an end.
    anew_begun_at   timestamptz not null
);
insert into learning_mark (seen_at, seen_attempt, anew_at, anew_begun_at) values ('epoch', 0, 'epoch', 'epoch');

-- The order in which it is learnt.
create index evidence_in_order on evidence (submitted_at, attempt_id);

-- Predictions and what happened, counted by ten-thousandths of probability: how good the predictions are follows from it.
create table prediction_count (
    bucket         smallint         primary key check (bucket between 0 and 9999),
    answers        bigint           not null check (answers > 0),
    answered_right bigint           not null check (answered_right between 0 and answers),
    -- The sum of the predictions, and of −log of the probability given to what happened.
    predicted      double precision not null,
    loss           double precision not null
);
