-- Each stored exercise is served only once another route than the one that made it has confirmed what was derived for it. Those
-- made before stay OPEN until they are made again and compared: while the algebra system was away some kept a form that was
-- not factored. One that comes out otherwise is WITHDRAWN where somebody has met it, for the history, and removed where not.
alter table exercise
    add column standing    varchar(10)   not null default 'OPEN'
        check (standing in ('OPEN', 'CONFIRMED', 'DISPUTED', 'WITHDRAWN')),
    -- Of a disputed one: what the other route finds.
    add column dispute     varchar(2000) check (dispute <> ''),
    drop constraint exercise_template_version_seed_key,
    add check ((standing = 'DISPUTED') = (dispute is not null));
create unique index exercise_in_force on exercise (template, version, seed) where standing <> 'WITHDRAWN';
create index exercise_open on exercise (id) where standing = 'OPEN';
create index exercise_disputed on exercise (id) where standing = 'DISPUTED';
