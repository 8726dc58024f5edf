-- The steps of a project are problems of one assignment, and stand on the same data: for each project a secret from which the
-- seed of each learner is derived.
create table assignment_family (
    assignment_id bigint      not null references assignment on delete cascade,
    family        varchar(80) not null,
    secret        bigint      not null check (secret >= 1000),
    primary key (assignment_id, family)
);
