-- Whether a learner writes and reads numbers with a decimal comma. What is kept of their answers has the point all the same.
alter table account add column decimal_comma boolean not null default false;
