-- Answers in the laboratory are attempts like all others. Their exercise follows from what was set there, and its address leads
-- back to it.
create table laboratory_exercise (
    exercise_id bigint        primary key references exercise (id),
    address     varchar(1200) not null
);
