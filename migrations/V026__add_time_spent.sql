-- The time from the page to the answer, as far as it is known: idle time is capped.
alter table attempt add column spent_seconds smallint check (spent_seconds between 0 and 900);
