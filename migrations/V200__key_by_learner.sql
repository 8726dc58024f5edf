-- What is one learner's alone has the learner first in its keys, and in the keys that lead from one such table to another: a database
-- that is spread over many machines by learner (docs/scale.md) can then keep each promise on the machine where the learner is, and
-- no answer is written on two.
--
-- The name of a form is the learner's now: a form that somebody else sends again, as after signing in as another person in a second
-- window, is theirs, and makes an attempt of their own.

alter table response drop constraint response_attempt_id_submitted_at_fkey;
alter table evidence drop constraint evidence_attempt_id_submitted_at_fkey;
alter table report drop constraint report_attempt_id_submitted_at_fkey;
alter table handed_in drop constraint handed_in_submission_fkey;
alter table disagreement drop constraint disagreement_submission_fkey;

alter table attempt drop constraint attempt_pkey;
alter table attempt add primary key (learner_id, id, submitted_at);

alter table response add column learner_id bigint;
update response r set learner_id = a.learner_id from attempt a where a.id = r.attempt_id and a.submitted_at = r.submitted_at;
alter table response alter column learner_id set not null;
alter table response drop constraint response_pkey;
alter table response add primary key (learner_id, id, submitted_at);
drop index response_of_attempt;
create index response_of_attempt on response (learner_id, attempt_id);
alter table response add foreign key (learner_id, attempt_id, submitted_at)
    references attempt (learner_id, id, submitted_at) on delete cascade;

alter table evidence drop constraint evidence_pkey;
alter table evidence add primary key (learner_id, attempt_id);
alter table evidence add foreign key (learner_id, attempt_id, submitted_at)
    references attempt (learner_id, id, submitted_at) on delete cascade;

alter table submission drop constraint submission_pkey;
alter table submission add primary key (learner_id, id);
drop index submission_of_learner;

alter table handed_in drop constraint handed_in_pkey;
alter table handed_in add primary key (learner_id, submission);
alter table handed_in add foreign key (learner_id, submission) references submission (learner_id, id) on delete cascade;
drop index handed_in_by;

alter table disagreement add column learner_id bigint;
update disagreement d set learner_id = s.learner_id from submission s where s.id = d.submission;
alter table disagreement alter column learner_id set not null;
alter table disagreement drop constraint disagreement_pkey;
alter table disagreement add primary key (learner_id, submission, part);
alter table disagreement add foreign key (learner_id, submission) references submission (learner_id, id) on delete cascade;

alter table report drop constraint report_pkey;
alter table report add primary key (learner_id, id);
alter table report drop constraint report_submission_key;
alter table report add unique (learner_id, submission);
drop index report_of_attempt;
create index report_of_attempt on report (learner_id, attempt_id, submitted_at);
alter table report add foreign key (learner_id, attempt_id, submitted_at)
    references attempt (learner_id, id, submitted_at) on delete cascade;

alter table check_in_question drop constraint check_in_question_check_in_id_fkey;
alter table check_in drop constraint check_in_pkey;
alter table check_in add primary key (learner_id, id);
alter table check_in_question add column learner_id bigint;
update check_in_question q set learner_id = c.learner_id from check_in c where c.id = q.check_in_id;
alter table check_in_question alter column learner_id set not null;
alter table check_in_question drop constraint check_in_question_pkey;
alter table check_in_question add primary key (learner_id, check_in_id, position);
alter table check_in_question add foreign key (learner_id, check_in_id) references check_in (learner_id, id) on delete cascade;

alter table project_run drop constraint project_run_pkey;
alter table project_run add primary key (learner_id, id);
