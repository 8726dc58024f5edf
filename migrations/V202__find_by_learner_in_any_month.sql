-- Attempts and responses stand in a partition for each month. Whoever asks for all of a learner's, or for those at one exercise, would
-- search every month there has been and those that are made ahead. The forms that they sent are in one table: they say now at which
-- exercise, so that a page asks them first and then only the months in which there is something; the index of attempts by learner is
-- not needed any more. A first answer says what became of it, as its attempt does, for what is chosen next.

alter table submission add column exercise_id bigint;
update submission s set exercise_id = a.exercise_id
from attempt a where a.learner_id = s.learner_id and a.id = s.attempt_id and a.submitted_at = s.submitted_at;
-- One that leads to no attempt says nothing.
delete from submission where exercise_id is null;
alter table submission alter column exercise_id set not null;
create index submission_at_exercise on submission (learner_id, exercise_id, submitted_at);
create index submission_in_order on submission (learner_id, submitted_at desc, attempt_id desc);
drop index attempt_of_learner;
-- Nobody asks by it any more.
drop index attempt_at_template;

alter table evidence add column answered_right boolean, add column unaided boolean, add column first boolean;
update evidence e set answered_right = a.outcome = 'CORRECT', unaided = a.unaided, first = a.first
from attempt a where a.learner_id = e.learner_id and a.id = e.attempt_id and a.submitted_at = e.submitted_at;
alter table evidence
    alter column answered_right set not null,
    alter column unaided set not null,
    alter column first set not null;
