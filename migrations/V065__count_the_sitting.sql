-- A sitting has an aim: how many exercises were answered in it is counted beside its reviews.
alter table learner_state rename column session_reviews to sitting_reviews;
alter table learner_state add column sitting_answers integer not null default 0 check (sitting_answers >= 0);
alter table learner_state alter column sitting_answers drop default;
