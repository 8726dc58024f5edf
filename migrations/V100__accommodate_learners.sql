-- What a learner needs in every assignment of a course, set once: a factor for the time of timed work, and days added to each
-- date. With the enrolment, so that it stays when somebody leaves and comes back, and goes with the account.
alter table enrolment add column time_factor numeric(4, 2) not null default 1 check (time_factor between 1 and 3);
alter table enrolment add column extra_days smallint not null default 0 check (extra_days between 0 and 60);
