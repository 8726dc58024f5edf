-- What teaches is counted by month, so that a night counts the month that goes on and the one before it, not all answers again.
delete from teaching;
alter table teaching drop constraint teaching_pkey;
alter table teaching add column month date not null;
alter table teaching add primary key (kind, template, part, name, month);
create index help_step_in_order on help_step (opened_at);
