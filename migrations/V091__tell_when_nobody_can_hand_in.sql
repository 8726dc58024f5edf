-- Verdicts that are told later are told when no learner of the course can hand in any more, or at a time that the teacher sets.
alter table assignment add column told_at timestamptz;

-- What becomes of an assignment of which nothing was handed in when it was due: the same on pages and in exports. Until now it
-- counted as nothing in the share of what was due.
alter table course add column missing varchar(10) not null default 'ZERO' check (missing in ('ZERO', 'EMPTY', 'EXCUSED'));
