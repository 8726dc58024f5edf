-- How often the next try was right after something that should teach: measured every night over all answers, without names.
create table teaching (
    kind        varchar(10) not null check (kind in ('mistake', 'hint', 'example')),
    template    varchar(80) not null,
    part        varchar(20) not null,
    -- The mistake or the number of the hint; empty for an example.
    name        varchar(60) not null,
    tries       integer     not null check (tries > 0),
    succeeded   integer     not null check (succeeded between 0 and tries),
    measured_at timestamptz not null,
    primary key (kind, template, part, name)
);
