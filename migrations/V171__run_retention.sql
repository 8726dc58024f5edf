-- What became of each rule of retention: when it ran last and how much it has removed.
create table retention_run (
    rule    varchar(40) primary key,
    ran_at  timestamptz not null,
    removed bigint      not null,
    total   bigint      not null
);
