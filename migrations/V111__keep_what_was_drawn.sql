-- What was drawn for an exercise, by the names of the template's parameters: who had which numbers is found by it. Null where
-- it is not known yet, as of exercises that are older than this column; what a template of now makes can be computed.
alter table exercise add column drawn jsonb;
