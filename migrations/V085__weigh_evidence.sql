-- How much a first answer counts: a number that the learner's own program found counts half of one found without.
alter table evidence
    add column weight double precision not null default 1 check (weight > 0 and weight <= 1);
