-- Marks, mistakes and answers of a course asked of each thing that was handed in what became of its attempt: by its form, and then in
-- the month of the attempt. An attempt never changes, so that this can stand beside what was handed in.

alter table handed_in
    add column exercise_id bigint,
    add column attempt_id bigint,
    add column submitted_at timestamptz,
    add column outcome varchar(20) check (outcome in ('CORRECT', 'PARTIAL', 'WRONG', 'INVALID', 'UNDECIDED')),
    add column score double precision check (score between 0 and 1),
    add column spent_seconds smallint,
    add column parts smallint,
    -- How many of the parts have a response.
    add column answered smallint;
update handed_in h set exercise_id = a.exercise_id, attempt_id = a.id, submitted_at = a.submitted_at, outcome = a.outcome,
    score = a.score, spent_seconds = a.spent_seconds, parts = a.parts,
    answered = (select count(*) from response r
                where r.learner_id = a.learner_id and r.attempt_id = a.id and r.submitted_at = a.submitted_at)
from submission s join attempt a on a.learner_id = s.learner_id and a.id = s.attempt_id and a.submitted_at = s.submitted_at
where s.learner_id = h.learner_id and s.id = h.submission;
alter table handed_in
    alter column exercise_id set not null,
    alter column attempt_id set not null,
    alter column submitted_at set not null,
    alter column outcome set not null,
    alter column score set not null,
    alter column parts set not null,
    alter column answered set not null;
