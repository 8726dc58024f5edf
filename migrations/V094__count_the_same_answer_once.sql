-- Where verdicts are told later nothing is said of an answer that was given before; it is marked here, and costs nothing a second
-- time, right or wrong, so that neither penalty nor attempts left tell what it is.
alter table handed_in add column repeated boolean not null default false;
