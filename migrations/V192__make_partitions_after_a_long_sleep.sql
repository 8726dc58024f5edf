-- The partitions of a month and of those after it, where they are missing, as before. But an application that was away for longer than
-- partitions were made ahead may have answers of a month in the default partition before that month's own is made, and PostgreSQL
-- refuses to make it then: such a month stays where it is, and keeps none of the others from being made.
create or replace function ensure_attempt_partitions(first_month date, months integer) returns void
    language plpgsql as
$$
declare
    month      date;
    month_from timestamptz;
    month_to   timestamptz;
    suffix     text;
    parent     text;
begin
    -- Two instances may wake at the same time.
    perform pg_advisory_xact_lock(hashtext('ensure_attempt_partitions'));
    for i in 0 .. months
        loop
            month := (date_trunc('month', first_month) + make_interval(months => i))::date;
            suffix := to_char(month, 'YYYY_MM');
            month_from := month::timestamp at time zone 'UTC';
            month_to := (month + interval '1 month')::timestamp at time zone 'UTC';
            foreach parent in array array['attempt', 'response']
                loop
                    if to_regclass(parent || '_' || suffix) is null then
                        begin
                            execute format('create table %I partition of %I for values from (%L) to (%L)', parent || '_' || suffix,
                                           parent, month_from, month_to);
                        exception when check_violation then
                            raise log 'answers of % are in the default partition of %', suffix, parent;
                        end;
                    end if;
                end loop;
        end loop;
end
$$;
